"""The dated events of a paper: what happened, when, where, with whom, and which notes stand behind it."""

from dataclasses import dataclass, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.parse.event_kind import event_kind
from ibidem.parse.label import clause_label
from ibidem.parse.passage import passage_sentences
from ibidem.record import Event, Place, Pointer
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.place import find_place, is_locative, is_quoted, merge_places
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.sentence import sentence_at
from ibidem.span import Span


@dataclass(frozen=True, slots=True)
class EventsFound:
    """The events, the places that they name, and what was passed over."""

    events: tuple[Event, ...]
    places: tuple[Place, ...]
    findings: tuple[Finding, ...]


def resolve_events(
    document: Document, candidates: tuple[Candidate, ...], *, actors: ActorIndex, pointers: tuple[Pointer, ...]
) -> EventsFound:
    """Make an event of each dated clause; a clause that no longer lies in a passage is a finding."""
    known = pointers_by_span(pointers)
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
        event, place = _event(document, candidate, passage, edtf, actors, known)
        events.append(event)
        if place is not None:
            places.append(place)
    keys = unique_slugs((event.label, f"{event.mention.prefix}{event.mention.exact}") for event in events)
    keyed = tuple(replace(event, key=key) for event, key in zip(events, keys, strict=True))
    return EventsFound(keyed, merge_places(places), tuple(findings))


def _event(
    document: Document, candidate: Candidate, passage: Passage, edtf: str, actors: ActorIndex, known: dict[Span, str]
) -> tuple[Event, Place | None]:
    mention = document.mention(candidate.span, passage=passage)
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    printed = candidate.feature("printed") or edtf
    reading = " ".join(mention.reading.split())
    place = find_place(document, passage, start, end, actors=actors, near=_date_position(passage, start, end, printed))
    named = dict.fromkeys(
        found.actor_key
        for found in actors.within(candidate.span)
        if not is_locative(passage, found) and not (place and found.span.overlaps(place.mentions[0].span))
        if not is_quoted(passage.text, start, passage.position(found.span.start))
    )
    event = Event(
        key="",
        label=clause_label(reading, printed, before=_before(passage, start)),
        kind=event_kind(reading, printed),
        date=Date(edtf, printed),
        place=place.key if place is not None else None,
        actors=tuple(named),
        pointers=supporting_pointers(passage, end, pointers=known),
        mention=mention,
        rules=(candidate.found_by,),
    )
    return event, place


def _before(passage: Passage, start: int) -> str:
    """Give what stands before a clause in its sentence."""
    sentences = passage_sentences(passage.text, tuple(at for at, _ in passage.markers))
    return passage.text[sentence_at(sentences, start)[0] : start].strip(" ,;")


def _date_position(passage: Passage, start: int, end: int, printed: str) -> int:
    at = passage.text.find(printed, start, end)
    return at if at >= 0 else start
