"""Pointers and references to what they cite: each reference to its work, each Ibid. through its chain."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Mention, Passage
from ibidem.finding import Code, Finding, Severity
from ibidem.parse.anaphor import Anaphor, parse_anaphor
from ibidem.parse.reference import ParsedReference, parse_reference
from ibidem.parse.short import parse_short
from ibidem.record import Agent, Form, Place, Pointer, Position, Reference, Work
from ibidem.resolve.antecedent import Link, Past, Seen, as_short, find_antecedent
from ibidem.resolve.catalogue import Catalogue, make_catalogue
from ibidem.resolve.work import Role, WorkIndex


@dataclass(frozen=True, slots=True)
class Citations:
    """What a paper's notes say: pointers, references, and the works, agents and places that they name."""

    pointers: tuple[Pointer, ...]
    references: tuple[Reference, ...]
    works: tuple[Work, ...]
    agents: tuple[Agent, ...]
    places: tuple[Place, ...]
    findings: tuple[Finding, ...]
    unread: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A reference as printed: where it stands, and what was read of it."""

    key: str
    number: int
    section: str | None
    place: int
    index: int
    candidate: Candidate
    passage: Passage
    base: int
    text: str
    anaphor: Anaphor | None

    def locate(self, document: Document, start: int, end: int) -> Mention:
        """Give the mention of a range of the reading."""
        return document.mention(self.passage.span(self.base + start, self.base + end), passage=self.passage)


@dataclass(slots=True)
class Cited:
    """What a reference resolves to, while the notes are gone through: groups of works, locators, the chain."""

    form: Form
    antecedent: str | None = None
    group: int | None = None
    vias: tuple[int, ...] = ()
    locator: str | None = None
    own_locator: str | None = None
    parsed: ParsedReference | None = None
    link: Link | None = None
    signal: str | None = None


def resolve_citations(document: Document, candidates: tuple[Candidate, ...]) -> Citations:
    """Resolve pointers and references; what cannot be resolved says so in a finding."""
    printed = _printed(document, candidates)
    reading = _Reading()
    cited = [reading.read(one) for one in printed]
    by_key = {one.key: one for one in printed}
    catalogue = make_catalogue(reading.works, lambda key, start, end: by_key[key].locate(document, start, end))
    references = _references(document, printed, cited, reading, catalogue)
    pointers, findings = _pointers(document, candidates, printed)
    problems = (
        *findings,
        *(finding for one, its in zip(printed, cited, strict=True) for finding in _problems(one, its)),
        *_merged(reading.works, catalogue, by_key),
    )
    return Citations(
        pointers, references, catalogue.works, catalogue.agents, catalogue.places, problems, _unread(document, candidates)
    )


def _printed(document: Document, candidates: tuple[Candidate, ...]) -> tuple[Printed, ...]:
    found = [one for one in candidates if one.kind is CandidateKind.REFERENCE]
    return tuple(_read_candidate(document, one) for one in sorted(found, key=lambda one: one.span))


def _read_candidate(document: Document, candidate: Candidate) -> Printed:
    passage = document.passage_at(candidate.span.start)
    if passage is None:
        raise ValueError(f"the reference at {candidate.span.start} stands in no passage")
    base = passage.position(candidate.span.start)
    text = passage.text[base : passage.position(candidate.span.end - 1) + 1]
    said = dict(candidate.features)
    number, index, section = int(said["number"]), int(said["index"]), said.get("section")
    key = reference_key(number, index, section)
    return Printed(key, number, section, int(said["place"]), index, candidate, passage, base, text, parse_anaphor(text))


def reference_key(number: int, index: int, section: str | None) -> str:
    """Name a reference after its note and its place in it: `12`, `12-1`, `s2-12`."""
    return f"{pointer_key(number, section)}-{index}" if index else pointer_key(number, section)


def pointer_key(number: int, section: str | None) -> str:
    """Name a pointer after its number, and its section where numbers restart."""
    return str(number) if section is None else f"s{section}-{number}"


@dataclass(slots=True)
class _Reading:
    """What is known while the notes are gone through in order."""

    works: WorkIndex = field(default_factory=WorkIndex)
    notes: dict[tuple[str | None, int], list[Seen]] = field(default_factory=dict)
    firsts: dict[int, Seen] = field(default_factory=dict)
    cited: dict[str, Cited] = field(default_factory=dict)
    before: tuple[Seen, ...] = ()
    here: tuple[Seen, ...] = ()
    place: int = -1

    def read(self, one: Printed) -> Cited:
        """Read one reference; those of the note before, and of this one, are what Ibid. can mean."""
        if one.place != self.place:
            self.before, self.here, self.place = self.here or self.before, (), one.place
        past = Past(self.notes, self.before, self.here, self.works, self.firsts)
        its = self._anaphoric(one, past) if one.anaphor else self._plain(one, past)
        names = its.parsed.source.fields.authors or its.parsed.source.fields.editors if its.parsed else ()
        seen = Seen(one.key, one.number, one.section, its.group, its.form is Form.FULL, names)
        if its.form is Form.FULL and its.group is not None and not self._cited_in_full(its.group):
            self.firsts[its.group] = seen
        self.here = (*self.here, seen)
        self.notes.setdefault((one.section, one.number), []).append(seen)
        self.cited[one.key] = its
        return its

    def _cited_in_full(self, group: int) -> bool:
        """Tell whether a work is cited in full already, and not only what another is quoted in."""
        first = self.firsts.get(group)
        return first is not None and self.cited[first.key].group == group

    def _anaphoric(self, one: Printed, past: Past) -> Cited:
        assert one.anaphor is not None
        link = find_antecedent(one.anaphor, past, section=one.section)
        return self._linked(one.anaphor.form, link, one.anaphor.locator, one.anaphor.signal)

    def _linked(self, form: Form, link: Link, locator: str | None, signal: str | None) -> Cited:
        if link.target is None:
            return Cited(form, locator=locator, own_locator=locator, link=link, signal=signal)
        before = self.cited[link.target.key]
        if before.group != link.target.group:
            # The work is what another is quoted in there: that reference's locator and chain are not its own.
            before = Cited(Form.FULL)
        inherited = before.locator if form in (Form.IBID, Form.IDEM) or (form is Form.OP_CIT and locator is None) else None
        return Cited(
            form, link.target.key, link.target.group, before.vias, locator or inherited, locator, link=link, signal=signal
        )

    def _plain(self, one: Printed, past: Past) -> Cited:
        short = parse_short(one.text)
        link = as_short(short, None, past)
        if link is not None and short is not None:
            return self._linked(Form.SHORT, link, short.locator, short.signal)
        parsed = parse_reference(one.text)
        link = as_short(None, parsed, past)
        if link is not None:
            return self._linked(Form.SHORT, link, parsed.locator, parsed.signal)
        if parsed.source.empty:
            return Cited(Form.FULL, parsed=parsed, locator=parsed.locator, own_locator=parsed.locator, signal=parsed.signal)
        group = self.works.add(one.key, parsed.source)
        vias = tuple(self.works.add(one.key, host, role=Role.VIA) for host in parsed.hosts if not host.empty)
        for via, host in zip(vias, (host for host in parsed.hosts if not host.empty), strict=True):
            people = host.fields.authors or host.fields.editors
            self.firsts.setdefault(via, Seen(one.key, one.number, one.section, via, True, people))
        return Cited(Form.FULL, None, group, vias, parsed.locator, parsed.locator, parsed, signal=parsed.signal)


def _references(
    document: Document,
    printed: tuple[Printed, ...],
    cited: list[Cited],
    reading: _Reading,
    catalogue: Catalogue,
) -> tuple[Reference, ...]:
    made = []
    seen: set[int] = set()
    for index, (one, its) in enumerate(zip(printed, cited, strict=True)):
        first = reading.firsts.get(its.group) if its.group is not None else None
        vias = tuple(catalogue.keys[group] for group in its.vias)
        made.append(
            Reference(
                key=one.key,
                number=one.number,
                section=one.section,
                index=one.index,
                form=its.form,
                position=_position(printed, cited, index, seen),
                mention=document.mention(one.candidate.span, passage=one.passage),
                antecedent=its.antecedent,
                resolved=first.key if first else None,
                work=catalogue.keys[its.group] if its.group is not None else None,
                via=vias[0] if vias else None,
                locator=its.locator,
                printed_locator=its.own_locator,
                signal=its.signal,
                fields=its.parsed.source.fields if its.parsed and not its.parsed.source.empty else None,
                rules=("reference-note", f"reference-{its.form}"),
                through=vias[1:],
            )
        )
        if its.group is not None:
            seen.add(its.group)
    return tuple(made)


def _position(printed: tuple[Printed, ...], cited: list[Cited], index: int, seen: set[int]) -> Position:
    """Say what the order implies: ibid only where the reference right before names the same work alone."""
    its = cited[index]
    if its.group is None:
        return Position.IBID if its.form is Form.IBID else Position.FIRST
    if its.group not in seen:
        return Position.FIRST
    before = [other for other in range(max(0, index - 12), index) if printed[other].place == printed[index - 1].place]
    same_note = printed[index - 1].place == printed[index].place
    alone = same_note or {cited[other].group for other in before} == {its.group}
    if cited[index - 1].group != its.group or not alone or its.form is not Form.IBID:
        return Position.SUBSEQUENT
    return Position.IBID if its.locator == cited[index - 1].locator else Position.IBID_WITH_LOCATOR


def _pointers(
    document: Document, candidates: tuple[Candidate, ...], printed: tuple[Printed, ...]
) -> tuple[tuple[Pointer, ...], tuple[Finding, ...]]:
    held: dict[tuple[str | None, int], list[str]] = {}
    for one in printed:
        held.setdefault((one.section, one.number), []).append(one.key)
    pointers: list[Pointer] = []
    keys: dict[str, int] = {}
    for candidate in candidates:
        if candidate.kind is not CandidateKind.POINTER:
            continue
        number, section = int(candidate.feature("number") or 0), candidate.feature("section")
        key = pointer_key(number, section)
        keys[key] = keys.get(key, 0) + 1
        unique = key if keys[key] == 1 else f"{key}-again-{keys[key]}"
        mention = document.mention(candidate.span)
        references = tuple(held.get((section, number), ()))
        pointers.append(Pointer(unique, number, section, mention, references, (candidate.found_by,)))
    return tuple(pointers), ()


def _problems(one: Printed, its: Cited) -> Iterable[Finding]:
    focus = f"reference/{one.key}"
    if its.link and its.link.code:
        yield Finding(
            its.link.code,
            Severity.WARNING,
            f"{its.form} in note {one.number} is not resolved: {its.link.why}; say by a decision what it means",
            one.candidate.span,
            focus,
        )
    elif its.group is None:
        yield Finding(
            Code.REFERENCE_UNREAD,
            Severity.WARNING,
            f"note {one.number} names no work that could be read; say by a decision what it cites",
            one.candidate.span,
            focus,
        )


def _merged(works: WorkIndex, catalogue: Catalogue, printed: dict[str, Printed]) -> Iterable[Finding]:
    for group, key in zip(works.groups, catalogue.keys, strict=True):
        for printing in group.printings:
            if not printing.certain and printing.role is not Role.CONTAINER:
                one = printed[printing.reference]
                yield Finding(
                    Code.WORKS_MERGED,
                    Severity.INFO,
                    f"note {one.number} is read as the work {key}, which is printed differently before; "
                    "split it by a decision if it is another",
                    one.candidate.span,
                    f"work/{key}",
                )


def _unread(document: Document, candidates: tuple[Candidate, ...]) -> int:
    """Count the letters and figures of notes that no reference covers."""
    blocks = {note.block for note in document.notes}
    total = sum(sum(map(str.isalnum, passage.text)) for passage in document.passages if passage.block in blocks)
    read = sum(
        sum(map(str.isalnum, one.exact)) for one in candidates if one.kind is CandidateKind.REFERENCE
    )
    return max(0, total - read)
