"""What needs a person, the most doubtful first: findings, fields that a model is not sure of, unread parts of notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from ibidem.cited import Reference
from ibidem.curate.reading import Reading
from ibidem.document import PartKind
from ibidem.edition import SETTABLE
from ibidem.finding import Code, Finding, Severity
from ibidem.parse.sign import is_comment
from ibidem.record import Record
from ibidem.resolve.target import find_target
from ibidem.span import Span
from ibidem.words import read_table

SURE = 0.6
"""How probable a field must be to be asked about no more."""

_ODD = 0.3
"""How much it weighs where a shape warns: most often a note is a remark, or a source has no title."""

_UNREAD = 12
"""How many letters and figures of a note must be unread to be asked about."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that needs a person.

    `code` is a finding's, `fields-doubtful` or `note-unread`; `weight` says how doubtful it is, from 0 to 1; `kinds`
    are the kinds of decisions that answer it, `focus` the record item's `kind/key`, `advice` what to do where none can.
    """

    code: str
    severity: Severity
    weight: float
    message: str
    span: Span | None
    kinds: tuple[str, ...]
    focus: str | None = None
    advice: str = ""
    source: str | None = None
    line: int | None = None


def doubts_of(reading: Reading, record: Record) -> tuple[Doubt, ...]:
    """Give what a record after decisions leaves to be decided, the most doubtful first, then in the text's order."""
    found = (*_findings(record.findings), *_shapes(reading), *_fields(record), *_unread(reading, record))
    return tuple(sorted(_asked(found, reading, record), key=_order))


def _order(doubt: Doubt) -> tuple[float, int, str]:
    return -doubt.weight, doubt.span.start if doubt.span else -1, doubt.message


@cache
def _listed() -> dict[str, tuple[float, tuple[str, ...], str]]:
    rows = read_table("review")
    return {
        code: (float(doubt), tuple(kinds.split()) if kinds != "-" else (), advice)
        for code, doubt, kinds, advice in rows
    }


def _findings(findings: tuple[Finding, ...]) -> Iterator[Doubt]:
    for finding in dict.fromkeys(findings):
        weight, kinds, advice = _listed()[finding.code]
        yield Doubt(
            code=finding.code,
            severity=finding.severity,
            weight=_weighed(finding, weight),
            message=finding.message,
            span=finding.span,
            kinds=kinds,
            focus=finding.focus,
            advice=advice,
            source=finding.source,
            line=finding.line,
        )


def _shapes(reading: Reading) -> Iterator[Doubt]:
    """Ask about what the shapes found at the last build, each about the kind of its focus node."""
    for doubt in _findings(reading.checked):
        kind = (doubt.focus or "").rstrip("/").split("/")[-2:-1]
        about = tuple(kind) if kind and kind[0] in dict(SETTABLE) else ()
        weight = doubt.weight if doubt.severity is Severity.VIOLATION else _ODD
        yield replace(doubt, weight=weight, kinds=about, focus=None, source=None, line=None)


def _weighed(finding: Finding, weight: float) -> float:
    """What refuses the paper comes first, what is noted only after what is warned of."""
    if finding.severity is Severity.VIOLATION:
        return max(weight, 0.95)
    return min(weight, 0.5 if finding.severity is Severity.INFO else 0.9)


def _fields(record: Record) -> Iterator[Doubt]:
    """Ask about the fields of which a statistical model is not sure, the least sure first."""
    weight, kinds, advice = _listed()["fields-doubtful"]
    for reference in record.references:
        unsure = _unsure(reference)
        if unsure:
            told = ", ".join(f"{name} ({chance:.0%})" for name, chance in unsure)
            message = f"note {reference.number}: the model is not sure of {told}; correct them, or confirm the work"
            least = min(chance for _, chance in unsure)
            span, focus = reference.mention.span, f"reference/{reference.key}"
            grave = weight + (SURE - least) / 4
            yield Doubt("fields-doubtful", Severity.INFO, grave, message, span, kinds, focus, advice)


def _unsure(reference: Reference) -> list[tuple[str, float]]:
    held = reference.fields.confidence if reference.fields else ()
    return sorted((pair for pair in held if pair[1] < SURE), key=lambda pair: pair[1])


def _unread(reading: Reading, record: Record) -> Iterator[Doubt]:
    """Ask about what stands in a note and is in no reference, where it is not a comment."""
    weight, kinds, advice = _listed()["note-unread"]
    known = [finding.span for finding in record.findings if finding.code is Code.REFERENCE_UNREAD and finding.span]
    text = reading.document.text
    for span in unread_spans(reading, record):
        exact = span.of(text)
        if sum(map(str.isalnum, exact)) < _UNREAD or is_comment(exact) or any(span.overlaps(one) for one in known):
            continue
        message = "this part of the note is read as no reference; confirm the reference beside it if it is a remark"
        yield Doubt("note-unread", Severity.INFO, weight, message, span, kinds, None, advice)


def unread_spans(reading: Reading, record: Record) -> Iterator[Span]:
    """Give the stretches of notes with a letter or figure that no reference covers, without white space around them."""
    taken = sorted(reference.mention.span for reference in record.references)
    text, index = reading.document.text, 0
    for part in reading.document.parts:
        if part.kind is not PartKind.NOTE:
            continue
        at = part.span.start
        while index < len(taken) and taken[index].end <= at:
            index += 1
        for span in taken[index:]:
            if span.start >= part.span.end:
                break
            yield from _bare(text, at, span.start)
            at = max(at, span.end)
        yield from _bare(text, at, part.span.end)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    exact = text[start:end]
    first, last = start + len(exact) - len(exact.lstrip()), start + len(exact.rstrip())
    if any(map(str.isalnum, exact)):
        yield Span(first, last)


def _asked(doubts: Iterable[Doubt], reading: Reading, record: Record) -> Iterator[Doubt]:
    """Leave out what a person decided about already; a defect in the text stays a finding all the same."""
    decided: dict[str, list[Span]] = {}
    items: set[str] = set()
    for decision in record.decisions:
        decided.setdefault(decision.kind, []).append(decision.mention.span)
        item = find_target(record, decision.kind, decision.mention.span, action="correct")
        items.add(f"{decision.kind}/{item.key}" if item is not None else "")
    for doubt in doubts:
        near = doubt.span
        if near is not None and doubt.code == "note-unread":
            passage = reading.document.passage_at(near.start)
            near = passage.span(0, len(passage.text)) if passage else near
        here = near and any(span.overlaps(near) for kind in doubt.kinds for span in decided.get(kind, ()))
        if doubt.source is not None or not (here or (doubt.kinds and doubt.focus in items)):
            yield doubt
