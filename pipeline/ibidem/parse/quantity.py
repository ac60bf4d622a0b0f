"""Printed quantities: figures, number words and the words around them that say how exact they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ibidem.parse.lexicon import one_of
from ibidem.words import read_table

_FIGURE = (
    r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d{1,6})?(?![\d,]*\d)"
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?![,\d])"
    r"|\d{1,3}(?: \d{3})+(?!\d)"
    r"|\d{1,15}(?:\.\d{1,6})?"
)
_CURRENCY = r"(?:US\$|A\$|C\$|HK\$|[$£€¥₹₽]|Rs\.?|DM|USD|EUR|GBP|RM)"
_TO = r"(?:\s?[–-]\s?|\s(?:to|or)\s|(?<=\d)\s(?P<and>and)\s)"
_BETWEEN = re.compile(r"\bbetween\s{1,2}(?:\w{1,12}\s)?$", re.IGNORECASE)
_REACH = 30
"""How many code points before or after a figure the words that qualify it may stand."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `value` is a decimal; `upper` is the other end of a printed range.

    `spelled` tells that it stands in words, `currency` is the printed sign.
    """

    start: int
    end: int
    value: str
    upper: str | None = None
    spelled: bool = False
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """How exact a figure is, and the range of the figure, what it counts, and the words that say so."""

    start: int
    end: int
    bound: str


def find_quantities(text: str) -> Iterator[Quantity]:
    """Find the cardinal numbers of a text, in order: 70,000; 4.5 million; thirty-five; half a million.

    Ordinals, numbers glued to letters (MiG-21, 24-hour), the word "one", and plurals that give no figure ("tens
    of thousands", "several hundred") are left out; years are not.
    """
    for match in _pattern().finditer(text):
        yield from _read(match)


def bound_around(text: str, start: int, end: int, unit_end: int) -> Hedge:
    """Read the hedges of `words/hedges.tsv` before a figure, behind it or behind what it counts; else it is exact."""
    before, after = _hedges()
    left = before.search(text, max(0, start - _REACH), start)
    first = left.start() if left else start
    right = after.match(text, end, end + _REACH) or after.match(text, unit_end, unit_end + _REACH)
    if right is not None:
        return Hedge(first, max(right.end(), unit_end), _bounds()[_bare(right.group(1))])
    return Hedge(first, unit_end, _bounds()[_bare(left.group(1))] if left else "exact")


@cache
def number_words() -> dict[str, tuple[int, str]]:
    """Read the number words, small letters, with their value and role."""
    return {word: (int(value), role) for word, value, role in read_table("numbers")}


@cache
def _bounds() -> dict[str, str]:
    return {phrase: bound for phrase, bound, _ in read_table("hedges")}


def _bare(printed: str) -> str:
    return " ".join(printed.casefold().split())


@cache
def _pattern() -> re.Pattern[str]:
    roles = number_words()
    plain = one_of(word for word, (_, role) in roles.items() if role != "vague")
    scales = sorted(word for word, (_, role) in roles.items() if role == "scale")
    scale = one_of(scales)
    joined = "|".join(rf"(?<={re.escape(word)})\sand\s" for word in scales)
    vague = one_of(word for word, (_, role) in roles.items() if role == "vague")
    return re.compile(
        rf"(?<![\w.,/:–-])(?:(?P<currency>{_CURRENCY})\s?)?"
        rf"(?P<low>{_FIGURE})(?:{_TO}{_CURRENCY}?(?P<high>{_FIGURE}))?(?:\s(?P<scale>{scale})\b)?(?![\w/:°]|[–-]\w|\.\d)"
        rf"|(?<![\w–-])(?:(?P<vague>(?:{vague})(?:\sof\s(?:{vague}|{scale}))?|(?:a\sfew|several|many)\s(?:{scale}))"
        rf"|(?:half\sa|(?P<whole>one|{plain})\sand\sa\shalf)\s(?P<halved>{scale})"
        rf"|(?P<words>(?:(?:one|a)\s(?={scale}))?(?:{plain})(?:(?:{joined}|[\s-])(?:{plain})(?![^\W\d]))*(?:-one\b)?))(?![\w–]|-\w)",
        re.IGNORECASE,
    )


@cache
def _hedges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_table("hedges")
    before = one_of([phrase for phrase, _, place in rows if place == "before"])
    after = one_of([phrase for phrase, _, place in rows if place == "after"])
    return (
        re.compile(rf"(?<!\w)({before})\s(?:the\s|an?\s|US\s)?$", re.IGNORECASE),
        re.compile(rf"\s({after})\b", re.IGNORECASE),
    )


def _read(match: re.Match[str]) -> Iterator[Quantity]:
    start, end = match.span()
    if match["low"]:
        yield from _figures(match)
    elif match["halved"]:
        scale = Decimal(number_words()[match["halved"].casefold()][0])
        whole = number_words().get((match["whole"] or "").casefold(), (1 if match["whole"] else 0, ""))[0]
        yield Quantity(start, end, _plain(scale * whole + scale / 2), spelled=True)
    elif match["words"]:
        words = re.split(r"\sand\s|[\s-]", match["words"].casefold())
        if number_words().get(words[0], (0, ""))[1] == "scale":
            return  # "every million" gives no figure
        yield Quantity(start, end, str(_sum(words)), spelled=True)


def _figures(match: re.Match[str]) -> Iterator[Quantity]:
    factor = number_words()[match["scale"].casefold()][0] if match["scale"] else 1
    low = _decimal(match["low"]) * factor
    high = _decimal(match["high"]) * factor if match["high"] else None
    between = _BETWEEN.search(match.string, max(0, match.start() - _REACH), match.start())
    apart = (match["and"] and not between) or (_is_year(match["low"]) and not _is_year(match["high"] or ""))
    if high is not None and apart:
        # "12 and 15" without "between" are two figures, and the scale word belongs to the second.
        yield Quantity(match.start(), match.end("low"), _plain(low / factor), currency=match["currency"])
        yield Quantity(match.start("high"), match.end(), _plain(high), currency=match["currency"])
        return
    upper = _plain(high) if high is not None and high > low else None
    yield Quantity(*match.span(), _plain(low), upper, currency=match["currency"])


def _is_year(printed: str) -> bool:
    return len(printed) == 4 and printed.isdecimal() and printed[0] in "12"


def _decimal(printed: str) -> Decimal:
    return Decimal(re.sub(r"[,\s]", "", printed))


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _sum(words: list[str]) -> int:
    """Add up number words: units and tens add, a scale multiplies what stands before it."""
    total = part = 0
    for word in words:
        value, role = number_words().get(word, (1, "unit"))
        if role != "scale":
            part += value
        elif value in (12, 100):
            part = max(1, part) * value
        else:
            total += max(1, part) * value
            part = 0
    return total + part
