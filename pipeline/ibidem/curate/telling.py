"""Tell what needs a person: in lines for people, in plain values for programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ibidem.curate.doubt import Doubt
from ibidem.curate.propose import Proposal, propose
from ibidem.curate.reading import Context, Reading, context_of, quoted_place
from ibidem.decision_text import decision_text
from ibidem.edition import SETTABLE, Entry
from ibidem.finding import Code
from ibidem.formats.text import in_one_line
from ibidem.origin import Finder, Whereabouts
from ibidem.record import Record

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt with what a person needs to settle it; `where` is None for what stands in no place of the text."""

    doubt: Doubt
    file: str
    where: Whereabouts | None
    context: Context | None
    proposal: Proposal
    blank: Entry | None


def question_of(doubt: Doubt, reading: Reading, record: Record, *, finder: Finder) -> Question:
    """Put a doubt about a record after decisions as a question: where it stands, in which words, what is proposed."""
    span = doubt.span
    return Question(
        doubt=doubt,
        file=doubt.source or (reading.settings if doubt.code == Code.EXPECTED_COUNT else reading.file),
        where=Whereabouts(line=doubt.line) if doubt.line else finder.at(span.start) if span else None,
        context=context_of(reading.document, span) if span else None,
        proposal=propose(doubt, reading, record),
        blank=_blank(doubt, reading),
    )


def _blank(doubt: Doubt, reading: Reading) -> Entry | None:
    if doubt.span is None:
        return None
    exact, prefix, suffix, at = quoted_place(reading.document, doubt.span)
    kind = doubt.kinds[0] if doubt.kinds else "quotation"
    return Entry("correct", kind, exact, prefix, suffix, (), None, "", "", "", 0, at)


def question_lines(question: Question) -> Iterator[str]:
    """Lay a question out for reading."""
    doubt, context, proposal = question.doubt, question.context, question.proposal
    yield f"{place_of(question)}: {doubt.severity}: {in_one_line(doubt.message)} [{doubt.code}]"
    if context is not None:
        note = f"note {context.note}: " if context.note else ""
        yield f"  {note}{in_one_line(f'{context.before}[{context.exact}]{context.after}')}"
    if proposal.decision is None:
        yield f"  {doubt.advice or 'no decision is proposed: see docs/findings.md'}"
        return
    yield from (f"  {line}" for line in decision_text(proposal.decision).splitlines())
    if proposal.otherwise is not None:
        yield f"  # or: {summary(proposal.otherwise)}"


def place_of(question: Question) -> str:
    """Say where a question stands, first the file, so that an editor finds it."""
    where = question.where
    if where is None:
        return question.file
    return f"{question.file}:{where.line}" if where.line is not None else f"{question.file}, {where.told()}"


def summary(entry: Entry) -> str:
    """Say a decision in a few words."""
    values = dict(entry.changes)
    said = "".join(f", {name}: {value}" for name, value in values.items())
    into = f" into {entry.into}" if entry.into else ""
    return in_one_line(f"{entry.action} {entry.kind}{into}{said}")


def plain_question(question: Question) -> Plain:
    """Give a question as plain values, leaving out what is not known; offsets count code points, half-open."""
    doubt, where, context = question.doubt, question.where, question.context
    values: Plain = {
        "code": str(doubt.code),
        "severity": str(doubt.severity),
        "doubt": round(doubt.weight, 3),
        "message": doubt.message,
        "source": question.file,
        "line": where.line if where else None,
        "page": where.page if where else None,
        "note": where.note if where else None,
        "path": where.path if where else None,
        "start": doubt.span.start if doubt.span else None,
        "end": doubt.span.end if doubt.span else None,
        "focus": doubt.focus,
        "before": context.before if context else None,
        "exact": context.exact if context else None,
        "after": context.after if context else None,
        "proposal": _written(question.proposal.decision),
        "otherwise": _written(question.proposal.otherwise),
        "advice": doubt.advice or None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _written(entry: Entry | None) -> str | None:
    return decision_text(entry) if entry else None


def draft(entry: Entry | None, question: Question) -> str:
    """Write a decision for a person to change; where none is proposed, one to be filled in."""
    if entry is not None:
        return f"{decision_text(entry)}# can be set: {', '.join(dict(SETTABLE)[entry.kind])}\n"
    return decision_text(question.blank, blank=True).replace("  by: \n", "") if question.blank else ""
