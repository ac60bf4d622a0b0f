"""Who says that a figure is so: behind "according to", or before a verb of saying."""

import re
from functools import cache

from ibidem.document import Passage
from ibidem.parse.lexicon import one_of
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.story import ActorType
from ibidem.words import read_table

_ACCORDING = re.compile(
    r"\b(?:according\sto|as\s(?:reported|estimated|stated)\sby|another\sestimate\sby|estimates?\s(?:by|of|from)"
    r"|reports?\s(?:by|of|from))\s",
    re.IGNORECASE,
)
_REACH = 160
_EXPLAINED = 60
"""How far behind the first comma, in code points, the name may stand: "according to the chief of the guard, X"."""
_NEAR = 70
"""How far before its verb, in code points, a speaker may stand."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been)\s$")
_MORE = ("estimate", "estimates", "estimated", "says", "claims", "reports")


def find_claimant(passage: Passage, sentence: tuple[int, int], start: int, actors: ActorIndex) -> ActorMention | None:
    """Find who says what stands at `start` of a sentence."""
    text = passage.text
    according = _ACCORDING.search(text, *sentence)
    if according is not None:
        return _named(passage, according.end(), sentence[1], actors)
    for verb in _saying().finditer(text, sentence[0], start):
        if _PASSIVE.search(text, max(0, verb.start() - 6), verb.start()):
            continue
        before = _within(passage, sentence[0], verb.start(), actors)
        if not before:
            continue
        person = next((mention for mention in reversed(before) if mention.type is ActorType.PERSON), None)
        if person is not None and text[verb.start() - 2] == "," and text[_end(passage, person)] == ",":
            # "Ivanov, then chief of the guard in Kabul, reported": the subject stands before what explains it.
            return person
        if verb.start() - _end(passage, before[-1]) < _NEAR:
            return before[-1]
    return None


@cache
def _saying() -> re.Pattern[str]:
    forms = [form for form, kind, part in read_table("event_kinds") if kind == "statement" and part == "verb"]
    return re.compile(rf"\b(?:{one_of((*forms, *_MORE))})\b")


def _named(passage: Passage, start: int, end: int, actors: ActorIndex) -> ActorMention | None:
    """Find the name behind "according to": a person before a body."""
    comma = passage.text.find(",", start, end)
    last = end if comma < 0 else min(end, comma + _EXPLAINED)
    near = [
        mention
        for mention in _within(passage, start, min(end, start + _REACH), actors)
        if passage.position(mention.span.start) <= last
    ]
    person = next((mention for mention in near if mention.type is ActorType.PERSON), None)
    return person or next(iter(near), None)


def _within(passage: Passage, start: int, end: int, actors: ActorIndex) -> tuple[ActorMention, ...]:
    return actors.within(passage.span(start, end)) if end > start else ()


def _end(passage: Passage, mention: ActorMention) -> int:
    return passage.position(mention.span.end - 1) + 1
