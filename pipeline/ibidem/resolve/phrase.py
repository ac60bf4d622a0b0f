"""A phrase that names somebody: at its head, or behind his office."""

import re
from dataclasses import dataclass

from ibidem.parse.attribution import office_words
from ibidem.resolve.scene import Named, Scene

_KIN = re.compile(r"\s?(?:his|her)\s(?:\w{2,12}\s)?\w{2,12}")
_AND = re.compile(r"(?:\s?,)?\s(?:and|und|et|e|y|и)\s(?:the\s)?")
LONGEST = 240
"""The longest apposition between somebody and his verb, in code points."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks (`names`, one place for each), or `office`: where his office alone is printed.

    With an office, `names` is who the sentence says spoke before, for an office of which nobody is known.
    """

    names: tuple[Named, ...] = ()
    office: tuple[int, int] | None = None
    inherited: bool = False


def named_phrase(scene: Scene, start: int, end: int) -> Subject | None:
    """Read a phrase that names somebody: at its head, or behind his office and a comma."""
    comma = scene.text.find(",", start, end)
    head = comma if comma >= 0 else end
    inside = scene.names(start, head)
    person = next((item for item in inside if item.person and not _far(scene, start, item)), None)
    if person is not None:
        return Subject(forward(scene, person, end))
    if inside and scene.text[start : inside[0].start].strip() in ("", "the"):
        return Subject(forward(scene, inside[0], end))
    if _has_office(scene.text[start:head]) or _KIN.fullmatch(scene.text, start, head):
        behind = scene.names(head, min(end, head + 90))
        if behind and behind[0].person and not _verb_between(scene, head, behind[0].start):
            return Subject((behind[0],))
        return Subject(office=(start, head))
    return Subject(forward(scene, inside[0], end)) if inside and not _far(scene, start, inside[0]) else None


def _far(scene: Scene, start: int, item: Named) -> bool:
    return item.start - start > 110 or _verb_between(scene, start, item.start)


def _verb_between(scene: Scene, start: int, end: int) -> bool:
    return re.search(r"\b(?:has|had|have|was|were|is|are|that|which|who)\b", scene.text[start:end]) is not None


def forward(scene: Scene, first: Named, end: int) -> tuple[Named, ...]:
    """Give the first name and those that "and" joins to it, up to `end`."""
    chain = [first]
    for item in scene.names(first.end, end):
        gap = scene.text[chain[-1].end : item.start]
        if _AND.fullmatch(gap) is None or item.person != first.person:
            break
        chain.append(item)
    return tuple(chain)


def _has_office(text: str) -> bool:
    words = {word.strip(".,").casefold() for word in text.split()}
    return not words.isdisjoint(office_words())
