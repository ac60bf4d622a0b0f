"""Mark the clauses of the body that report something dated to a year or better."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.edtf import Date
from ibidem.parse.clause import narrowed, reported_clauses
from ibidem.parse.event_kind import event_kind, has_verb
from ibidem.parse.passage import dates_within, passage_dates, passage_sentences
from ibidem.parse.relative import relative_year

_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})
_RELATIVE = "event-relative-year"
_FEWEST = 3
"""How many words a clause has at least."""
_LETTER = re.compile(r"[^\W\d_]")
_LAID_DOWN = re.compile(r"\s*(?:under|according\sto|by)\s(?:the\s)?art(?:icle|\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sentence before was dated to: its year, and its date if it had one only."""

    year: int
    date: Date | None


def find_events(document: Document) -> Iterator[Candidate]:
    """Mark one clause for each date; where nothing parts two dates of a sentence, the sentence once.

    The feature `date` is EDTF, `printed` the date as printed. A sentence without a date takes the year of the
    one before where it goes on telling, or counts from it ("two years later").
    """
    for passage in document.body():
        if passage.kind in _KINDS:
            yield from _in_passage(document, passage)


def _in_passage(document: Document, passage: Passage) -> Iterator[Candidate]:
    text = passage.text
    dates = passage_dates(text)
    told: _Told | None = None
    for start, end in passage_sentences(text, tuple(at for at, _ in passage.markers)) if dates else ():
        near = dates_within(dates, start, end)
        found = reported_clauses(text, start, end, near)
        for left, right, date in found:
            if _tells(text, left, right):
                yield _candidate(document, passage, (left, right), date.date, "event-dated-clause")
        if found:
            last = found[-1][2].date
            told = _Told(last.earliest.year, last if len(found) == 1 else None)
            continue
        after = _gone_on(text, start, end, told) if told is not None and not near else None
        if after is not None:
            date_of_it, rule = after
            yield _candidate(document, passage, narrowed(text, start, end, end), date_of_it, rule)
        told = _Told(after[0].earliest.year, None) if after is not None and after[1] == _RELATIVE else None


def _tells(text: str, left: int, right: int) -> bool:
    return len(text[left:right].split()) >= _FEWEST and _LETTER.search(text, left, right) is not None


def _gone_on(text: str, start: int, end: int, told: _Told) -> tuple[Date, str] | None:
    """Date a sentence that has no date: it reports an event in the past, and the year before holds on."""
    if not _tells(text, start, end):
        return None
    relative = relative_year(text, start, end, told.year)
    if relative is not None:
        return (relative.date, _RELATIVE) if relative.date is not None else None
    if not has_verb(text[start:end]) or _LAID_DOWN.match(text, start, end):
        return None
    if told.date is not None and event_kind(text[start:end], "") == "treaty":
        return told.date, "event-carried-year"
    return Date(f"{told.year:04d}", f"{told.year:04d}"), "event-carried-year"


def _candidate(document: Document, passage: Passage, clause: tuple[int, int], date: Date, rule: str) -> Candidate:
    span = passage.span(*clause)
    features = (("date", date.edtf), ("printed", date.printed))
    return Candidate(span, CandidateKind.EVENT, span.of(document.text), rule, passage.block, features)
