"""Read what a person asks to have explained, and lay the explanation out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ibidem.curate.explain import (
    COLLECTIONS,
    Explained,
    context_words,
    explain_item,
    explain_span,
    findings_at,
    known_keys,
)
from ibidem.decision_text import quoted
from ibidem.document import Document, Mention
from ibidem.errors import InputError
from ibidem.finding import Finding
from ibidem.formats.text import in_one_line
from ibidem.line import Lines
from ibidem.origin import Finder
from ibidem.record import Decision, Record
from ibidem.span import Span

_KINDS = (*(kind for kind, _ in COLLECTIONS), "role", "provision")
_PASSAGE = re.compile(r"(\d{1,9})-(\d{1,9})")
_SHOWN = 3
"""How many places of a thing are shown with their words; the others are counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: a thing by kind and key, or a line, of a file if one is named."""

    text: str
    paper: str | None = None
    kind: str = ""
    key: str = ""
    line: int | None = None
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that something is explained of: its text, its record, and how places and file are told."""

    document: Document
    record: Record
    finder: Finder
    file: str


def read_target(text: str, *, base: str) -> Asked:
    """Read an IRI (whole, or from the paper's id on), a line, or a file with a line; raise InputError for none."""
    bare = text.strip()
    if bare.isdecimal() and bare.isascii():
        return Asked(text, line=int(bare[:12]))
    file, _, line = bare.rpartition(":")
    if file and line.isdecimal() and line.isascii() and not file.startswith(base):
        return Asked(text, line=int(line[:12]), file=Path(file))
    local, _, fragment = bare.removeprefix(base).partition("#")
    parts = local.strip("/").split("/")
    if len(parts) == 3 and all(parts):
        return Asked(text, parts[0], parts[1], parts[2])
    if len(parts) == 2 and parts[1] == "reading" and fragment.startswith("at-"):
        return Asked(text, parts[0], "reading", fragment.removeprefix("at-"))
    advice = f"name a thing of a paper ({base}PAPER/actor/NAME, or from PAPER on), a line, or FILE:LINE"
    raise InputError(f"{text!r} is nothing that can be explained; {advice}")


def explained_lines(asked: Asked, paper: Paper, *, decided: bool) -> Iterator[str]:
    """Lay out what is known of what is asked about; raise InputError where there is nothing of that name or place.

    `decided` says that the line is one of decisions.yaml.
    """
    if asked.line is None and asked.kind not in ("passage", "reading"):
        yield from _thing(asked, paper)
        return
    if decided:
        yield from _decision_at(asked, paper)
        return
    span = _span(asked, paper)
    yield f"{_place(paper, span)}"
    yield f"  {in_one_line(span.of(paper.document.text))}"
    found = explain_span(paper.record, span)
    for one in found:
        yield ""
        yield from _lines(one, paper)
    told = {finding for one in found for finding in one.findings}
    rest = [finding for finding in findings_at(paper.record, span) if finding not in told]
    yield from ([""] if rest else [])
    yield from map(_found, rest)
    if not found:
        yield "  nothing is found here"


def _thing(asked: Asked, paper: Paper) -> Iterator[str]:
    if asked.kind not in _KINDS:
        raise InputError(f"{asked.text!r} is of no kind that can be explained; known are {', '.join(_KINDS)}, passage")
    found = explain_item(paper.record, asked.kind, asked.key)
    if found is None:
        near = get_close_matches(asked.key, known_keys(paper.record, asked.kind), n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"`ibidem query` lists what {paper.record.paper.id} has"
        raise InputError(f"{paper.record.paper.id} has no {asked.kind} {asked.key!r}; {hint}")
    yield from _lines(found, paper)


def _decision_at(asked: Asked, paper: Paper) -> Iterator[str]:
    """Explain the decision that a line of decisions.yaml belongs to, and what it is about."""
    before = [one for one in paper.record.decisions if one.line <= (asked.line or 0)]
    if not before:
        raise InputError(f"no decision that was applied stands at {asked.text}; `ibidem validate` says which were not")
    decision = max(before, key=lambda one: one.line)
    yield from _decision(decision)
    yield ""
    kind, span = decision.kind, decision.mention.span
    for one in explain_span(paper.record, span):
        if one.kind == kind and any(made.key == decision.key for made in one.decisions):
            yield from _lines(one, paper)


def _span(asked: Asked, paper: Paper) -> Span:
    text = paper.document.text
    if asked.line is not None:
        starts = (*Lines.of(text).starts, len(text))
        if not 1 <= asked.line < len(starts):
            raise InputError(f"the text has {len(starts) - 1} lines, and none that is {asked.line}")
        return Span(starts[asked.line - 1], starts[asked.line])
    match = _PASSAGE.fullmatch(asked.key if asked.kind == "passage" else f"{asked.key}-{asked.key}")
    start, end = (int(match[1]), max(int(match[1]) + 1, int(match[2]))) if match else (0, len(text) + 1)
    if end > len(text):
        raise InputError(f"{asked.text!r} is no stretch of the text, which has {len(text)} characters")
    return Span(start, end)


def _lines(one: Explained, paper: Paper) -> Iterator[str]:
    yield f"{one.kind}/{one.key}"
    for name, value in one.values:
        yield in_one_line(f"  {name}: {value}").replace(name, f"  {name}", 1)
    for place in one.places[:_SHOWN]:
        yield from _stands(place, paper)
    more = max(0, len(one.places) - _SHOWN) + one.elsewhere
    if more:
        yield f"  and at {more} more place{'' if more == 1 else 's'}"
    for rule, why in one.rules:
        yield f"  by the rule {rule}: {why}"
    for decision in one.decisions:
        yield from (f"  {line}" for line in _decision(decision))
    for finding in one.findings:
        yield f"  {_found(finding)}"


def _stands(place: Mention, paper: Paper) -> Iterator[str]:
    note, words = context_words(paper.document, place.span)
    within = f" (note {note})" if note else ""
    yield f"  at {_place(paper, place.span)}{within}: {in_one_line(words)}"


def _place(paper: Paper, span: Span) -> str:
    where = paper.finder.at(span.start)
    return f"{paper.file}:{where.line}" if where.line is not None else f"{paper.file}, {where.told()}"


def _decision(decision: Decision) -> Iterator[str]:
    changes = "".join(f", {name}: {value}" for name, value in decision.changes)
    yield in_one_line(f"decided: {decision.action} {decision.kind} {quoted(decision.mention.reading)}{changes}")
    yield in_one_line(f"  because: {decision.why} ({decision.by}, {decision.source}:{decision.line})")


def _found(finding: Finding) -> str:
    return in_one_line(f"{finding.severity}: {finding.message} [{finding.code}]")
