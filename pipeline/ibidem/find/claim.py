"""Mark the quantities that the body states: a figure, what is counted, and how exact it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.parse.date import FoundDate
from ibidem.parse.lexicon import function_words, month_words, one_of
from ibidem.parse.passage import passage_dates
from ibidem.parse.quantity import Quantity, bound_around, find_quantities, number_words
from ibidem.words import read_words

_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})
_TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*[\w’'])?|%|‰")
_BEFORE = re.compile(r"(?:^|[\s(\"“‘])([^\s(\"“‘]{1,24}?)\.?\s?(?:\d{1,4}\s?(?:,|and|or|to|–|-|&)\s?){0,3}$")
_REACH = 90
_FILLERS = re.compile(
    r"\s(?:(?:or\s(?:so|more)\s)?(?:more|other|additional|further|such|of\s(?:the|its|their|his|these|those))\s)?"
)
_DEFINITE = frozenset(
    [
        "the",
        "these",
        "those",
        "both",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "other",
        "last",
        "first",
        "next",
        "past",
    ]
)
_WHOLE = re.compile(r"\sof\s(?:the\s|all\s|its\s|their\s)?")
_CONJOINED = re.compile(r"\s(?:and|or)\s")


@dataclass(frozen=True, slots=True)
class _Unit:
    end: int
    text: str


def find_claims(document: Document) -> Iterator[Candidate]:
    """Mark each figure or number word that counts something: people, troops, kilometres, money, per cent.

    Dates, ordinals, designations (Article 4, page 3, a unit's number) and counts of an argument's parts
    ("two reasons") are no claims. A printed range gives one candidate with the feature `upper`.
    """
    for passage in document.body():
        if passage.kind in _KINDS:
            yield from _in_passage(document, passage)


def _in_passage(document: Document, passage: Passage) -> Iterator[Candidate]:
    text = passage.text
    numbers = list(find_quantities(text))
    dates = passage_dates(text) if numbers else ()
    masked = _Mask(dates)
    for number in numbers:
        unit = _unit(text, number)
        if unit is None or masked.covers(text, number, unit) or _is_designation(text, number, unit):
            continue
        hedge = bound_around(text, number.start, number.end)
        end = max(unit.end, hedge.end if hedge.end > number.end else 0)
        span = passage.span(hedge.start, end)
        bound = "at-least" if number.vague and hedge.bound == "exact" else hedge.bound
        features = [("bound", bound), ("unit", unit.text), ("value", number.value)]
        if number.upper is not None:
            features.append(("upper", number.upper))
        rule = "claim-money" if number.currency else "claim-quantity"
        yield Candidate(span, CandidateKind.CLAIM, span.of(document.text), rule, passage.block, tuple(sorted(features)))


class _Mask:
    """The dates of a passage, walked once in step with its numbers."""

    def __init__(self, dates: tuple[FoundDate, ...]) -> None:
        """Start before the first date."""
        self._dates = dates
        self._at = 0

    def covers(self, text: str, number: Quantity, unit: _Unit) -> bool:
        """Tell whether the number is part of a date; a bare year before a counted word ("1200 men") is none."""
        while self._at < len(self._dates) and self._dates[self._at].end <= number.start:
            self._at += 1
        if self._at == len(self._dates) or self._dates[self._at].start >= number.end:
            return False
        date = self._dates[self._at]
        bare = date.end - date.start == 4 and number.start == date.start
        return not (bare and unit.text.split()[-1].casefold() in _counted() and len(unit.text.split()) == 1)


@cache
def _counted() -> frozenset[str]:
    return frozenset(read_words("counted")) | frozenset(read_words("measures"))


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(rf"\s?({one_of(read_words('measures'))})(?![\w’'-])", re.IGNORECASE)


def _unit(text: str, number: Quantity) -> _Unit | None:
    """Read what is counted: a measure, else the words up to the first plural; the sign of a currency."""
    ceiling = min(len(text), number.end + _REACH)
    measure = _measure().match(text, number.end, ceiling)
    if (
        measure is not None
        and not number.currency
        and (len(measure.group(1)) > 2 or measure.group(1).islower() or measure.group(1) == "%")
    ):
        return _of_what(text, measure, ceiling)
    if number.currency:
        return _Unit(number.end, number.currency)
    at = number.end
    if number.vague:
        of = re.match(r"\sof\b", text[at : at + 4])
        at = at + 3 if of else at
    filler = _FILLERS.match(text, at, ceiling)
    return _plural(text, filler.end(), ceiling) if filler is not None else None


def _of_what(text: str, measure: re.Match[str], ceiling: int) -> _Unit:
    """Give a share together with the whole that it is of ("per cent of the population")."""
    if measure.group(1).casefold() in ("%", "percent", "per cent", "per cent."):
        whole = _WHOLE.match(text, measure.end(), ceiling)
        end = _words_end(text, whole.end(), ceiling) if whole is not None else None
        if end is not None:
            return _Unit(end, text[measure.start(1) : end])
    return _Unit(measure.end(1), measure.group(1))


def _words_end(text: str, start: int, ceiling: int) -> int | None:
    end = None
    at = start
    for token in list(_TOKEN.finditer(text, start, ceiling))[:3]:
        if text[at : token.start()].strip(" ") or token.group().casefold() in function_words():
            break
        end = at = token.end()
    return end


def _plural(text: str, start: int, ceiling: int) -> _Unit | None:
    first = end = at = start
    for count, token in enumerate(_TOKEN.finditer(text, start, ceiling)):
        low = token.group().casefold()
        if (
            text[at : token.start()].strip(" ")
            or count > 5
            or low in function_words()
            or (count == 0 and token.start() > at)
        ):
            break
        at = token.end()
        if _is_plural(low) or low in _counted():
            end = token.end()
            if not (low in _counted() and _plural_follows(text, end, ceiling)):
                break
        elif low in number_words():
            return None
    if end == start:
        return _single(text, start, ceiling)
    joined = _CONJOINED.match(text, end, ceiling)
    if joined is not None:
        end = _second(text, joined.end(), ceiling) or end
    return _Unit(end, text[first:end])


def _plural_follows(text: str, end: int, ceiling: int) -> bool:
    token = _TOKEN.match(text, end + 1, ceiling)
    return token is not None and text[end] == " " and _is_plural(token.group().casefold())


_SINGLE = re.compile(r"([^\W\d_][\w’'-]{2,20})\s(?:was|were|had|have|are|is)\b")


def _single(text: str, start: int, ceiling: int) -> _Unit | None:
    """Read one word before a verb as what is counted, though it does not look like a plural ("100 villager were")."""
    match = _SINGLE.match(text, start, ceiling)
    if match is None or match.group(1).casefold() in function_words() or text[start].isupper():
        return None
    return _Unit(match.end(1), match.group(1))


def _second(text: str, start: int, ceiling: int) -> int | None:
    """Read the second thing counted by the same figure ("7,000 rebels and soldiers"): at most three words."""
    at = start
    for count, token in enumerate(_TOKEN.finditer(text, start, ceiling)):
        low = token.group().casefold()
        if text[at : token.start()].strip(" ") or count > 2 or low in function_words() or low in number_words():
            return None
        at = token.end()
        if _is_plural(low) or low in _counted():
            return token.end() if count else None
    return None


def _is_plural(low: str) -> bool:
    if len(low) < 4 or low.endswith(("ss", "us", "is", "'s", "’s")) or low in month_words():
        return False
    return low.endswith(("s", "men", "women"))


@cache
def _designators() -> frozenset[str]:
    return frozenset(read_words("designators"))


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(read_words("counted_not"))


def _is_designation(text: str, number: Quantity, unit: _Unit) -> bool:
    if not text[: number.start].strip() or (len(unit.text) > 4 and unit.text.isupper()):
        # What opens a block is its number, and capitals throughout are a heading's.
        return text[number.start].isdigit() or unit.text.isupper()
    before = _BEFORE.search(text, max(0, number.start - 30), number.start)
    word = before.group(1).casefold() if before else ""
    if word in _designators():
        return True
    spelled = not text[number.start : number.end].strip("$£€¥").replace(",", "").replace(".", "")[:1].isdigit()
    last = unit.text.split()[-1].casefold() if unit.text else ""
    return spelled and not number.vague and (word in _DEFINITE or last in _uncounted())
