"""Mark the quantities that the body states: a figure, what is counted, and how exact it is."""

import re
from collections.abc import Iterator
from functools import cache

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.parse.date import FoundDate
from ibidem.parse.passage import passage_dates
from ibidem.parse.quantity import Quantity, bound_around, find_quantities
from ibidem.parse.unit import Unit, read_unit
from ibidem.words import read_words

_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})
_BEFORE = re.compile(r"(?:^|[\s(\"“‘])([^\s(\"“‘]{1,24}?)\.?\s?(?:\d{1,4}\s?(?:,|and|or|to|–|-|&)\s?){0,3}$")
_DEFINITE = frozenset(
    {"the", "these", "those", "both", "its", "their", "his", "her", "our", "my"}
    | {"other", "last", "first", "next", "past"}
)
_TIME = re.compile(r"(?:years?|months?|weeks?|days?|hours?|decades?|centuries|minutes)$", re.IGNORECASE)
_OF = re.compile(r"\sof\s(?:the\s)?")
_NEXT = re.compile(r",\s(?:and\s)?|\sand\s")
_NAME = re.compile(r"(?:the\s)?[A-Z]")
_LISTED = 160
_APART = re.compile(r"\s(?:later|afterwards|earlier|before|ago|after|since|hence|previously)\b")


def find_claims(document: Document) -> Iterator[Candidate]:
    """Mark each figure or number word that counts something: people, troops, kilometres, money, per cent.

    Dates, ordinals, designations (Article 4, page 3, a unit's number), "two years later", counts of an argument's
    parts ("two reasons") and of what is named one by one ("three states of A, B and C") are no claims. A printed
    range gives one candidate with the feature `upper`.
    """
    for passage in document.body():
        if passage.kind in _KINDS:
            yield from _in_passage(document, passage)


def _in_passage(document: Document, passage: Passage) -> Iterator[Candidate]:
    text = passage.text
    numbers = list(find_quantities(text))
    masked = _Mask(passage_dates(text) if numbers else ())
    for number in numbers:
        unit = None if masked.covers(number) else read_unit(text, number)
        if (
            unit is None
            or _is_designation(text, number, unit)
            or _is_lapse(text, unit)
            or _is_listed(text, number, unit)
        ):
            continue
        hedge = bound_around(text, number.start, number.end, unit.end)
        span = passage.span(hedge.start, hedge.end)
        features = [("bound", hedge.bound), ("unit", unit.text), ("value", number.value)]
        if number.upper is not None:
            features.append(("upper", number.upper))
        rule = "claim-money" if number.currency else "claim-quantity"
        yield Candidate(span, CandidateKind.CLAIM, span.of(document.text), rule, passage.block, tuple(sorted(features)))


def _is_lapse(text: str, unit: Unit) -> bool:
    """Tell whether a time only says how much later something was."""
    return _TIME.search(unit.text) is not None and _APART.match(text, unit.end) is not None


def _is_listed(text: str, number: Quantity, unit: Unit) -> bool:
    """Tell whether as many names as the number says follow: "four republics of A, B, C and D"."""
    of = _OF.match(text, unit.end)
    if of is None:
        return False
    names = 0
    for part in _NEXT.split(text[of.end() : of.end() + _LISTED]):
        names += _NAME.match(part) is not None
        if not part.replace(" ", "").isalpha():
            break
    return 1 < names == (int(number.value) if number.value.isdigit() else 0)


class _Mask:
    """The dates of a passage, walked once in step with its numbers."""

    def __init__(self, dates: tuple[FoundDate, ...]) -> None:
        """Start before the first date."""
        self._dates = dates
        self._at = 0

    def covers(self, number: Quantity) -> bool:
        """Tell whether the number is part of a date."""
        while self._at < len(self._dates) and self._dates[self._at].end <= number.start:
            self._at += 1
        return self._at < len(self._dates) and self._dates[self._at].start < number.end


@cache
def _designators() -> frozenset[str]:
    return frozenset(read_words("designators"))


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(read_words("counted_not"))


def _is_designation(text: str, number: Quantity, unit: Unit) -> bool:
    opens = number.start < 40 and not text[: number.start].strip()
    if (opens and text[number.start].isdigit()) or (unit.text.isupper() and (opens or len(unit.text) > 4)):
        # What opens a block is its number, and capitals throughout are a heading's.
        return True
    before = _BEFORE.search(text, max(0, number.start - 30), number.start)
    word = before.group(1).casefold() if before else ""
    if word in _designators() and "," not in text[number.start : number.end]:
        return True
    last = unit.text.split()[-1].casefold() if unit.text else ""
    return number.spelled and (word in _DEFINITE or last in _uncounted())
