"""Mark who acts in the story that the paper tells, and the offices that it gives them."""

from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.find.chunk import Chunk, Scene
from ibidem.find.collective import find_collectives
from ibidem.find.office import Office, find_offices
from ibidem.find.person import Person, find_persons
from ibidem.find.scene import scenes
from ibidem.span import Span


def find_actors(document: Document) -> Iterator[Candidate]:
    """Mark persons, states, organisations, bodies, collectives (ACTOR) and offices that somebody holds (ROLE).

    Features of an actor: `type`, and `core`, `name`, `states`, `article` of collectives or `evidence` of
    persons; of a role: `title`, `label`, `former`, `states`, and as `start-end` in the document `owner`
    (the words that say whose office it is) and `holder` (the person's name), where they are there.
    """
    seen: list[tuple[Passage, Scene, list[Chunk], list[Office]]] = []
    families: set[str] = set()
    for passage, scene in scenes(document):
        chunks = list(find_collectives(scene))
        offices = list(find_offices(scene, chunks))
        seen.append((passage, scene, chunks, offices))
        for person in find_persons(scene, busy=_busy(scene, chunks, offices), offices=offices, known=frozenset()):
            families.add(_family(scene, person))
    known = frozenset(families)
    for passage, scene, chunks, offices in seen:
        persons = find_persons(scene, busy=_busy(scene, chunks, offices), offices=offices, known=known)
        yield from (_collective(document, passage, scene, chunk) for chunk in chunks)
        yield from (_person(document, passage, scene, person) for person in persons)
        yield from _roles(document, passage, scene, offices, persons)


def _busy(scene: Scene, chunks: list[Chunk], offices: list[Office]) -> list[bool]:
    busy = [False] * len(scene.tokens)
    for item in (*chunks, *offices):
        busy[item.first : item.last] = [True] * (item.last - item.first)
    return busy


def _family(scene: Scene, person: Person) -> str:
    words = [token for token in scene.tokens[person.first : person.last] if len(token.text) > 3 or token.text.islower()]
    return words[-1].low if words else scene.tokens[person.last - 1].low


def _span(passage: Passage, scene: Scene, first: int, last: int) -> Span:
    return passage.span(scene.tokens[first].start, scene.tokens[last - 1].end)


def _candidate(
    document: Document, passage: Passage, span: Span, kind: CandidateKind, rule: str, features: dict[str, str]
) -> Candidate:
    kept = tuple(sorted((name, value) for name, value in features.items() if value))
    return Candidate(span, kind, span.of(document.text), rule, passage.block, kept)


def _collective(document: Document, passage: Passage, scene: Scene, chunk: Chunk) -> Candidate:
    features = {
        "type": chunk.type,
        "core": chunk.core,
        "name": chunk.name,
        "states": chunk.states,
        "article": chunk.article,
    }
    span = _span(passage, scene, chunk.first, chunk.last)
    return _candidate(document, passage, span, CandidateKind.ACTOR, chunk.rule, features)


def _person(document: Document, passage: Passage, scene: Scene, person: Person) -> Candidate:
    span = _span(passage, scene, person.first, person.last)
    features = {"type": "person", "evidence": person.evidence}
    return _candidate(document, passage, span, CandidateKind.ACTOR, f"actor-person-{person.evidence}", features)


def _roles(
    document: Document, passage: Passage, scene: Scene, offices: list[Office], persons: list[Person]
) -> Iterator[Candidate]:
    for office in offices:
        if office.kind in ("rank", "honorific") and office.owner is None:
            continue
        holder = _holder(scene, office, offices, persons)
        if holder is None:
            continue
        owner = _span(passage, scene, *office.owner) if office.owner else None
        name = _span(passage, scene, holder.first, holder.last)
        features = {
            "title": office.title,
            "label": office.label,
            "former": "yes" if office.former else "",
            "states": office.states,
            "owner": f"{owner.start}-{owner.end}" if owner else "",
            "holder": f"{name.start}-{name.end}",
        }
        span = _span(passage, scene, office.first, office.last)
        yield _candidate(document, passage, span, CandidateKind.ROLE, "role-office", features)


def _holder(scene: Scene, office: Office, offices: list[Office], persons: list[Person]) -> Person | None:
    """Find whose office it is: the name behind it, with ranks between, or the one before it and a comma."""
    tokens = scene.tokens
    ranks = {other.first: other.last for other in offices if other is not office}
    place = office.last
    while place in ranks and (tokens[place].joined or tokens[place].gap == ", "):
        place = ranks[place]
    for person in persons:
        if person.first == place and (tokens[place].joined or tokens[place].gap == ", "):
            return person
        gap = office.first - person.last
        if 0 <= gap <= 3 and tokens[person.last].gap in (", ", " (") and all(
            token.low in _BETWEEN for token in tokens[person.last : office.first]
        ):
            return person
    return None


_BETWEEN = frozenset({"the", "a", "an", "then", "former", "earlier", "now", "currently", "later", "its", "who", "was", "is", "as"})
