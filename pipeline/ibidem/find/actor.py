"""Mark who acts in the story that the paper tells, and the offices that it gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.find.abbreviation import short_forms
from ibidem.find.chunk import Chunk, Scene
from ibidem.find.collective import find_collectives
from ibidem.find.holder import Cast
from ibidem.find.office import Office, find_offices
from ibidem.find.person import RULES, Person, find_persons
from ibidem.find.role import find_roles, place_of
from ibidem.find.scene import correspondents, scenes
from ibidem.find.short_name import find_short_names
from ibidem.find.term import name_words, word_set
from ibidem.parse.spelling import sounded


def find_actors(document: Document) -> Iterator[Candidate]:
    """Mark persons, states, organisations, bodies, collectives (ACTOR) and offices that somebody holds (ROLE).

    Features of an actor: `type`, and `core`, `name`, `states`, `article` of collectives or `evidence` of
    persons; of a role: `label`, `former`, `states`, `date` and `when`, and as `start-end` in the document
    `owner` (the words that say whose office it is) and `holder` (the person's name; missing where an office
    acts unnamed).
    """
    read = list(_read(document))
    short: dict[int, list[Chunk]] = {}
    for index, chunk in find_short_names([(scene, chunks) for _, scene, chunks in read]):
        short.setdefault(index, []).append(chunk)
    seen = [
        _Found.of(passage, scene, sorted([*chunks, *short.get(index, ())], key=lambda chunk: chunk.first))
        for index, (passage, scene, chunks) in enumerate(read)
    ]
    families = {_family(found.scene, person) for found in seen for person in found.persons(frozenset())}
    families -= word_set("peers")
    families |= correspondents(document)
    known = frozenset(families | {f"~{sounded(family)}" for family in families})
    for found in seen:
        passage, scene = found.passage, found.scene
        persons = found.persons(known)
        cast = Cast.of(scene, persons=persons, offices=found.offices, chunks=found.chunks)
        yield from (_collective(document, passage, scene, chunk) for chunk in found.chunks)
        yield from (_person(document, passage, scene, person) for person in persons)
        yield from find_roles(document, passage, cast)


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    scene: Scene
    chunks: list[Chunk]
    offices: list[Office]

    @classmethod
    def of(cls, passage: Passage, scene: Scene, chunks: list[Chunk]) -> "_Found":
        return cls(passage, scene, chunks, list(find_offices(scene, chunks)))

    def persons(self, known: frozenset[str]) -> list[Person]:
        busy = [False] * len(self.scene.tokens)
        taken = [(chunk.first, chunk.last) for chunk in self.chunks]
        titles = [office for office in self.offices if not self._is_called(office, known)]
        for first, last in (*taken, *((office.first, office.last) for office in titles)):
            busy[first:last] = [True] * (last - first)
        return find_persons(self.scene, busy=busy, offices=self.offices, known=known)

    def _is_called(self, office: Office, known: frozenset[str]) -> bool:
        """Tell whether a title is a family name: "King told the congregation", where Martin Luther King is known."""
        token = self.scene.tokens[office.first]
        single = office.last == office.first + 1 and token.capital and not self.scene.article(office.first)
        return single and token.low in known and token.low in word_set("surnames")


def _read(document: Document) -> Iterator[tuple[Passage, Scene, list[Chunk]]]:
    """Find the collectives twice where a passage holds abbreviations that the whole paper explains."""
    first = [(passage, scene, list(find_collectives(scene))) for passage, scene in scenes(document)]
    short = short_forms((scene, chunks) for _, scene, chunks in first)
    for passage, scene, chunks in first:
        if any(token.text in short for token in scene.tokens):
            known = replace(scene, setting=replace(scene.setting, short=short))
            yield passage, known, list(find_collectives(known))
        else:
            yield passage, scene, chunks


def _family(scene: Scene, person: Person) -> str:
    if person.last - person.first > 1 and scene.tokens[person.first + 1].low == "of":
        return scene.tokens[person.first].low
    if person.last - person.first > 1 and scene.tokens[person.first].text in word_set("family-first"):
        return scene.tokens[person.first].low
    styled = scene.tokens[person.last - 1].low in name_words().styles
    if styled and person.last - person.first > 1:
        return scene.tokens[person.last - 2].low
    words = [token for token in scene.tokens[person.first : person.last] if len(token.text) > 2 or token.text.islower()]
    return words[-1].low if words else scene.tokens[person.last - 1].low


def _collective(document: Document, passage: Passage, scene: Scene, chunk: Chunk) -> Candidate:
    features = {
        "type": chunk.type,
        "core": chunk.core,
        "name": chunk.name,
        "states": chunk.states,
        "article": chunk.article,
    }
    return _candidate(document, passage, scene, chunk, chunk.rule, features)


def _person(document: Document, passage: Passage, scene: Scene, person: Person) -> Candidate:
    features = {"type": "person", "evidence": person.evidence}
    return _candidate(document, passage, scene, person, RULES[person.evidence], features)


def _candidate(
    document: Document,
    passage: Passage,
    scene: Scene,
    found: Chunk | Person,
    rule: str,
    features: dict[str, str],
) -> Candidate:
    span = place_of(passage, scene, found.first, found.last)
    kept = tuple(sorted((name, value) for name, value in features.items() if value))
    return Candidate(span, CandidateKind.ACTOR, span.of(document.text), rule, passage.block, kept)
