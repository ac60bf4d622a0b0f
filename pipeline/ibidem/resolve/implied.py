"""Parties that the sentence of a treaty leaves out, because the sentences before have named them."""

from collections.abc import Iterator

from ibidem.parse.evidence import is_signed
from ibidem.resolve.instrument import Group, Seen
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.passages import Readings
from ibidem.resolve.treaty_mention import verb_range
from ibidem.story import Act, ActorType, Capacity, Participation

_AGREED = frozenset({"treaty", "pact", "accord", "agreement", "armistice", "convention", "protocol", "concordat"})
_BACK = 3
"""How many sentences back the two states may be named between which a treaty "was signed"."""
_GOVERNMENT = "Government of "


def implied_parties(
    group: Group,
    parties: tuple[Participation, ...],
    *,
    actors: ActorIndex,
    states: dict[str, str],
    readings: Readings,
) -> tuple[Participation, ...]:
    """Give the parties that are meant, though the sentence does not name them.

    Of "an agreement with Norway" it is the only other state of its sentence or the one before; of a treaty that "was
    signed" the only two states of the nearest sentence before that names any.
    """
    sides = [item.actor for item in parties if item.capacity is Capacity.PARTY]
    if len(sides) > 1 or len(parties) > len(sides):
        return ()
    for seen in group.seen:
        if seen.kind not in _AGREED or seen.evidence & {"will", "against"}:
            continue
        if len(sides) == 1 and "with" in seen.evidence:
            other = _other(seen, sides[0], actors=actors, states=states, readings=readings)
            return (Participation(other, Capacity.PARTY, None, None),) if other is not None else ()
        if not sides and _was_signed(seen):
            two = _two_before(seen, actors=actors, states=states, readings=readings)
            return tuple(Participation(key, Capacity.PARTY, Act.SIGNED, None) for key in two)
    return ()


def _was_signed(seen: Seen) -> bool:
    verb = verb_range(seen.candidate)
    form = seen.candidate.feature("form") or ""
    return "made" in seen.evidence and verb is not None and verb[0] >= seen.end and is_signed(form)


def _other(seen: Seen, side: str, *, actors: ActorIndex, states: dict[str, str], readings: Readings) -> str | None:
    reading = readings.of(seen.passage)
    for sentence in (seen.sentence, reading.before(seen.sentence)):
        others = dict.fromkeys(key for key in _states(seen, sentence, actors, states) if key != side)
        if others:
            return next(iter(others)) if len(others) == 1 else None
    return None


def _two_before(seen: Seen, *, actors: ActorIndex, states: dict[str, str], readings: Readings) -> tuple[str, ...]:
    reading = readings.of(seen.passage)
    sentence = seen.sentence
    for _ in range(_BACK):
        before = reading.before(sentence)
        if before == sentence:
            return ()
        sentence = before
        named = tuple(dict.fromkeys(_states(seen, sentence, actors, states)))
        if named:
            return named if len(named) == 2 else ()
    return ()


def _states(seen: Seen, sentence: tuple[int, int], actors: ActorIndex, states: dict[str, str]) -> Iterator[str]:
    """Give the states that a sentence names, by themselves or by their governments."""
    for mention in actors.within(seen.passage.span(*sentence)):
        if mention.type is ActorType.STATE and mention.actor_key in states.values():
            yield mention.actor_key
        elif mention.name.startswith(_GOVERNMENT):
            key = states.get(mention.name.removeprefix(_GOVERNMENT))
            if key is not None:
                yield key
