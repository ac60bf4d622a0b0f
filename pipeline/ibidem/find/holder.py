"""Find who holds an office: the name behind it or before it, several names, or a verb between the two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.office import Office
from ibidem.find.person import Person
from ibidem.find.speaking import behind_aside
from ibidem.find.term import word_class, word_set
from ibidem.parse.verb import speech_verbs

_COMMAS = frozenset({", ", ",", " (", ", (", " – ", " — ", " - ", "—", "–"})
_LONGEST_LIST = 60
_PASSIVE = {"led": "leader", "headed": "head", "commanded": "commander", "chaired": "chairman"}
_NEAR = 5
_SHORTEST = 4
_ADJECTIVES = ("ial", "al", "ish", "ese", "ian", "an", "ch")
"""How an adjective ends that may stand between an article and an office: "the imperial envoy"."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in a passage, by the words where names, titles and bodies begin or end; made by `Cast.of`."""

    scene: Scene
    begins: dict[int, Person]
    ends: dict[int, Person]
    titles: dict[int, Office]
    bodies: dict[int, Chunk]

    @classmethod
    def of(
        cls, scene: Scene, *, persons: Sequence[Person], offices: Sequence[Office], chunks: Sequence[Chunk]
    ) -> "Cast":
        """Index a passage's names."""
        return cls(
            scene,
            {person.first: person for person in persons},
            {person.last: person for person in persons},
            {office.first: office for office in offices},
            {chunk.first: chunk for chunk in chunks},
        )


def holders_of(cast: Cast, office: Office) -> Iterator[Person]:
    """Give the persons whose office it is: of a plural all that are listed behind it."""
    place = _over_ranks(cast, office.last)
    behind = cast.begins.get(place)
    if behind is not None and _adjoins(cast.scene, office):
        yield behind
        if office.plural:
            yield from _listed(cast, behind)
    elif office.plural:
        yield from _after_such_as(cast, office)
    else:
        before = _before(cast, office)
        if before is not None:
            yield before


def _over_ranks(cast: Cast, place: int) -> int:
    while place in cast.titles and cast.titles[place].bare and _goes_on(cast.scene, place):
        place = cast.titles[place].last
    return place


def _goes_on(scene: Scene, place: int) -> bool:
    return place < len(scene.tokens) and (scene.joined(place) or scene.tokens[place].gap in _COMMAS)


def _adjoins(scene: Scene, office: Office) -> bool:
    return scene.joined(office.last) or (_goes_on(scene, office.last) and not office.bare)


def _before(cast: Cast, office: Office) -> Person | None:
    """Find the name that the office follows: in commas, after "was", after "became"."""
    scene = cast.scene
    for place in range(office.first, max(-1, office.first - _NEAR - 1), -1):
        person = cast.ends.get(place)
        if person is None or place >= len(scene.tokens):
            continue
        words = {token.low for token in scene.tokens[place : office.first]}
        becoming = words & word_class("becoming")
        if scene.tokens[place].gap in _COMMAS:
            return person if words <= word_class("between-name-and-office") else None
        allowed = word_class("between-name-and-office") | word_class("becoming") | word_class("chosen")
        return person if becoming and words <= allowed else None
    return None


def _listed(cast: Cast, person: Person) -> Iterator[Person]:
    """Give the names that go on a list after one: "Presidents Nixon and Brezhnev"."""
    place = person.last
    while place < len(cast.scene.tokens):
        token = cast.scene.tokens[place]
        step = place + (token.low in ("and", "or"))
        if step == place and token.gap not in (", ", ","):
            return
        following = cast.begins.get(_over_ranks(cast, step))
        if following is None:
            return
        yield following
        place = following.last


def _after_such_as(cast: Cast, office: Office) -> Iterator[Person]:
    """Give the names of a list that "such as" or "including" opens behind an office in the plural."""
    tokens, place = cast.scene.tokens, office.last
    if place >= len(tokens) or tokens[place].low not in word_class("listing"):
        return
    for at in range(place + 1, min(len(tokens), place + _LONGEST_LIST)):
        if at in cast.begins:
            yield cast.begins[at]
        elif not (tokens[at].capital or tokens[at].low in word_class("going-on")):
            return


def commanded(cast: Cast) -> Iterator[tuple[Chunk, str, int, Person]]:
    """Find "the division was commanded by General Grant": the body, the title, the verb's place, the name."""
    scene = cast.scene
    for chunk in cast.bodies.values():
        place = chunk.last
        while scene.low(place) in ("was", "were", "is", "then", "being", "had", "been"):
            place += 1
        near = place < len(scene.tokens) and (scene.joined(place) or scene.tokens[place].gap == ", ")
        title = _PASSIVE.get(scene.tokens[place].low) if near and chunk.type != "state" else None
        if title is None or scene.low(place + 1) != "by":
            continue
        person = cast.begins.get(_over_ranks(cast, place + 2 + (scene.low(place + 2) == "the")))
        if person is not None:
            yield chunk, title, place, person


def acts_unnamed(scene: Scene, office: Office) -> bool:
    """Tell whether one definite holder acts without a name: "the French Prime Minister replied".

    Where no state is named, only a title with capitals that speaks is one: "the Prime Minister stated".
    """
    if office.kind not in ("office", "style", "crown") or office.plural or office.former:
        return False
    described = scene.tokens[office.first].joined and scene.before(office.first).endswith(_ADJECTIVES)
    article = scene.before(office.first - 1) if described else office.article
    if article not in ("the", "then", "le", "la", "der", "die", "il", "el") or not scene.joined(office.first):
        return False
    place = behind_aside(scene, office.last)
    while scene.low(place) in word_class("adverb") or scene.low(place).endswith("ly"):
        place += 1
    if office.states and office.owner and office.kind == "office":
        return scene.low(place) in word_set("acting")
    titled = all(token.capital or token.low in ("of", "for") for token in scene.tokens[office.first : office.last])
    verb = speech_verbs().get(scene.low(place))
    speaks = verb is not None and verb.sort in ("third", "past", "foreign") and verb.frame in ("that", "tell", "quote")
    said = speaks and verb is not None and not verb.noun and (scene.joined(place) or place > office.last)
    opens = not titled and not office.owner and _opens(scene, office.first)
    if said and len(office.title) > _SHORTEST and not opens:
        # "Zhou was cautious. The premier warned": there it is he.
        return True
    speaks = speaks or (" " in office.title and scene.low(place) in word_set("acting") | word_set("deeds"))
    return titled and speaks and not office.owner and len(office.title) > _SHORTEST


def _opens(scene: Scene, place: int) -> bool:
    """Tell whether an office opens its sentence, behind its article."""
    return place > 0 and scene.tokens[place - 1].first


def owner_behind_name(cast: Cast, office: Office, person: Person) -> Chunk | None:
    """Read whose office it is behind the name: "President Benes of Czechoslovakia"."""
    scene = cast.scene
    if office.owner is not None or office.kind not in ("office", "crown", "style") or person.first < office.last:
        return None
    if scene.low(person.last) != "of":
        return None
    place = person.last + 1 + (scene.low(person.last + 1) == "the")
    chunk = cast.bodies.get(place)
    return chunk if chunk is not None and chunk.type == "state" and scene.joined(place) else None
