"""Find offices, ranks and occupations in one passage's words: "the Russian Minister of Defence", "Colonel"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.term import adjectives, portfolios, states, titles, word_set

_FORMER = frozenset({"former", "earlier", "formerly", "ex", "late", "onetime", "one-time", "erstwhile", "ousted", "deposed"})
_FIELDED = frozenset({"minister", "ministers", "secretary", "assistant", "adviser", "advisor", "commissioner", "chancellor"})
_LINKS = frozenset({"of", "for", "to", "in", "at"})
_FULL = {"dy": "Deputy", "dy.": "Deputy"}


@dataclass(frozen=True, slots=True)
class Office:
    """A title with its modifiers (word indices, half-open) and what it is an office of.

    `title` is the normal form in small letters, `label` as printed; `owner` is the range of the words that
    say whose office it is, `states` the codes where these are a state's name or adjective.
    """

    first: int
    last: int
    kind: str
    title: str
    label: str
    owner: tuple[int, int] | None
    states: str
    former: bool
    plural: bool


def find_offices(scene: Scene, chunks: Sequence[Chunk]) -> Iterator[Office]:
    """Find the titles of a passage from left to right."""
    starts = {chunk.first: chunk for chunk in chunks}
    ends = {chunk.last: chunk for chunk in chunks}
    busy = {place for chunk in chunks for place in range(chunk.first, chunk.last)}
    at = 0
    while at < len(scene.tokens):
        found = None if at in busy else titles().match(scene.tokens, at)
        if found is None:
            at += 1
            continue
        term, last = found
        yield _office(scene, at, last, term.type, starts, ends)
        at = last


def _office(
    scene: Scene, at: int, last: int, kind: str, starts: dict[int, Chunk], ends: dict[int, Chunk]
) -> Office:
    tokens = scene.tokens
    head = tokens[last - 1].low
    end, field = _field(scene, last, head) if kind == "office" else (last, "")
    left, before = _left(scene, at, ends) if kind in ("office", "occupation") else (at, "")
    owner, codes, first = _owner_before(scene, left, ends) if kind != "honorific" else (None, "", left)
    behind = _owner_behind(scene, end, starts) if kind != "honorific" and not owner else None
    if behind is not None:
        owner, codes = (behind.first, behind.last), behind.states if behind.type == "state" else ""
        end = behind.last
    former = _is_former(scene, first)
    words = [_FULL.get(token.low, token.text) for token in tokens[left:last]]
    label = " ".join(words) + (f" {tokens[last].low} {field}" if field else "")
    plural = head.endswith("s") and head not in ("secretaries",) and kind != "rank"
    return Office(first, end, kind, label.casefold(), label, owner, codes, former, plural)


def _field(scene: Scene, last: int, head: str) -> tuple[int, str]:
    """Read "of Defence", "for Foreign Affairs" behind a title."""
    tokens = scene.tokens
    if not (scene.joined(last + 1) and tokens[last].joined and tokens[last].low in ("of", "for")):
        return last, ""
    place = last + 1
    found = portfolios().match(tokens, place)
    if found is None and tokens[place].low == "the" and scene.joined(place + 1):
        found = portfolios().match(tokens, place + 1)
    if found is None or head not in _FIELDED and not tokens[found[1] - 1].capital:
        return last, ""
    return found[1], " ".join(token.text for token in tokens[last + 1 : found[1]])


def _left(scene: Scene, at: int, ends: dict[int, Chunk]) -> tuple[int, str]:
    """Step left over qualifiers and fields of government: "First Deputy Foreign" Minister."""
    place = at
    while place > 0 and scene.joined(place) and place not in ends and not scene.tokens[place - 1].possessive:
        low = scene.tokens[place - 1].low
        if low in word_set("qualifiers") or f"{low}." in word_set("qualifiers") or portfolios().by_first.get(low):
            place -= 1
            continue
        if place > 1 and portfolios().match(scene.tokens, place - 2) and scene.joined(place - 1):
            if portfolios().match(scene.tokens, place - 2)[1] == place:  # type: ignore[index]
                place -= 2
                continue
        break
    return place, ""


def _owner_before(
    scene: Scene, left: int, ends: dict[int, Chunk]
) -> tuple[tuple[int, int] | None, str, int]:
    """Read whose office it is from the word before: an adjective, a state, a body, a possessive."""
    if left == 0 or not scene.joined(left):
        return None, "", left
    chunk = ends.get(left)
    if chunk is not None:
        return (chunk.first, chunk.last), chunk.states if chunk.type == "state" else "", chunk.first
    for size in (1, 2, 3):
        start = left - size
        if start < 0:
            break
        for table in (adjectives(), states()):
            found = table.match(scene.tokens, start) if scene.tokens[start].capital else None
            if found and found[1] == left and found[0].state:
                return (start, left), found[0].state, start
    return None, "", left


def _owner_behind(scene: Scene, end: int, starts: dict[int, Chunk]) -> Chunk | None:
    tokens = scene.tokens
    if not (scene.joined(end) and tokens[end].low in _LINKS and scene.joined(end + 1)):
        return None
    place = end + 1
    while place < end + 4 and scene.joined(place) and tokens[place].low in ("the", "then", "former", "all", "joint"):
        if place in starts:
            break
        place += 1
    chunk = starts.get(place)
    return chunk if chunk is not None and scene.joined(place) else None


def _is_former(scene: Scene, first: int) -> bool:
    place = first - 1
    while place >= 0 and scene.joined(place + 1) and scene.tokens[place].low in ("the", "then"):
        place -= 1
    return place >= 0 and scene.joined(place + 1) and scene.tokens[place].low in _FORMER
