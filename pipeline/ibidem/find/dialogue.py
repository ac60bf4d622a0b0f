"""Find the turns of dialogues that dashes open, without marks of quotation: "—Vamos —dijo Arrieta—. Es tarde."."""

import re
from collections.abc import Iterator, Sequence

from ibidem.document import PartKind, Passage
from ibidem.find.marks import Marked
from ibidem.parse.verb import speech_verbs

_TURN = re.compile(r"\s*[—–―]\s?(?=[¿¡]?[^\W\d_a-zß-öø-ÿа-яё])")
_TAG = re.compile(r"(?:,?\s?[—–―]\s?|,\s|(?<=[?!…])\s)(?P<verb>[^\W\d_]{3,24})(?=[\s-])")
_RESUMES = re.compile(r"[—–―]\s?[.,;:]?\s?(?=[^\s])")
_RESUMES_AFTER_COMMA = re.compile(r",\s")
_LONGEST = 120
"""How long what is said of the speaker may be, in code points."""
_FORMS = frozenset({"foreign", "past", "third"})


def dialogue_turns(passages: Sequence[Passage]) -> Iterator[tuple[int, tuple[Marked, ...]]]:
    """Give what is said in each turn, by the index of its passage; a turn says who speaks, or stands beside one."""
    turns = {index: _said(passage.text) for index, passage in enumerate(passages) if _opens(passage)}
    for index, (said, tagged) in turns.items():
        beside = any(turns[other][1] for other in (index - 1, index + 1) if other in turns)
        if said and (tagged or beside):
            yield index, said


def _opens(passage: Passage) -> bool:
    return passage.kind is PartKind.PARAGRAPH and _TURN.match(passage.text) is not None


def _said(text: str) -> tuple[tuple[Marked, ...], bool]:
    """Cut a turn into what is said; tell whether it names who says it."""
    opening = _TURN.match(text)
    at = opening.end() if opening is not None else 0
    found: list[Marked] = []
    tagged = False
    while at < len(text):
        tag = _tag(text, at)
        end = tag.start() if tag is not None else len(text)
        found += _stretch(text, at, end)
        if tag is None:
            break
        tagged = True
        shape = _RESUMES_AFTER_COMMA if tag.group()[0] == "," and "—" not in tag.group() else _RESUMES
        again = shape.search(text, tag.end(), min(len(text), tag.end() + _LONGEST))
        at = again.end() if again is not None else len(text)
    return tuple(found), tagged


def _tag(text: str, start: int) -> re.Match[str] | None:
    for match in _TAG.finditer(text, start):
        verb = speech_verbs().get(match["verb"].casefold())
        if verb is not None and verb.sort in _FORMS and match["verb"].islower():
            return match
    return None


def _stretch(text: str, start: int, end: int) -> list[Marked]:
    """Keep a stretch without the white space at its ends, if words are left in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Marked(start, end, "—")] if any(char.isalpha() for char in text[start:end]) else []
