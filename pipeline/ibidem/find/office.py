"""Find offices, ranks and occupations in one passage's words: "the Russian Minister of Defence", "Colonel"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.term import Term, adjectives, given_names, portfolios, states, titles, word_class, word_set
from ibidem.find.token import Token

_LINKS = frozenset({"of", "for", "to", "in", "at"})
_FULL = {"dy": "Deputy", "dy.": "Deputy", "gen": "General", "col": "Colonel", "lt": "Lieutenant"}
_LONGEST_FIELD = 3
_KNOWN_WORDS = 2
_LONGEST_PLACE = 4


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
        """Tell whether it only goes before a name and is no office: "Colonel", "Mr.", "Lord"."""
        return self.kind in ("rank", "honorific") or (self.kind == "style" and self.owner is None)


@dataclass(frozen=True, slots=True)
class _Neighbours:
    starts: dict[int, Chunk]
    ends: dict[int, Chunk]
    offices: dict[int, Office]


def find_offices(scene: Scene, chunks: Sequence[Chunk]) -> Iterator[Office]:
    """Find the titles of a passage from left to right, none inside a collective's name."""
    near = _Neighbours({chunk.first: chunk for chunk in chunks}, {chunk.last: chunk for chunk in chunks}, {})
    busy = {place for chunk in chunks for place in range(chunk.first, chunk.last)}
    pending: Office | None = None
    at = 0
    while at < len(scene.tokens):
        found = None if at in busy else titles().match(scene.tokens, at)
        if found is None or _is_in_a_name(scene, at, found[0]):
            at += 1
            continue
        office = _office(scene, at, found, near)
        if pending is not None and office.first > pending.first:
            yield pending
        pending = near.offices[office.last] = office
        at = max(found[1], office.last)
    if pending is not None:
        yield pending


def _is_in_a_name(scene: Scene, at: int, term: Term) -> bool:
    """Tell whether a title is a part of a name: "Ahmad Shah Durrani", "Patrick Dean"."""
    token = scene.tokens[at]
    if token.capital and token.low in word_set("surnames") and scene.joined(at):
        return scene.tokens[at - 1].text in given_names() and not scene.tokens[at - 1].possessive
    if token.text in given_names() and scene.joined(at + 1) and scene.tokens[at + 1].capital:
        # "Dean Rusk", "Earl Warren"; but "the dean".
        return not scene.article(at)
    if token.low in word_class("style-behind") and scene.joined(at) and scene.tokens[at - 1].capital:
        return scene.tokens[at - 1].low not in word_set("function")
    return term.type in ("rank", "crown", "style") and scene.joined(at) and scene.tokens[at - 1].text in given_names()


def _office(scene: Scene, at: int, found: tuple[Term, int], near: _Neighbours) -> Office:
    term, last = found
    tokens = scene.tokens
    if term.type == "honorific":
        return Office(at, last, term.type, tokens[at].text)
    end, field = _field(scene, last, term) if term.type == "office" else (last, "")
    left = _left(scene, at, near) if term.type in ("office", "occupation") else at
    owner, codes, first = _owner_before(scene, left, near)
    behind = _owner_behind(scene, end, near) if owner is None else None
    if behind is not None:
        owner, codes, end = (behind.first, behind.last), _codes(behind), behind.last
    elif owner is None and (place := _place_behind(scene, end)) is not None:
        owner, end = place, place[1]
    plural = term.words[-1] != term.same.split()[-1] and len(term.words) == len(term.same.split())
    words = [_FULL.get(token.low, token.text) for token in tokens[left:at]]
    title = _singular(scene, at, last, term) if plural else [_printed(token) for token in tokens[at : last - 1]]
    title += [] if plural else [tokens[last - 1].text]
    if tokens[at].first and (plural or term.type == "occupation"):
        title[0] = title[0].lower()
    label = " ".join((*words, *title, field)).strip()
    return Office(first, end, term.type, label, owner, codes, _is_former(scene, first), plural, scene.before(first))


def _printed(token: Token) -> str:
    return f"{token.text}'s" if token.possessive else token.text


def _singular(scene: Scene, at: int, last: int, term: Term) -> list[str]:
    """Give the singular of a title, with the capitals that are printed."""
    printed = zip(scene.tokens[at:last], term.same.split(), strict=True)
    return [word[:1].upper() + word[1:] if token.capital else word for token, word in printed]


def _codes(chunk: Chunk) -> str:
    return chunk.states if chunk.type == "state" else ""


def _field(scene: Scene, last: int, term: Term) -> tuple[int, str]:
    """Read "of Defence", "for Foreign Affairs" behind a title; give where it ends and its words."""
    tokens = scene.tokens
    fielded = word_class("fielded").intersection(term.same.split())
    if scene.low(last) not in ("of", "for") or not scene.joined(last + 1) or not fielded:
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
    """Read whose office it is from the word before: an adjective, a state, a body, an office in the possessive."""
    if left == 0 or not scene.joined(left):
        return None, "", left
    place = left
    while (
        place > left - _KNOWN_WORDS and place not in near.ends and scene.before(place) and _describes(scene, place - 1)
    ):
        place -= 1
    chunk = near.ends.get(place)
    possessive = scene.tokens[place - 1].possessive
    if chunk is not None and (possessive or (place == left and _is_attributive(scene, chunk))):
        return (chunk.first, chunk.last), _codes(chunk), chunk.first
    office = near.offices.get(left)
    if office is not None and scene.tokens[left - 1].possessive:
        return (office.first, office.last), "", office.first
    for table in (adjectives(), states()):
        found = table.match_before(scene.tokens, left)
        if found and scene.tokens[found[1]].capital and found[0].state:
            return (found[1], left), found[0].state, found[1]
    return None, "", left


def _is_attributive(scene: Scene, chunk: Chunk) -> bool:
    """Tell whether a name describes the title behind it: not the France of "the Ambassador to France Count Moltke"."""
    return chunk.type != "state" or scene.before(chunk.first) not in _LINKS | {"and"}


def _describes(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    return not token.capital and not token.numeral and token.low not in word_set("function")


def _owner_behind(scene: Scene, end: int, near: _Neighbours) -> Chunk | None:
    """Read whose office it is from "of the Russian Federation", "of the Supreme Soviet" behind it."""
    if scene.low(end) not in _LINKS or not scene.joined(end + 1):
        return None
    place = end + 1
    while place not in near.starts and scene.low(place) in ("the", "then", "former", "all", "whole"):
        place += 1
    return near.starts.get(place) if scene.joined(place) else None


def _place_behind(scene: Scene, end: int) -> tuple[int, int] | None:
    """Read the place or the body, known to no list, that an office is of: "Governor of Bengal"."""
    if scene.low(end) != "of":
        return None
    first = end + 1 + (scene.low(end + 1) == "the")
    last = first
    while scene.joined(last) and scene.tokens[last].capital and last < first + _LONGEST_PLACE:
        if scene.tokens[last].low in word_set("function") or (last > first and scene.tokens[last - 1].possessive):
            break
        last += 1
    return (first, last) if last > first else None


def _is_former(scene: Scene, first: int) -> bool:
    place = first
    while scene.before(place) in word_class("determining"):
        place -= 1
    if place > 0 and scene.tokens[place].gap in ("-", "‐", "‑") and scene.tokens[place - 1].low == "ex":
        return True
    return scene.before(place) in word_class("former")
