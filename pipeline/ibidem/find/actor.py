"""Mark who acts in the story that the paper tells, and the offices that it gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.find.abbreviation import short_forms
from ibidem.find.chunk import Chunk, Scene
from ibidem.find.collective import find_collectives
from ibidem.find.holder import acts_unnamed, commanded, holders_of, owner_behind_name
from ibidem.find.office import Office, find_offices
from ibidem.find.person import Person, find_persons
from ibidem.find.scene import scenes
from ibidem.span import Span


def find_actors(document: Document) -> Iterator[Candidate]:
    """Mark persons, states, organisations, bodies, collectives (ACTOR) and offices that somebody holds (ROLE).

    Features of an actor: `type`, and `core`, `name`, `states`, `article` of collectives or `evidence` of
    persons; of a role: `label`, `former`, `states`, and as `start-end` in the document `owner` (the words
    that say whose office it is) and `holder` (the person's name; missing where an office acts unnamed).
    """
    seen = [
        _Found(passage, scene, chunks, list(find_offices(scene, chunks))) for passage, scene, chunks in _read(document)
    ]
    families = {_family(found.scene, person) for found in seen for person in _persons(found, frozenset())}
    for found in seen:
        passage, scene = found.passage, found.scene
        persons = _persons(found, frozenset(families))
        yield from (_collective(document, passage, scene, chunk) for chunk in found.chunks)
        yield from (_person(document, passage, scene, person) for person in persons)
        yield from _roles(document, passage, scene, found, persons)
        yield from _commands(document, passage, scene, found.chunks, persons)


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    scene: Scene
    chunks: list[Chunk]
    offices: list[Office]


def _persons(found: _Found, known: frozenset[str]) -> list[Person]:
    busy = _busy(found.scene, found.chunks, found.offices)
    return find_persons(found.scene, busy=busy, offices=found.offices, known=known)


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


def _busy(scene: Scene, chunks: list[Chunk], offices: list[Office]) -> list[bool]:
    busy = [False] * len(scene.tokens)
    for first, last in (*((chunk.first, chunk.last) for chunk in chunks), *((one.first, one.last) for one in offices)):
        busy[first:last] = [True] * (last - first)
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
        "words": chunk.words,
    }
    span = _span(passage, scene, chunk.first, chunk.last)
    return _candidate(document, passage, span, CandidateKind.ACTOR, chunk.rule, features)


def _person(document: Document, passage: Passage, scene: Scene, person: Person) -> Candidate:
    span = _span(passage, scene, person.first, person.last)
    features = {"type": "person", "evidence": person.evidence}
    return _candidate(document, passage, span, CandidateKind.ACTOR, f"actor-person-{person.evidence}", features)


def _roles(
    document: Document, passage: Passage, scene: Scene, found: _Found, persons: list[Person]
) -> Iterator[Candidate]:
    """Mark the offices of the persons of a passage, and those that act without a name."""
    offices, chunks = found.offices, found.chunks
    for office in offices:
        if office.bare or scene.shouted:
            continue
        features = _office_features(passage, scene, office)
        span = _span(passage, scene, office.first, office.last)
        held = False
        for holder in holders_of(scene, office, offices, persons):
            name = _span(passage, scene, holder.first, holder.last)
            held = True
            owner = owner_behind_name(scene, office, holder, chunks)
            whose = {} if owner is None else _owned(passage, scene, (owner.first, owner.last), owner.states)
            holding = features | whose | {"holder": _range(name)}
            yield _candidate(document, passage, span, CandidateKind.ROLE, "role-office", holding)
        if not held and acts_unnamed(scene, office):
            yield _candidate(document, passage, span, CandidateKind.ROLE, "role-acting", features)


def _office_features(passage: Passage, scene: Scene, office: Office) -> dict[str, str]:
    return {
        "label": office.title,
        "former": "yes" if office.former else "",
    } | (_owned(passage, scene, office.owner, office.states) if office.owner else {})


def _owned(passage: Passage, scene: Scene, words: tuple[int, int], states: str) -> dict[str, str]:
    return {"states": states, "owner": _range(_span(passage, scene, *words))}


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _commands(
    document: Document, passage: Passage, scene: Scene, chunks: list[Chunk], persons: list[Person]
) -> Iterator[Candidate]:
    """Mark who is said to have led a body: "the division was commanded by General Grant"."""
    for chunk, title, place, person in commanded(scene, chunks, persons):
        owner = _span(passage, scene, chunk.first, chunk.last)
        name = _span(passage, scene, person.first, person.last)
        features = {"label": title, "owner": _range(owner), "holder": _range(name)}
        span = _span(passage, scene, place, place + 1)
        yield _candidate(document, passage, span, CandidateKind.ROLE, "role-passive", features)
