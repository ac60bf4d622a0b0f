"""Mark the clauses of the body that report something dated to a year or better."""

import re
from collections.abc import Generator, Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.edtf import Date
from ibidem.parse.clause import narrowed, reported_clauses
from ibidem.parse.event_kind import event_kind, has_verb
from ibidem.parse.passage import dates_within, passage_dates, passage_sentences
from ibidem.parse.relative import counts_on

_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})
_DATED, _CARRIED = "event-dated-clause", "event-carried-year"
_FEWEST = 3
"""How many words a clause has at least."""
_ADDS = re.compile(
    r"\s*(?:Since\sthen,?\s[A-Z][^.;:]{2,60}\s(?:has|have)\s"
    r"|[A-Z][^;:.]{1,80}?\s(?:(?:was|were)\salso\s|also\s(?:began|started|announced|decided|agreed|sent|took)\b))"
)
"""A sentence that adds to what was just told: "It was also closed", "The army also began to ..."."""
_LETTER = re.compile(r"[^\W\d_]")
_LAID_DOWN = re.compile(r"\s*(?:under|according\sto|by)\s(?:the\s)?art(?:icle|\.)", re.IGNORECASE)


def find_events(document: Document) -> Iterator[Candidate]:
    """Mark one clause for each date; where nothing parts two dates of a sentence, the sentence once.

    The feature `date` is EDTF, `printed` the date as printed. A sentence without a date takes the year of the
    one before where it goes on telling.
    """
    last: tuple[Date, ...] = ()
    for passage in document.body():
        if passage.kind in _KINDS:
            last = yield from _in_passage(document, passage, last)


def _in_passage(
    document: Document, passage: Passage, before: tuple[Date, ...]
) -> Generator[Candidate, None, tuple[Date, ...]]:
    """Mark the clauses of a passage; `before` are the dates that the one before told last, and these are given back."""
    text = passage.text
    dates = passage_dates(text)
    told: tuple[Date, ...] = ()
    last = before
    for start, end in passage_sentences(text, tuple(at for at, _ in passage.markers)) if dates or before else ():
        near = dates_within(dates, start, end)
        found = reported_clauses(text, start, end, near)
        for left, right, date in found:
            if _tells(text, left, right):
                yield _candidate(document, passage, (left, right), date.date, _DATED)
        carried = _gone_on(text, start, end, told) if told and not near else None
        if carried is None and last and not near and _ADDS.match(text, start, end):
            carried = _year(last) if _tells(text, start, end) and not counts_on(text, start, end) else None
        if carried is not None:
            yield _candidate(document, passage, narrowed(text, start, end, end), carried, _CARRIED)
        told = tuple(date.date for _, _, date in found)
        # What is added to what was added: but a sentence that tells nothing of the kind ends it.
        last = told or ((carried,) if carried is not None else ())
    return last


def _tells(text: str, left: int, right: int) -> bool:
    return len(text[left:right].split()) >= _FEWEST and _LETTER.search(text, left, right) is not None


def _gone_on(text: str, start: int, end: int, told: tuple[Date, ...]) -> Date | None:
    """Date a sentence that has no date: it reports an event in the past, and the year before holds on.

    `told` are the dates of the sentence before; a treaty is of its very day, where it has only one.
    """
    if not _tells(text, start, end) or counts_on(text, start, end):
        return None
    if not has_verb(text[start:end]) or _LAID_DOWN.match(text, start, end):
        return None
    if len(told) == 1 and event_kind(text[start:end], "") == "treaty":
        return told[0]
    return _year(told)


def _year(told: tuple[Date, ...]) -> Date:
    year = f"{told[-1].earliest.year:04d}"
    return Date(year, year)


def _candidate(document: Document, passage: Passage, clause: tuple[int, int], date: Date, rule: str) -> Candidate:
    span = passage.span(*clause)
    features = (("date", date.edtf), ("printed", date.printed))
    return Candidate(span, CandidateKind.EVENT, span.of(document.text), rule, passage.block, features)
