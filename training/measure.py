"""Hold parsed fields against gold: exact after normalisation, as `score_references.py` of the reference sets does.

A field counts where its whole value equals the gold one without case, quotation marks, punctuation and labels, names as
a bag of words, dates as ISO, page ranges written out. A wrong value is one false positive and one false negative.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

FIELDS = ("author", "editor", "title", "container-title", "volume", "issue", "date", "pages", "publisher", "location")
"""The fields over which the averages run."""
Record = Mapping[str, Sequence[str]]
_DASH = re.compile(r"\s*[\u2010-\u2015\u2212\-~]+\s*")
_ROLES = frozenset(
    (
        "ed",
        "eds",
        "edited",
        "editor",
        "editors",
        "edn",
        "hrsg",
        "hg",
        "hgg",
        "herausgegeben",
        "von",
        "by",
        "trans",
        "translated",
        "translator",
        "and",
        "und",
        "et",
        "al",
        "others",
        "in",
        "dir",
        "the",
        "s",
    )
)
_NUMBER_WORDS = frozenset(
    (
        "vol",
        "vols",
        "volume",
        "volumes",
        "v",
        "bd",
        "band",
        "t",
        "tome",
        "jg",
        "no",
        "nos",
        "nr",
        "n",
        "issue",
        "iss",
        "heft",
        "h",
        "number",
        "num",
        "nº",
        "č",
        "fasc",
        "º",
        "o",
    )
)
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier gennaio enero",
            "february feb februar fevrier février febbraio febrero",
            "march mar märz mars marzo",
            "april apr avril aprile abril",
            "may mai maggio mayo",
            "june jun juni juin giugno junio",
            "july jul juli juillet luglio julio",
            "august aug août agosto",
            "september sept sep septembre settembre septiembre",
            "october oct oktober okt octobre ottobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre dicembre diciembre",
        ),
        start=1,
    )
    for name in names.split()
}


def words(text: str) -> list[str]:
    """Give the words of a text in small letters."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def _names(text: str) -> str:
    return " ".join(sorted(word for word in words(text) if word not in _ROLES))


def _text(text: str) -> str:
    plain = re.sub(r"[\u2019'](?=\w)", "", unicodedata.normalize("NFKC", text))
    return " ".join(words(re.sub(r"(\w)-\s+(\w)", r"\1\2", plain)))


def _container(text: str) -> str:
    found = _text(text).split()
    while found and found[0] in ("in", "aus", "dans", "the"):
        found = found[1:]
    return " ".join(found)


def _number(text: str) -> str:
    found = words(text)
    return " ".join([word for word in found if word not in _NUMBER_WORDS] or found)


def _date(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    iso = re.fullmatch(r"\s*(\d{4})-(\d\d)(?:-(\d\d))?\s*", plain)
    if iso:
        return "-".join(part for part in iso.groups() if part)
    years, found = _YEAR.findall(plain), words(plain)
    months = [_MONTHS[word] for word in found if word in _MONTHS]
    if len(years) != 1:
        return " ".join(sorted(found))
    rest = [word for word in found if word not in _MONTHS and not _YEAR.search(word)]
    days = [word for word in rest if re.fullmatch(r"\d\d?(st|nd|rd|th)?", word)]
    rest = [
        word for word in rest if word not in days and word not in ("accessed", "published", "of", "th", "st", "the")
    ]
    said = years[0]
    if months:
        said += "-" + "/".join(f"{month:02d}" for month in months)
        if days:
            said += "-" + "/".join(f"{int(re.sub(r'[a-z]+', '', day)):02d}" for day in days)
        days = []
    letter = re.search(years[0] + r"([a-z])\b", plain)
    return " ".join([said + (letter[1] if letter else ""), *sorted(rest + days)])


def _pages(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"\b(pages?|pp?|pgs?|seiten?|ss?|pág(s|ina|inas)?|fols?|ff?)\b\.?", " ", plain)
    plain = _DASH.sub("-", re.sub(r"\bp{1,2}\.?(?=\d)", " ", plain))

    def whole(match: re.Match[str]) -> str:
        first, last = match[1], match[2]
        return f"{first}-{first[: len(first) - len(last)] + last if len(last) < len(first) else last}"

    return " ".join(re.findall(r"[^\W_]+(?:-[^\W_]+)*", re.sub(r"(\d+)-(\d+)", whole, plain)))


_NORMAL = {
    "author": _names,
    "editor": _names,
    "container-title": _container,
    "volume": _number,
    "issue": _number,
    "date": _date,
    "pages": _pages,
}


def normal(name: str, values: Sequence[str]) -> tuple[str, ...]:
    """Give the normalised values of a field, sorted; names are one bag of words."""
    held = [" ; ".join(values)] if values and name in ("author", "editor") else values
    return tuple(sorted(value for value in (_NORMAL.get(name, _text)(one) for one in held) if value))


@dataclass(slots=True)
class Tally:
    """What was right, wrongly given and missed, by field."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Record, found: Record) -> None:
        """Count one reference."""
        for name in FIELDS:
            one, other = normal(name, gold.get(name, ())), normal(name, found.get(name, ()))
            if one and other and (one == other or " ".join(one) == " ".join(other)):
                self.right[name] += 1
            else:
                self.wrong[name] += bool(other)
                self.missed[name] += bool(one)

    def figures(self, names: Iterable[str] = FIELDS) -> tuple[float, float, float]:
        """Give recall, precision and F1 over fields."""
        listed = tuple(names)
        right, wrong, missed = (sum(held[name] for name in listed) for held in (self.right, self.wrong, self.missed))
        recall = right / (right + missed) if right + missed else 0.0
        precision = right / (right + wrong) if right + wrong else 0.0
        return recall, precision, 2 * right / (2 * right + wrong + missed) if right else 0.0
