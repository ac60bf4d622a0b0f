"""The treaties of a paper: kind, date, place, participations, provisions and status of each, from all its mentions."""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ibidem.candidate import Candidate, CandidateKind
from ibidem.cited import Place, Pointer
from ibidem.document import Document
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.resolve.grouping import group_instruments
from ibidem.resolve.implied import implied_parties
from ibidem.resolve.instrument import Group, Seen
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.party import read_bound, read_parties, state_keys
from ibidem.resolve.passages import Readings
from ibidem.resolve.place import find_place, merge_places
from ibidem.resolve.provision import read_provisions
from ibidem.resolve.status import find_cited, read_status
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.resolve.treaty_mention import echoes_of, read_mention, report_of, verb_range
from ibidem.resolve.treaty_name import best_mention, treaty_name
from ibidem.span import Span
from ibidem.story import Capacity, Participation, Provision, Treaty


@dataclass(frozen=True, slots=True)
class TreatiesFound:
    """The treaties, the places that they name, and what was passed over."""

    treaties: tuple[Treaty, ...]
    places: tuple[Place, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    document: Document
    actors: ActorIndex
    pointers: dict[Span, str]
    states: dict[str, str]
    names: dict[str, str]
    readings: Readings = field(default_factory=Readings)
    next_starts: dict[tuple[int, int], int] = field(default_factory=dict)
    """Where the next mention of an instrument begins, by block and start of each."""


def resolve_treaties(
    document: Document, candidates: tuple[Candidate, ...], *, actors: ActorIndex, pointers: tuple[Pointer, ...]
) -> TreatiesFound:
    """Make one treaty of all mentions of one instrument; a phrase that names none for certain is a finding."""
    names = {mention.actor_key: mention.name for mention in actors.mentions}
    desk = _Desk(document, actors, pointers_by_span(pointers), state_keys(actors), names)
    seen = tuple(_mentions(desk, candidates))
    desk.next_starts.update(
        ((one.passage.block, one.start), other.start)
        for one, other in pairwise(seen)
        if one.passage.block == other.passage.block
    )
    kept = {item.candidate for item in seen if _is_kept(desk, item, seen)}
    groups, left = group_instruments(item for item in seen if item.candidate in kept)
    laid_down = read_provisions(document, groups)
    built = [_treaty(desk, group, provisions) for group, provisions in zip(groups, laid_down, strict=True)]
    keys = unique_slugs((treaty.name, f"{treaty.mentions[0].prefix}{treaty.mentions[0].exact}") for treaty, _ in built)
    cited = find_cited(groups)
    treaties = tuple(
        replace(treaty, key=key, cites=tuple(keys[other] for other in cited.get(index, ())))
        for index, ((treaty, _), key) in enumerate(zip(built, keys, strict=True))
    )
    places = merge_places([place for _, place in built if place is not None])
    passed = sorted((*left, *(item for item in seen if item.candidate not in kept)), key=lambda item: item.candidate)
    return TreatiesFound(treaties, places, tuple(_dropped(item) for item in passed))


def _mentions(desk: _Desk, candidates: tuple[Candidate, ...]) -> list[Seen]:
    seen = []
    for candidate in sorted(one for one in candidates if one.kind is CandidateKind.TREATY):
        passage = desk.document.passage_at(candidate.span.start)
        if passage is not None:
            seen.append(read_mention(desk.document, candidate, desk.readings.of(passage), actors=desk.actors))
    return seen


def _is_kept(desk: _Desk, item: Seen, seen: tuple[Seen, ...]) -> bool:
    """Keep "agreed to" only as an agreement of its own: of two states, or of a treaty's parties ("it was agreed")."""
    if item.shape != "agreed":
        return True
    reading = desk.readings.of(item.passage)
    first = bisect_left(seen, reading.passage.offset(reading.before(item.sentence)[0]), key=_start)
    last = bisect_left(seen, reading.passage.offset(item.sentence[1] - 1), key=_start)
    near = [other for other in seen[first:last] if other is not item]
    if "impersonal" in item.evidence:
        return bool(near)
    parties = {party.actor for party in read_parties(report_of(item, reading), actors=desk.actors, states=desk.states)}
    alone = not any(other.evidence & {"made", "dated"} for other in near if other.sentence == item.sentence)
    return alone and len(parties & set(desk.states.values())) > 1


def _start(seen: Seen) -> int:
    return seen.candidate.span.start


def _treaty(desk: _Desk, group: Group, provisions: tuple[Provision, ...]) -> tuple[Treaty, Place | None]:
    parties = _parties(desk, group)
    states, readings = desk.states, desk.readings
    meant = implied_parties(group, parties, actors=desk.actors, states=states, readings=readings)
    place = _place(desk, group)
    mentions = tuple(desk.document.mention(seen.candidate.span, passage=seen.passage) for seen in group.seen)
    supported = [
        key for seen in group.seen for key in supporting_pointers(seen.passage, seen.end, pointers=desk.pointers)
    ]
    treaty = Treaty(
        key="",
        name=treaty_name(group, parties, names=desk.names),
        kind=best_mention(group).kind,
        printed=tuple(dict.fromkeys(" ".join(mention.reading.split()) for mention in mentions)),
        date=group.date,
        place=place.key if place is not None else None,
        status=read_status(group),
        participations=(*parties, *meant),
        provisions=provisions,
        cites=(),
        pointers=tuple(dict.fromkeys(supported)),
        mentions=mentions,
        rules=tuple(sorted({seen.candidate.found_by for seen in group.seen})),
    )
    return treaty, place


def _parties(desk: _Desk, group: Group) -> tuple[Participation, ...]:
    """Gather the participations of all mentions that report the instrument; an act once seen is kept."""
    found: dict[tuple[str, Capacity], Participation] = {}
    for seen in group.seen:
        for item in _participations(desk, seen):
            known = found.get((item.actor, item.capacity))
            if known is None or (known.act is None and item.act is not None):
                found[item.actor, item.capacity] = item
    away = {actor for actor, capacity in found if capacity is Capacity.ABSTAINING}
    return tuple(item for item in found.values() if item.capacity is Capacity.ABSTAINING or item.actor not in away)


def _participations(desk: _Desk, seen: Seen) -> list[Participation]:
    reading = desk.readings.of(seen.passage)
    found: list[Participation] = []
    issued = "joint" in seen.evidence or (seen.kind == "decree" and seen.shape == "described")
    if issued or seen.evidence & {"made", "doing", "with", "dated", "against"}:
        previous = reading.before(seen.sentence)
        before = previous if previous != seen.sentence else None
        found += read_parties(report_of(seen, reading), actors=desk.actors, states=desk.states, before=before)
    elif seen.shape == "named":
        found += read_bound(report_of(seen, reading), actors=desk.actors)
    until = desk.next_starts.get((seen.passage.block, seen.start), len(seen.passage.text))
    for report in echoes_of(seen, reading, until):
        found += read_parties(report, actors=desk.actors, states=desk.states)
    return found


def _place(desk: _Desk, group: Group) -> Place | None:
    for seen in group.seen:
        verb = verb_range(seen.candidate)
        if verb is None or not seen.evidence & {"made", "doing"}:
            continue
        own = (seen.candidate.span,) if seen.shape == "named" else ()
        around = _around(seen, verb)
        place = find_place(desk.document, seen.passage, *around, actors=desk.actors, near=verb[0], names=own)
        if place is None and seen.rank == 3:
            before = desk.readings.of(seen.passage).before(seen.sentence)
            place = find_place(desk.document, seen.passage, *before, actors=desk.actors)
        if place is not None:
            return place
    return None


def _around(seen: Seen, verb: tuple[int, int]) -> tuple[int, int]:
    # Where the phrase has a date of its own, what stands before it dates and places something else.
    first = min(verb[0], seen.start) if seen.rank < 2 else seen.sentence[0]
    return max(first, seen.start - 300), min(seen.sentence[1], max(verb[1], seen.end) + 60)


def _dropped(seen: Seen) -> Finding:
    message = (
        f"“{' '.join(seen.candidate.exact.split())}” may name an instrument, but nothing says which or that it was"
        " concluded; confirm or add it by a decision if it does"
    )
    return Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, seen.candidate.span)
