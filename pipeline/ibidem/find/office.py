"""Find offices, ranks and occupations in one passage's words: "the Russian Minister of Defence", "Colonel"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.term import Term, adjectives, portfolios, states, titles, word_class, word_set

_LINKS = frozenset({"of", "for", "to", "in", "at"})
_FULL = {"dy": "Deputy", "dy.": "Deputy", "gen": "General", "col": "Colonel", "lt": "Lieutenant"}
_LONGEST_FIELD = 3


@dataclass(frozen=True, slots=True)
class Office:
    """A title with its modifiers (word indices, half-open) and what it is an office of.

    `title` is as printed, without the nation; `owner` is the range of the words that say whose office it
    is, `states` the codes where these are a state's name or adjective.
    """

    first: int
    last: int
    kind: str
    title: str
    owner: tuple[int, int] | None = None
    states: str = ""
    former: bool = False
    plural: bool = False
    article: str = ""

    @property
    def bare(self) -> bool:
        """Tell whether it only goes before a name: "Colonel", "Mr."."""
        return self.kind in ("rank", "honorific") and self.owner is None


@dataclass(frozen=True, slots=True)
class _Neighbours:
    starts: dict[int, Chunk]
    ends: dict[int, Chunk]


def find_offices(scene: Scene, chunks: Sequence[Chunk]) -> Iterator[Office]:
    """Find the titles of a passage from left to right, none inside a collective's name."""
    near = _Neighbours({chunk.first: chunk for chunk in chunks}, {chunk.last: chunk for chunk in chunks})
    busy = {place for chunk in chunks for place in range(chunk.first, chunk.last)}
    at = 0
    while at < len(scene.tokens):
        found = None if at in busy else titles().match(scene.tokens, at)
        if found is None:
            at += 1
            continue
        office = _office(scene, at, found, near)
        yield office
        at = max(found[1], office.last)


def _office(scene: Scene, at: int, found: tuple[Term, int], near: _Neighbours) -> Office:
    term, last = found
    tokens = scene.tokens
    if term.type == "honorific":
        return Office(at, last, term.type, tokens[at].text)
    end, field = _field(scene, last, term) if term.type == "office" else (last, "")
    left = _left(scene, at, near) if term.type != "rank" else at
    owner, codes, first = _owner_before(scene, left, near)
    behind = _owner_behind(scene, end, near) if owner is None or not codes else None
    if behind is not None and owner is None:
        owner, codes = (behind.first, behind.last), _codes(behind)
        end = behind.last
    words = [_FULL.get(token.low, token.text) for token in tokens[left:last]]
    title = " ".join((*words, field)).strip()
    article = scene.before(first)
    return Office(first, end, term.type, title, owner, codes, _is_former(scene, first), _is_plural(term), article)


def _codes(chunk: Chunk) -> str:
    return chunk.states if chunk.type == "state" else ""


def _is_plural(term: Term) -> bool:
    return term.type != "rank" and term.words[-1].endswith("s") and f"{' '.join(term.words)[:-1]}" in _singular_titles()


def _singular_titles() -> frozenset[str]:
    return frozenset(" ".join(term.words) for group in titles().by_first.values() for term in group)


def _field(scene: Scene, last: int, term: Term) -> tuple[int, str]:
    """Read "of Defence", "for Foreign Affairs" behind a title; give where it ends and its words."""
    tokens = scene.tokens
    if (
        scene.low(last) not in ("of", "for")
        or not scene.joined(last + 1)
        or term.words[-1] not in word_class("fielded")
    ):
        return last, ""
    place = last + 1 + (scene.low(last + 1) == "the" and scene.joined(last + 2))
    found = portfolios().match(tokens, place)
    if found is None:
        return last, ""
    end = found[1]
    while scene.low(end) == "and" and scene.joined(end + 1) and (more := portfolios().match(tokens, end + 1)):
        end = more[1]
    return end, " ".join(token.text for token in tokens[last:end])


def _left(scene: Scene, at: int, near: _Neighbours) -> int:
    """Step left over qualifiers and fields of government: "First Deputy Foreign" Minister."""
    place = at
    while place > 0 and scene.joined(place) and place not in near.ends and not scene.tokens[place - 1].possessive:
        low = scene.tokens[place - 1].low
        if low in word_set("qualifiers") or f"{low}." in word_set("qualifiers"):
            place -= 1
            continue
        field = portfolios().match_before(scene.tokens, place, longest=_LONGEST_FIELD)
        if field is None or not scene.tokens[place].joined:
            break
        place = field[1]
    return place


def _owner_before(scene: Scene, left: int, near: _Neighbours) -> tuple[tuple[int, int] | None, str, int]:
    """Read whose office it is from the word before: an adjective, a state, a body, a possessive."""
    if left == 0 or not scene.joined(left):
        return None, "", left
    chunk = near.ends.get(left)
    if chunk is not None:
        return (chunk.first, chunk.last), _codes(chunk), chunk.first
    for table in (adjectives(), states()):
        found = table.match_before(scene.tokens, left)
        if found and scene.tokens[found[1]].capital and found[0].state:
            return (found[1], left), found[0].state, found[1]
    return None, "", left


def _owner_behind(scene: Scene, end: int, near: _Neighbours) -> Chunk | None:
    """Read whose office it is from "of the Russian Federation", "of the Supreme Soviet" behind it."""
    if scene.low(end) not in _LINKS or not scene.joined(end + 1):
        return None
    place = end + 1
    while place not in near.starts and scene.low(place) in ("the", "then", "former", "all", "whole"):
        place += 1
    return near.starts.get(place) if scene.joined(place) else None


def _is_former(scene: Scene, first: int) -> bool:
    place = first
    while scene.before(place) in word_class("determining"):
        place -= 1
    if place > 0 and scene.tokens[place].gap in ("-", "‐", "‑") and scene.tokens[place - 1].low == "ex":
        return True
    return scene.before(place) in word_class("former")
