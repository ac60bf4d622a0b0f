"""Find who holds an office: the name behind it or before it, several names, or a verb between the two."""

from collections.abc import Iterator, Sequence

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.office import Office
from ibidem.find.person import Person
from ibidem.find.term import word_class, word_set

_COMMAS = frozenset({", ", ",", " (", ", (", " – ", " — ", " - ", "—", "–"})
_LONGEST_LIST = 60
_PASSIVE = {"led": "leader", "headed": "head", "commanded": "commander", "chaired": "chairman", "presided": "president"}
_NEAR = 5


def holders_of(scene: Scene, office: Office, offices: Sequence[Office], persons: Sequence[Person]) -> Iterator[Person]:
    """Give the persons whose office it is: of a plural all that are listed behind it."""
    ranks = {other.first: other for other in offices if other is not office}
    begins = {person.first: person for person in persons}
    place = _over_ranks(scene, office.last, ranks)
    behind = begins.get(place)
    if behind is not None and _adjoins(scene, office, place):
        yield behind
        if office.plural:
            yield from _listed(scene, behind, begins, ranks)
        return
    if office.plural:
        yield from _after_such_as(scene, office, begins)
        return
    before = _before(scene, office, persons)
    if before is not None:
        yield before


def _over_ranks(scene: Scene, place: int, ranks: dict[int, Office]) -> int:
    while place in ranks and ranks[place].bare and (scene.joined(place) or scene.tokens[place].gap in _COMMAS):
        place = ranks[place].last
    return place


def _adjoins(scene: Scene, office: Office, place: int) -> bool:
    if office.last >= len(scene.tokens):
        return False
    return scene.joined(office.last) or (scene.tokens[office.last].gap in _COMMAS and not office.bare)


def _before(scene: Scene, office: Office, persons: Sequence[Person]) -> Person | None:
    """Find the name that the office follows: in commas, after "was", after "became"."""
    for person in persons:
        gap = office.first - person.last
        if not 0 <= gap <= _NEAR or person.last >= len(scene.tokens):
            continue
        words = [token.low for token in scene.tokens[person.last : office.first]]
        parted = scene.tokens[person.last].gap in _COMMAS
        if parted and all(word in word_class("between-name-and-office") for word in words):
            return person
        verbs = [word for word in words if word in word_class("becoming")]
        if (
            verbs
            and not parted
            and all(
                word in word_class("between-name-and-office") | word_class("becoming") | word_class("chosen")
                for word in words
            )
        ):
            return person
    return None


def _listed(scene: Scene, person: Person, begins: dict[int, Person], ranks: dict[int, Office]) -> Iterator[Person]:
    """Give the names that go on a list after one: "Presidents Nixon and Brezhnev"."""
    place = person.last
    while place < len(scene.tokens):
        low, gap = scene.tokens[place].low, scene.tokens[place].gap
        step = place + 1 if low in ("and", "or") else place
        if step == place and gap not in (", ", ","):
            return
        following = begins.get(_over_ranks(scene, step, ranks))
        if following is None:
            return
        yield following
        place = following.last


def _after_such_as(scene: Scene, office: Office, begins: dict[int, Person]) -> Iterator[Person]:
    """Give the names of a list that "such as" or "including" opens behind an office in the plural."""
    place = office.last
    if place >= len(scene.tokens) or scene.tokens[place].low not in word_class("listing"):
        return
    for at in range(place + 1, min(len(scene.tokens), place + _LONGEST_LIST)):
        token = scene.tokens[at]
        if at in begins:
            yield begins[at]
        elif not (token.capital or token.low in word_class("going-on")):
            return


def commanded(
    scene: Scene, chunks: Sequence[Chunk], persons: Sequence[Person]
) -> Iterator[tuple[Chunk, str, int, Person]]:
    """Find "the division was commanded by General Grant": the body, the title, the verb's place, the name."""
    begins = {person.first: person for person in persons}
    for chunk in chunks:
        if chunk.type == "state":
            continue
        place = chunk.last
        while scene.low(place) in ("was", "were", "is", "then", "being", "had", "been"):
            place += 1
        near = place < len(scene.tokens) and (scene.joined(place) or scene.tokens[place].gap == ", ")
        title = _PASSIVE.get(scene.tokens[place].low) if near else None
        if title is None or scene.low(place + 1) not in ("by", "over"):
            continue
        start = place + 2
        person = next((begins[at] for at in range(start, min(start + 4, len(scene.tokens))) if at in begins), None)
        if person is not None:
            yield chunk, title, place, person


def acts_unnamed(scene: Scene, office: Office) -> bool:
    """Tell whether one definite holder acts without a name: "the French Prime Minister replied"."""
    if office.kind != "office" or office.plural or office.former or not office.owner or not office.states:
        return False
    if office.article not in ("the", "then") or not scene.joined(office.first):
        return False
    place = office.last
    while scene.low(place) in ("then", "also", "had", "has", "himself") or scene.low(place).endswith("ly"):
        place += 1
    return scene.low(place) in word_set("acting")


def owner_behind_name(scene: Scene, office: Office, person: Person, chunks: Sequence[Chunk]) -> Chunk | None:
    """Read whose office it is behind the name: "President Karimov of Uzbekistan"."""
    if office.owner is not None or office.kind not in ("office", "crown", "style") or person.first < office.last:
        return None
    if scene.low(person.last) != "of":
        return None
    place = person.last + 1 + (scene.low(person.last + 1) == "the")
    chunk = next((chunk for chunk in chunks if chunk.first == place), None)
    return chunk if chunk is not None and chunk.type == "state" and scene.joined(place) else None
