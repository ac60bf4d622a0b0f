"""Find the short names of bodies: "the Commission" for the Trade Commission that the paper named before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.term import heads, word_class

_BODIES = frozenset(
    {"government-body", "international-organisation", "political-party", "military-unit", "armed-group"}
)
_NEAR = 1
"""How many passages back a body was named that is meant where the paper names several of one noun."""


def find_short_names(seen: Sequence[tuple[Scene, Sequence[Chunk]]]) -> Iterator[tuple[int, Chunk]]:
    """Give the short names with the index of their passage: the noun of a body with "the" and a capital.

    The body meant is the one that the paper named before with this noun; of several, the last one of this passage or
    of the one before it.
    """
    named: dict[str, dict[tuple[str, str, str], tuple[int, Chunk]]] = {}
    for index, (scene, chunks) in enumerate(seen):
        busy = {place for chunk in chunks for place in range(chunk.first, chunk.last)}
        begins = {chunk.first: chunk for chunk in chunks}
        for at in range(len(scene.tokens)):
            if at in begins:
                _name(scene, begins[at], index, named)
            elif at not in busy and not scene.headline and _is_short(scene, at):
                meant = _meant(named.get(scene.tokens[at].low, {}), index)
                if meant is not None:
                    yield index, replace(meant, first=at, last=at + 1, rule="actor-short", article="the")


def _name(
    scene: Scene, chunk: Chunk, index: int, named: dict[str, dict[tuple[str, str, str], tuple[int, Chunk]]]
) -> None:
    if chunk.type not in _BODIES or chunk.last - chunk.first < 2:
        return
    nouns = {scene.tokens[chunk.last - 1].low, scene.tokens[chunk.first].low}
    identity = chunk.core, chunk.name, chunk.states
    for noun in nouns:
        held = named.setdefault(noun, {})
        held.pop(identity, None)
        held[identity] = index, chunk


def _is_short(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if not token.capital or scene.article(at) != "the" or token.numeral:
        return False
    head = heads().match(scene.tokens, at)
    if head is None or head[1] != at + 1 or head[0].type not in _BODIES:
        return False
    following = scene.tokens[at + 1] if scene.joined(at + 1) else None
    goes_on = following is not None and (following.capital or following.low in ("of", "for", "on"))
    return not goes_on or token.possessive or head[0].words[-1] in word_class("alone")


def _meant(held: dict[tuple[str, str, str], tuple[int, Chunk]], index: int) -> Chunk | None:
    if not held:
        return None
    last, chunk = next(reversed(held.values()))
    return chunk if len(held) == 1 or index - last <= _NEAR else None
