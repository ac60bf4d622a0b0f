"""The dated events of a paper: what happened, when, where, with whom, and which notes stand behind it."""

from dataclasses import dataclass, field, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.parse.event_kind import event_kind
from ibidem.parse.label import clause_label
from ibidem.record import Event, Place, Pointer
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.passages import Readings
from ibidem.resolve.place import find_place, is_locative, is_quoted, merge_places
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.span import Span


@dataclass(frozen=True, slots=True)
class EventsFound:
    """The events, the places that they name, and what was passed over."""

    events: tuple[Event, ...]
    places: tuple[Place, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    document: Document
    actors: ActorIndex
    pointers: dict[Span, str]
    readings: Readings = field(default_factory=Readings)


def resolve_events(
    document: Document, candidates: tuple[Candidate, ...], *, actors: ActorIndex, pointers: tuple[Pointer, ...]
) -> EventsFound:
    """Make an event of each dated clause; a clause that no longer lies in a passage is a finding."""
    desk = _Desk(document, actors, pointers_by_span(pointers))
    events: list[Event] = []
    places: list[Place] = []
    findings: list[Finding] = []
    for candidate in sorted(item for item in candidates if item.kind is CandidateKind.EVENT):
        passage = document.passage_at(candidate.span.start)
        edtf = candidate.feature("date")
        if passage is None or edtf is None:
            message = "a dated clause lies outside the running text or has no date; add the event by a decision"
            findings.append(Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, candidate.span))
            continue
        event, place = _event(desk, candidate, passage, Date(edtf, candidate.feature("printed") or edtf))
        events.append(event)
        if place is not None:
            places.append(place)
    keys = unique_slugs((event.label, f"{event.mention.prefix}{event.mention.exact}") for event in events)
    keyed = tuple(replace(event, key=key) for event, key in zip(events, keys, strict=True))
    return EventsFound(keyed, merge_places(places), tuple(findings))


def _event(desk: _Desk, candidate: Candidate, passage: Passage, date: Date) -> tuple[Event, Place | None]:
    mention = desk.document.mention(candidate.span, passage=passage)
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    sentence = desk.readings.of(passage).sentence(start)
    reading = " ".join(mention.reading.split())
    kind = event_kind(reading, date.printed)
    dated_at = max(start, passage.text.find(date.printed, start, end))
    first, last = _told_part(passage.text, start, end, dated_at) if kind == "statement" else (start, end)
    place = find_place(desk.document, passage, first, last, actors=desk.actors, near=dated_at)
    event = Event(
        key="",
        label=clause_label(reading, date.printed, before=passage.text[sentence[0] : start].strip(" ,;")),
        kind=kind,
        date=date,
        place=place.key if place is not None else None,
        actors=_actors(desk, candidate, passage, place),
        pointers=supporting_pointers(passage, end, pointers=desk.pointers),
        mention=mention,
        rules=(candidate.found_by,),
    )
    return event, place


def _told_part(text: str, start: int, end: int, dated_at: int) -> tuple[int, int]:
    """Give the part of a statement that has its date: who said it, or what was said."""
    that = text.find(" that ", start, end)
    if that < 0:
        return start, end
    return (start, that) if dated_at < that else (that, end)


def _actors(desk: _Desk, candidate: Candidate, passage: Passage, place: Place | None) -> tuple[str, ...]:
    """Give who is named in the clause, but neither its place nor who stands in a quotation only."""
    start = passage.position(candidate.span.start)
    named = [
        found.actor_key
        for found in desk.actors.within(candidate.span)
        if not is_locative(passage, found)
        and not (place is not None and found.span.overlaps(place.mentions[0].span))
        and not is_quoted(passage.text, start, passage.position(found.span.start))
    ]
    return tuple(dict.fromkeys(named))
