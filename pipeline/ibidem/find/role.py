"""Mark the offices that a passage gives its persons, as candidates."""

import re
from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.find.chunk import Scene
from ibidem.find.holder import Cast, acts_unnamed, commanded, holders_of, owner_behind_name
from ibidem.find.office import Office
from ibidem.parse.date import find_dates
from ibidem.span import Span

_WHEN = re.compile(r"\s\((?=\d)|,?\s(?=(?:from|between|since|until|till)\s\d)|,?\sfrom\s(?=[A-Z][a-z]{2,8}\s\d{4})")
_WITHIN = 48


def find_roles(document: Document, passage: Passage, cast: Cast) -> Iterator[Candidate]:
    """Mark the offices of the persons of a passage, those that act without a name, and who led what."""
    if cast.scene.shouted:
        return
    for office in cast.titles.values():
        if not office.bare:
            yield from _of_office(document, passage, cast, office)
    for chunk, title, place, person in commanded(cast):
        features = {"label": title, "owner": _range(place_of(passage, cast.scene, chunk.first, chunk.last))}
        features["holder"] = _range(place_of(passage, cast.scene, person.first, person.last))
        yield _candidate(document, passage, place_of(passage, cast.scene, place, place + 1), "role-passive", features)


def _of_office(document: Document, passage: Passage, cast: Cast, office: Office) -> Iterator[Candidate]:
    scene = cast.scene
    span = place_of(passage, scene, office.first, office.last)
    features = {"label": office.title, "former": "yes" if office.former else ""}
    if office.owner:
        features |= _owned(passage, scene, office.owner, office.states)
    features |= _dated(passage, scene.tokens[office.last - 1].until)
    held = False
    for holder in holders_of(cast, office):
        held = True
        owner = owner_behind_name(cast, office, holder)
        whose = {} if owner is None else _owned(passage, scene, (owner.first, owner.last), owner.states)
        name = {"holder": _range(place_of(passage, scene, holder.first, holder.last))}
        yield _candidate(document, passage, span, "role-office", features | whose | name)
    if not held and acts_unnamed(scene, office):
        yield _candidate(document, passage, span, "role-acting", features)


def _dated(passage: Passage, end: int) -> dict[str, str]:
    """Read when the office was held from what follows it: "President of Finland (1956-82)", "from 1985 to 1995"."""
    opening = _WHEN.match(passage.text, end)
    if opening is None:
        return {}
    dates = find_dates(passage.text[opening.end() : opening.end() + _WITHIN])
    if not dates or dates[0].start > len("between "):
        return {}
    return {"date": dates[0].date.edtf, "when": dates[0].date.printed}


def place_of(passage: Passage, scene: Scene, first: int, last: int) -> Span:
    """Give the place of words (indices, half-open) in the document."""
    return passage.span(scene.tokens[first].start, scene.tokens[last - 1].end)


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _owned(passage: Passage, scene: Scene, words: tuple[int, int], states: str) -> dict[str, str]:
    return {"states": states, "owner": _range(place_of(passage, scene, *words))}


def _candidate(document: Document, passage: Passage, span: Span, rule: str, features: dict[str, str]) -> Candidate:
    kept = tuple(sorted((name, value) for name, value in features.items() if value))
    return Candidate(span, CandidateKind.ROLE, span.of(document.text), rule, passage.block, kept)
