"""Mark the clauses of the body that report something dated to a year or better."""

import re
from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.edtf import Date
from ibidem.parse.clause import event_kind, reported_clauses, telling_verb, trimmed
from ibidem.parse.passage import passage_dates, passage_sentences

_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})
_FEWEST = 4
_LETTER = re.compile(r"[^\W\d_]")


def find_events(document: Document) -> Iterator[Candidate]:
    """Mark one clause for each date; where nothing parts two dates of a sentence, the sentence once.

    The feature `date` is EDTF, `printed` the date as printed, a year carried from the sentences before.
    """
    for passage in document.body():
        if passage.kind in _KINDS:
            yield from _in_passage(document, passage)


def _in_passage(document: Document, passage: Passage) -> Iterator[Candidate]:
    text = passage.text
    dates = passage_dates(text)
    if not dates:
        return
    at = 0
    year: str | None = None
    told: Date | None = None
    for start, end in passage_sentences(text, tuple(at for at, _ in passage.markers)):
        first = at
        while at < len(dates) and dates[at].start < end:
            at += 1
        found = reported_clauses(text, start, end, dates[first:at])
        for left, right, date in found:
            if _tells(text, left, right):
                yield _candidate(document, passage, (left, right), date.date, "event-dated-clause")
        if found:
            year, told = found[-1][2].date.edtf[:4], found[-1][2].date if len(found) == 1 else None
        elif at > first or year is None or not _goes_on(text, start, end):
            year = None
        else:
            left, right = trimmed(text, start, end)
            date = told if told is not None and event_kind(text[left:right]) == "treaty" else Date(year, year)
            yield _candidate(document, passage, (left, right), date, "event-carried-year")


def _tells(text: str, left: int, right: int) -> bool:
    return len(text[left:right].split()) >= _FEWEST and _LETTER.search(text, left, right) is not None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence without a date reports an event in the past, so that the year before it holds on."""
    return _tells(text, start, end) and telling_verb(text[start:end]) is not None


def _candidate(document: Document, passage: Passage, clause: tuple[int, int], date: Date, rule: str) -> Candidate:
    span = passage.span(*clause)
    features = (("date", date.edtf), ("printed", date.printed))
    return Candidate(span, CandidateKind.EVENT, span.of(document.text), rule, passage.block, features)
