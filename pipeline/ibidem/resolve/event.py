"""The dated events of a paper: what happened, when, where, with whom, and which notes stand behind it."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.cited import Place, Pointer
from ibidem.document import Document, Passage
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.parse.event_kind import event_kind
from ibidem.parse.label import clause_label
from ibidem.resolve.involved import Told, involved
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.passages import Readings
from ibidem.resolve.place import find_place, merge_places
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.span import Span
from ibidem.story import Act, Capacity, Event, Treaty

_SUBJECT = 30
"""How much of a sentence, in code points, must stand before a clause to hold the one that "he" in it stands for."""


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
    concluded: tuple[tuple[Span, str, tuple[str, ...]], ...]
    """Each mention of a dated treaty, in order: its place, the date and the parties."""
    names: tuple[Span, ...]
    """Where the names of treaties stand, in order."""
    readings: Readings = field(default_factory=Readings)


def resolve_events(
    document: Document,
    candidates: tuple[Candidate, ...],
    *,
    actors: ActorIndex,
    pointers: tuple[Pointer, ...],
    treaties: tuple[Treaty, ...] = (),
) -> EventsFound:
    """Make an event of each dated clause; a clause that no longer lies in a passage is a finding.

    `treaties` are those resolved: their parties take part where they are concluded.
    """
    desk = _Desk(document, actors, pointers_by_span(pointers), _concluded(treaties), _named(candidates, document))
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
        if event.place is None and events and _goes_on(event, events[-1]):
            event = replace(event, place=events[-1].place)
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
    names = _within(desk.names, candidate.span)
    reading = " ".join(mention.reading.split())
    kind = event_kind(reading, date.printed)
    dated_at = max(start, passage.text.find(date.printed, start, end))
    first, last = _told_part(passage.text, start, end, dated_at) if kind == "statement" else (start, end)
    place = find_place(desk.document, passage, first, last, actors=desk.actors, near=dated_at, names=names, event=True)
    event = Event(
        key="",
        label=clause_label(reading, date.printed, before=passage.text[sentence[0] : start].strip(" ,;")),
        kind=kind,
        date=date,
        place=place.key if place is not None else None,
        actors=_actors(desk, Told(passage, start, end, (dated_at, dated_at + len(date.printed)), names), date, place),
        pointers=supporting_pointers(passage, end, pointers=desk.pointers),
        mention=mention,
        rules=(candidate.found_by,),
    )
    return event, place


def _goes_on(event: Event, before: Event) -> bool:
    """Tell whether a sentence without a date goes on with the day that the one before tells of."""
    near = 0 <= event.mention.span.start - before.mention.span.end < _SUBJECT
    return "event-carried-year" in event.rules and event.date.edtf == before.date.edtf and near


def _told_part(text: str, start: int, end: int, dated_at: int) -> tuple[int, int]:
    """Give the part of a statement that has its date: who said it, or what was said."""
    that = text.find(" that ", start, end)
    if that < 0:
        return start, end
    return (start, that) if dated_at < that else (that, end)


def _actors(desk: _Desk, told: Told, date: Date, place: Place | None) -> tuple[str, ...]:
    """Give who takes part in what the clause tells; where a treaty of that day is concluded, its parties too."""
    reading = desk.readings.of(told.passage)
    sentence = reading.sentence(told.start)
    first = sentence[0] if told.start - sentence[0] > _SUBJECT else reading.before(sentence)[0]
    found = involved(
        told, desk.actors, place=place.mentions[0].span if place is not None else None, sentence=(first, told.start)
    )
    clause = told.passage.span(told.start, told.end)
    first_one = bisect_left(desk.concluded, clause.start, key=lambda item: item[0].start)
    after_last = bisect_left(desk.concluded, clause.end, key=lambda item: item[0].start)
    told_of = (parties for _, day, parties in desk.concluded[first_one:after_last] if day == date.edtf)
    parties = [key for keys in told_of for key in keys]
    return tuple(dict.fromkeys((*found, *parties)))


def _concluded(treaties: tuple[Treaty, ...]) -> tuple[tuple[Span, str, tuple[str, ...]], ...]:
    found = []
    for treaty in treaties:
        signing = (item for item in treaty.participations if item.act in (None, Act.SIGNED))
        parties = tuple(item.actor for item in signing if item.capacity is Capacity.PARTY)
        if treaty.date is not None and parties:
            found += [(mention.span, treaty.date.edtf, parties) for mention in treaty.mentions]
    return tuple(sorted(found))


def _within(spans: tuple[Span, ...], whole: Span) -> tuple[Span, ...]:
    """Give those of the spans, which are in order, that begin in a stretch."""
    first = bisect_left(spans, whole.start, key=lambda span: span.start)
    return spans[first : bisect_left(spans, whole.end, key=lambda span: span.start)]


def _named(candidates: tuple[Candidate, ...], document: Document) -> tuple[Span, ...]:
    """Give the stretches that are the names of treaties: who stands in one does not act there."""
    named = [item for item in candidates if item.kind is CandidateKind.TREATY and item.feature("shape") == "named"]
    spans = []
    for item in named:
        passage = document.passage_at(item.span.start)
        if passage is not None:
            first = passage.position(item.span.start)
            spans.append(passage.span(first, max(first + 1, int(item.feature("core") or 0))))
    return tuple(sorted(spans))
