"""The treaties of a paper: kind, date, place, participations, provisions and status of each, from all its mentions."""

import re
from dataclasses import dataclass, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.parse.date import FoundDate
from ibidem.parse.evidence import concludes, is_attached
from ibidem.parse.passage import dates_within, passage_dates, passage_sentences
from ibidem.record import Capacity, Participation, Place, Pointer, Treaty
from ibidem.resolve.grouping import group_instruments
from ibidem.resolve.instrument import Group, Seen, content_words
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.party import Report, act_of, read_parties, state_keys
from ibidem.resolve.place import find_place, merge_places
from ibidem.resolve.provision import find_cited, read_provisions, read_status
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.sentence import sentence_at
from ibidem.span import Span

_LONGEST_NAME = 20
_MATTER = re.compile(r"(?P<noun>[^,]{4,30}?)\sof\s.{3,80}?\s(?P<topic>(?:on|concerning|regarding)\s.{4,200})")
_MOST_IN_NAME = 6


@dataclass(frozen=True, slots=True)
class TreatiesFound:
    """The treaties, the places that they name, and what was passed over."""

    treaties: tuple[Treaty, ...]
    places: tuple[Place, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    passage: Passage
    sentences: tuple[tuple[int, int], ...]
    dates: tuple[FoundDate, ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    document: Document
    actors: ActorIndex
    readings: dict[int, _Reading]
    pointers: dict[Span, str]
    states: dict[str, str]
    names: dict[str, str]


def resolve_treaties(
    document: Document, candidates: tuple[Candidate, ...], *, actors: ActorIndex, pointers: tuple[Pointer, ...]
) -> TreatiesFound:
    """Make one treaty of all mentions of one instrument; a phrase that names none for certain is a finding."""
    names = {mention.actor_key: mention.name for mention in actors.mentions}
    desk = _Desk(document, actors, {}, pointers_by_span(pointers), state_keys(actors), names)
    wanted = sorted(candidate for candidate in candidates if candidate.kind is CandidateKind.TREATY)
    seen = [item for item in (_seen(desk, candidate) for candidate in wanted) if item is not None]
    groups, left = group_instruments(item for item in seen if _is_kept(desk, item, seen))
    built = [_treaty(desk, group) for group in groups]
    keys = unique_slugs((treaty.name, f"{treaty.mentions[0].prefix}{treaty.mentions[0].exact}") for treaty, _ in built)
    cited = find_cited(groups)
    treaties = tuple(
        replace(treaty, key=key, cites=tuple(keys[other] for other in cited.get(index, ())))
        for index, ((treaty, _), key) in enumerate(zip(built, keys, strict=True))
    )
    places = merge_places([place for _, place in built if place is not None])
    return TreatiesFound(treaties, places, tuple(_dropped(item) for item in left))


def _reading(desk: _Desk, passage: Passage) -> _Reading:
    known = desk.readings.get(passage.block)
    if known is None:
        sentences = passage_sentences(passage.text, tuple(at for at, _ in passage.markers))
        known = desk.readings[passage.block] = _Reading(passage, sentences, passage_dates(passage.text))
    return known


def _seen(desk: _Desk, candidate: Candidate) -> Seen | None:
    passage = desk.document.passage_at(candidate.span.start)
    if passage is None:
        return None
    reading = _reading(desk, passage)
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    sentence = sentence_at(reading.sentences, start)
    evidence = frozenset((candidate.feature("evidence") or "").split())
    date, rank = _date(reading, candidate, (start, end), sentence, evidence)
    core = int(candidate.feature("core") or end)
    topic = end if candidate.feature("kind") not in ("decree", "statement") else core
    content = content_words(desk.document, passage, start, topic, actors=desk.actors)
    proper = candidate.feature("shape") == "named"
    return Seen(candidate, passage, start, end, content, proper, evidence, date, rank, sentence)


def _is_kept(desk: _Desk, item: Seen, seen: list[Seen]) -> bool:
    """Keep "agreed to" only as an agreement of its own: of two states, or of a treaty's parties ("it was agreed")."""
    if item.shape != "agreed":
        return True
    beside = [
        other
        for other in seen
        if other.passage is item.passage and other.sentence == item.sentence and other is not item
    ]
    if "impersonal" in item.evidence:
        return any(other.definite for other in beside)
    parties = {party.actor for party in read_parties(_report(item, ()), actors=desk.actors, states=desk.states)}
    return len(parties & set(desk.states.values())) > 1 and not any(
        other.evidence & {"made", "dated"} for other in beside
    )


def _range(candidate: Candidate, name: str) -> tuple[int, int] | None:
    value = candidate.feature(name)
    if value is None:
        return None
    first, last = value.split()
    return int(first), int(last)


def _date(
    reading: _Reading,
    candidate: Candidate,
    phrase: tuple[int, int],
    sentence: tuple[int, int],
    evidence: frozenset[str],
) -> tuple[Date | None, int]:
    """Date an instrument: in or behind its phrase, else by the sentence that reports it, else by the one before."""
    text = reading.passage.text
    inside = dates_within(reading.dates, *sentence)
    if candidate.feature("kind") == "resolution":
        # The number of a resolution is no year.
        inside = tuple(date for date in inside if not phrase[0] <= date.start < phrase[1])
    form = candidate.feature("form") or ""
    for date in inside:
        if is_attached(text, *phrase, date, form):
            return date.date, 0 if date.end <= phrase[1] else 1
    verb = _range(candidate, "verb")
    if verb is None or not evidence & {"made", "doing"} or not concludes(form):
        return None, 9
    clause = [date for date in inside if ";" not in text[min(date.start, verb[0]) : max(date.end, verb[1])]]
    if clause:
        nearest = min(clause, key=lambda date: min(abs(date.start - verb[1]), abs(verb[0] - date.end)))
        return nearest.date, 2
    if "made" not in evidence or inside:
        return None, 9
    told = dates_within(reading.dates, *sentence_at(reading.sentences, max(0, sentence[0] - 1)))
    return (told[0].date, 3) if len(told) == 1 else (None, 9)


def _treaty(desk: _Desk, group: Group) -> tuple[Treaty, Place | None]:
    parties = _parties(desk, group)
    place = _place(desk, group)
    mentions = tuple(desk.document.mention(seen.candidate.span, passage=seen.passage) for seen in group.seen)
    supported = [
        key for seen in group.seen for key in supporting_pointers(seen.passage, seen.end, pointers=desk.pointers)
    ]
    name = _name(desk, group, parties)
    treaty = Treaty(
        key="",
        name=name,
        kind=_best(group).kind,
        printed=tuple(dict.fromkeys(" ".join(mention.reading.split()) for mention in mentions)),
        date=group.date,
        place=place.key if place is not None else None,
        status=read_status(group),
        participations=parties,
        provisions=read_provisions(desk.document, group),
        cites=(),
        pointers=tuple(dict.fromkeys(supported)),
        mentions=mentions,
        rules=tuple(sorted({seen.candidate.found_by for seen in group.seen})),
    )
    return treaty, place


def _best(group: Group) -> Seen:
    """Give the mention that names the instrument best: a name before a description, the longer name first."""
    order = {"named": 0, "described": 1, "agreed": 2, "acronym": 3, "bare": 4}
    return min(
        group.seen, key=lambda seen: (order[seen.shape], not seen.candidate.exact[:1].isupper(), -len(seen.content))
    )


def _report(seen: Seen, dates: tuple[FoundDate, ...]) -> Report:
    candidate = seen.candidate
    verb = _range(candidate, "verb") if seen.evidence & {"made", "doing"} else None
    act = act_of(candidate.feature("form") or "") if verb is not None else None
    return Report(
        seen.passage,
        *seen.sentence,
        seen.start,
        seen.end,
        verb,
        act,
        seen.kind,
        _range(candidate, "possessor"),
        "joint" in seen.evidence,
        dates=dates_within(dates, *seen.sentence),
    )


def _parties(desk: _Desk, group: Group) -> tuple[Participation, ...]:
    """Gather the participations of all mentions that report the instrument; an act once seen is kept."""
    found: dict[tuple[str, Capacity], Participation] = {}
    for seen in group.seen:
        if not seen.evidence & {"made", "doing", "with", "dated", "against"} and not _issued(seen):
            continue
        reading = _reading(desk, seen.passage)
        previous = sentence_at(reading.sentences, max(0, seen.sentence[0] - 1))
        before = previous if previous != seen.sentence else None
        for item in read_parties(_report(seen, reading.dates), actors=desk.actors, states=desk.states, before=before):
            known = found.get((item.actor, item.capacity))
            if known is None or (known.act is None and item.act is not None):
                found[item.actor, item.capacity] = item
    away = {actor for actor, capacity in found if capacity is Capacity.ABSTAINING}
    return tuple(item for item in found.values() if item.capacity is Capacity.ABSTAINING or item.actor not in away)


def _issued(seen: Seen) -> bool:
    return "joint" in seen.evidence or (seen.kind == "decree" and seen.shape == "described")


def _place(desk: _Desk, group: Group) -> Place | None:
    for seen in group.seen:
        verb = _range(seen.candidate, "verb")
        if verb is None or not seen.evidence & {"made", "doing"}:
            continue
        place = find_place(desk.document, seen.passage, *_around(seen, verb), actors=desk.actors, near=verb[0])
        if place is None and seen.rank == 3:
            before = sentence_at(_reading(desk, seen.passage).sentences, max(0, seen.sentence[0] - 1))
            place = find_place(desk.document, seen.passage, *before, actors=desk.actors)
        if place is not None:
            return place
    return None


def _around(seen: Seen, verb: tuple[int, int]) -> tuple[int, int]:
    # Where the phrase has a date of its own, what stands before it dates and places something else.
    first = min(verb[0], seen.start) if seen.rank < 2 else seen.sentence[0]
    return max(first, seen.start - 300), min(seen.sentence[1], max(verb[1], seen.end) + 60)


def _name(desk: _Desk, group: Group, parties: tuple[Participation, ...]) -> str:
    """Name an instrument as it is printed, without its date; one without a name after its parties."""
    best = _best(group)
    text = best.passage.text[best.start : best.end]
    if best.shape == "agreed":
        text = f"agreement{text[len('agreed') :]}"
    dates = dates_within(_reading(desk, best.passage).dates, best.start, best.end) if best.kind != "resolution" else ()
    for date in reversed(dates):
        first, last = date.start - best.start, date.end - best.start
        text = re.sub(r",?\s?(?:of|dated|in|on)?\s?$", " ", text[:first]) + text[last:]
    matter = _MATTER.match(text)
    if matter is not None and best.kind in ("decree", "statement"):
        text = f"{matter['noun']} {matter['topic']}"
    name = " ".join(text.split()[:_LONGEST_NAME]).strip(" ,;’'\"")
    name = name[:1].upper() + name[1:]
    if best.shape == "named" or best.candidate.feature("topic") is not None:
        return name
    keys = [item.actor for item in parties if item.capacity in (Capacity.PARTY, Capacity.ISSUER)][:_MOST_IN_NAME]
    names = [desk.names[key] for key in keys]
    issued = bool(parties) and parties[0].capacity is Capacity.ISSUER
    if not names:
        return name
    if len(names) == 1:
        return f"{name} of {names[0]}" if issued else f"{name} with {names[0]}"
    return f"{name} {'of' if issued else 'between'} {', '.join(names[:-1])} and {names[-1]}"


def _dropped(seen: Seen) -> Finding:
    message = (
        f"“{' '.join(seen.candidate.exact.split())}” may name an instrument, but nothing says which or that it was"
        " concluded; confirm or add it by a decision if it does"
    )
    return Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, seen.candidate.span)
