"""Read what follows the head of a body's name: "of Defence", "of the Russian Federation", "of Central Asia"."""

from dataclasses import dataclass

from ibidem.find.chunk import Scene
from ibidem.find.piece import Piece
from ibidem.find.term import adjectives, areas, capitals, portfolios, states, word_set

_LINKS = frozenset({"of", "for", "on"})


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the name ends, the states' codes or the area that own the body, and its field, in small letters."""

    last: int
    states: tuple[str, ...] = ()
    area: str = ""
    field: str = ""


def complement_of(scene: Scene, head: Piece) -> Complement:
    """Read the complement of a head; what belongs to two states is no one's body."""
    assert head.term is not None
    last, field = head.last, ""
    if head.term.name == "capital" or head.term.words[-1] == "presidium":
        last, field = _field(scene, head)
    return owner_behind(scene, last, field)


def owner_behind(scene: Scene, last: int, field: str = "", *, links: tuple[str, ...] = ("of", "from")) -> Complement:
    """Read "of the Russian Federation", "of Central Asia" behind a name that ends at `last`."""
    if scene.low(last) not in links or not scene.joined(last + 1):
        return Complement(last, field=field)
    place = last + 1 + (scene.low(last + 1) in ("the", "all"))
    if not scene.joined(place) or not scene.tokens[place].capital:
        return Complement(last, field=field)
    state = states().match(scene.tokens, place)
    if state and state[0].kind == "state" and not _coordinated(scene, state[1]):
        return Complement(state[1], (state[0].state,), "", field)
    area = areas().match(scene.tokens, place)
    return Complement(area[1], (), area[0].name, field) if area else Complement(last, field=field)


def _coordinated(scene: Scene, place: int) -> bool:
    """Tell whether a second state follows: "the governments of France and Italy" is no one's body."""
    tokens = scene.tokens
    if place + 1 >= len(tokens) or not (tokens[place].low == "and" or tokens[place].gap == ", "):
        return False
    after = place + (tokens[place].low == "and")
    after += tokens[after].low == "the" and after + 1 < len(tokens)
    found = states().match(tokens, after) if tokens[after].capital else None
    return found is not None and found[0].kind == "state"


def _field(scene: Scene, head: Piece) -> tuple[int, str]:
    """Read the field of a body, "of Defence", "of Trade and Industry", "for Economic Warfare"."""
    tokens = scene.tokens
    if not (scene.low(head.last) in _LINKS and tokens[head.first].capital):
        return head.last, ""
    start = head.last + 1 + (scene.low(head.last + 1) == "the")
    if not scene.joined(start):
        return head.last, ""
    found = portfolios().match(tokens, start)
    place = _plain_run(scene, found[1] if found else start)
    while scene.low(place) == "and" and _is_plain(scene, place + 1):
        if tokens[head.first].low in ("ministries", "departments") or place == start:
            break
        place = _plain_run(scene, place + 2)
    if scene.low(head.last) == "for" and scene.low(place) == "of" and _is_plain(scene, place + 1):
        # "for the Improvement of Harbours": the field's own complement.
        place = _plain_run(scene, place + 1)
    return (place, " ".join(token.low for token in tokens[start:place])) if place > start else (head.last, "")


def _plain_run(scene: Scene, place: int) -> int:
    while _is_plain(scene, place):
        place += 1
    return place


def _is_plain(scene: Scene, place: int) -> bool:
    """Tell whether a word can go on a field's name: a capital, and neither a state nor a town."""
    if not scene.joined(place) or not scene.tokens[place].capital or scene.tokens[place].low in word_set("function"):
        return False
    return not any(table.match(scene.tokens, place) for table in (states(), adjectives(), capitals()))
