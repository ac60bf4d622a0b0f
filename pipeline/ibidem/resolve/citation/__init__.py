"""Pointers and references to what they cite: each reference to its work, each Ibid. through its chain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ibidem.candidate import Candidate, CandidateKind
from ibidem.cited import Agent, Form, Place, Pointer, Position, Reference, Work
from ibidem.document import BIBLIOGRAPHY, Document
from ibidem.finding import Code, Finding, Severity
from ibidem.parse.alias import find_defined
from ibidem.parse.learned import forget
from ibidem.parse.page import is_outside
from ibidem.parse.reference import read_ahead
from ibidem.parse.remark import without_remarks
from ibidem.parse.signal import property_of
from ibidem.remark import Remark, count_unread
from ibidem.resolve.catalogue import Catalogue, make_catalogue
from ibidem.resolve.citation.apart import Apart, notes_apart
from ibidem.resolve.citation.outcome import Cited
from ibidem.resolve.citation.position import misplaced, positions
from ibidem.resolve.citation.printed import Printed
from ibidem.resolve.citation.remarks import find_remarks
from ibidem.resolve.citation.walk import Walk
from ibidem.resolve.pointer import note_span, pointer_findings, resolve_pointers
from ibidem.resolve.work import Role


@dataclass(frozen=True, slots=True)
class Citations:
    """What a paper's notes say: pointers, references, and the works, agents and places that they name."""

    pointers: tuple[Pointer, ...]
    references: tuple[Reference, ...]
    works: tuple[Work, ...]
    agents: tuple[Agent, ...]
    places: tuple[Place, ...]
    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...]

    @property
    def unread(self) -> int:
        """Count the letters and figures of notes that no reference covers."""
        return count_unread(self.remarks)


def resolve_citations(document: Document, candidates: tuple[Candidate, ...]) -> Citations:
    """Resolve pointers and references; what cannot be resolved says so in a finding.

    The entries of a list beside the notes are read first: short forms in the notes mean them.
    """
    found = sorted(one for one in candidates if one.kind is CandidateKind.REFERENCE)
    printed = [Printed.of(document, one) for one in found]
    apart = notes_apart(document, {one.place for one in printed})
    walk = _walked(printed, apart, _defined(document, printed))
    by_key = {one.key: one for one in printed}
    catalogue = make_catalogue(walk.works, lambda key, start, end: by_key[key].locate(document, start, end))
    ordered = positions(printed, walk)
    references = _references(document, printed, walk, catalogue, ordered)
    held: dict[int, list[str]] = {}
    for one in printed:
        held.setdefault(one.place, []).append(one.key)
    pointers = resolve_pointers(document, candidates, held)
    findings = (
        *pointer_findings(document, pointers),
        *(finding for one in printed for finding in _problems(one, walk.cited[one.key])),
        *(finding for one in printed for finding in misplaced(one, walk, ordered[one.key])),
        *_outside(references, catalogue),
        *_merged(walk, catalogue, by_key),
        *(_unread_note(document, place) for place, kind in apart.items() if kind is Apart.UNREAD),
    )
    remarks = tuple(find_remarks(document, found))
    return Citations(pointers, references, catalogue.works, catalogue.agents, catalogue.places, findings, remarks)


def _defined(document: Document, printed: Sequence[Printed]) -> dict[str, str]:
    """Give the names that the running text gives works right before their markers: `(the “Agreement”).¹`.

    They count where the note has one reference, by whose key they are given.
    """
    names = {
        (marker.section, marker.number): name
        for passage in document.body()
        for at, marker in passage.markers
        if (name := find_defined(passage.text[max(0, at - 200) : at])) is not None
    }
    held: dict[tuple[str | None, int], list[str]] = {}
    for one in printed:
        held.setdefault((one.section, one.number), []).append(one.key)
    return {keys[0]: names[run] for run, keys in held.items() if run in names and len(keys) == 1}


def _walked(printed: Sequence[Printed], apart: Mapping[int, Apart], defined: Mapping[str, str]) -> Walk:
    """Go through the references in order; `apart` are the notes without one, by place."""
    walk = Walk()
    listed = [one for one in printed if one.section == BIBLIOGRAPHY]
    forget()
    read_ahead((without_remarks(one.text) for one in listed), lists=True)
    read_ahead(without_remarks(one.text) for one in printed if one.anaphor is None)
    for one in listed:
        walk.read(one)
    walk.start()
    section: str | None = None
    for one in printed:
        if one.section == BIBLIOGRAPHY:
            continue
        if one.section != section:
            walk.start()
            section = one.section
        if one.place != walk.place:
            between = set(_before(apart, one.place))
            if Apart.UNREAD in between:
                walk.skip(one.place)
            elif Apart.ELSEWHERE in between:
                walk.crossed.add(one.place)
        walk.read(one, defined=defined.get(one.key))
    for one in printed:
        walk.look_ahead(one)
    return walk


def _before(apart: Mapping[int, Apart], place: int) -> Iterator[Apart]:
    """Give what the notes without a reference right before a place are."""
    while (kind := apart.get(place - 1)) is not None:
        yield kind
        place -= 1


def _references(
    document: Document,
    printed: Sequence[Printed],
    walk: Walk,
    catalogue: Catalogue,
    ordered: Mapping[str, Position],
) -> tuple[Reference, ...]:
    made = []
    for one in printed:
        its = walk.cited[one.key]
        first = walk.firsts.get(its.group) if its.group is not None else None
        failed = its.link is not None and its.link.code is not None
        vias = tuple(catalogue.keys[group] for group in its.vias)
        made.append(
            Reference(
                key=one.key,
                number=one.number,
                section=one.section,
                index=one.index,
                form=its.form,
                position=ordered[one.key],
                mention=document.mention(one.candidate.span, passage=one.passage),
                antecedent=its.antecedent,
                resolved=its.root or (first.key if first and not failed else None),
                work=catalogue.keys[its.group] if its.group is not None else None,
                via=vias[0] if vias else None,
                locator=its.locator,
                printed_locator=its.own_locator,
                signal=its.signal,
                fields=its.source.fields if its.source else None,
                rules=(_RULES[its.form],),
                through=vias[1:],
                relation=property_of(its.signal) if its.signal else None,
            )
        )
    return tuple(made)


_RULES = {
    Form.FULL: "reference-full",
    Form.SHORT: "reference-short",
    Form.IBID: "reference-ibid",
    Form.IDEM: "reference-idem",
    Form.OP_CIT: "reference-op-cit",
    Form.SUPRA: "reference-cross",
    Form.INFRA: "reference-cross",
}


def _problems(one: Printed, its: Cited) -> Iterator[Finding]:
    focus = f"reference/{one.key}"
    if its.link and its.link.code:
        message = f"{its.form} in note {one.number} is not resolved: {its.link.why}; say by a decision what it means"
        yield Finding(its.link.code, Severity.WARNING, message, one.candidate.span, focus)
    elif its.group is None:
        message = f"note {one.number} names no work that could be read; say by a decision what it cites"
        yield Finding(Code.REFERENCE_UNREAD, Severity.WARNING, message, one.candidate.span, focus)


def _outside(references: Sequence[Reference], catalogue: Catalogue) -> Iterator[Finding]:
    pages = {work.key: work.pages for work in catalogue.works if work.pages}
    for one in references:
        extent = pages.get(one.work or "")
        if extent and one.locator and is_outside(one.locator, extent):
            message = f"page {one.locator} is outside the work's pages {extent}; check both, and what the note means"
            focus = f"reference/{one.key}"
            yield Finding(Code.LOCATOR_OUTSIDE_WORK, Severity.WARNING, message, one.mention.span, focus)


def _merged(walk: Walk, catalogue: Catalogue, printed: dict[str, Printed]) -> Iterator[Finding]:
    for group, key in zip(walk.works.groups, catalogue.keys, strict=True):
        for printing in group.printings:
            if not printing.certain and printing.role is not Role.CONTAINER:
                one = printed[printing.reference]
                message = f"note {one.number} prints {key} differently; split it by a decision if it is another work"
                yield Finding(Code.WORKS_MERGED, Severity.INFO, message, one.candidate.span, f"work/{key}")


def _unread_note(document: Document, place: int) -> Finding:
    note = document.notes[place]
    if note.section == BIBLIOGRAPHY:
        # A list of sources names archives and newspapers too, and has headings.
        message = f"entry {note.number} of the list of works is read as no reference; add it by a decision if it is one"
        return Finding(Code.REFERENCE_UNREAD, Severity.INFO, message, note_span(document, note))
    message = f"note {note.number} holds neither a reference that could be read nor a comment; say what it cites"
    return Finding(Code.REFERENCE_UNREAD, Severity.WARNING, message, note_span(document, note))
