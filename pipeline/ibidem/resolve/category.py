"""What stands inside the marks: somebody's words, a document's text, or a term."""

import re
from functools import cache
from itertools import pairwise

from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import SHORT, Attribution
from ibidem.story import Category
from ibidem.words import read_table, read_words

_SMALL = frozenset(
    ["of", "and", "the", "in", "for", "on", "to", "a", "an", "or", "with", "by", "de", "la", "der", "und"]
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SENT = frozenset(["cable", "telegraph", "wire", "telegram"])
_ADDRESSED = re.compile(r"(?:\s(?!that\b)[^\s,;.\"“”‘«]{1,24}){0,6}?\sto\s|\s(?:his|her|him)\s")
_NUMBERED = re.compile(r"articles?|sections?|clauses?|paragraphs?|paras?|annex|rules?|canons?")
_CALLED = re.compile(r"\s(?:als|eine?|einen|einem|einer|von|vom|des?|une?|comme|come|un[oa]?|di|como|d['’]une?)\s?$")
_NUMBER = re.compile(r"\.?\s?(?:\d|[IVXL]+\b)")
_NEAR = 300
"""How far from a quotation, in code points, a word may stand that says what it is taken from."""


def category_of(scene: Scene, start: int, end: int, reading: str, found: Attribution | None) -> Category:
    """Tell what is quoted between two offsets, marks included."""
    named = found is not None and found.subject is not None
    if found is not None and found.cue is not None and found.cue.start >= end and found.direct:
        return Category.DOCUMENT if _is_letter(scene, scene.sentence(start), end) else Category.SPEECH
    words = _WORD.findall(reading)
    if len(words) > 1 and scene.text[max(0, start - 4) : start] == "the " and _is_title(words, scene, start):
        # Whoever moved "the “Motion of Destiny”", the words are its name.
        return Category.TERM
    if len(words) <= SHORT // 2 and reading[:4].casefold() == "the " and scene.text[max(0, start - 2) : start] == ", ":
        # "the Miners' Federation, “the Fed”, struck" names somebody.
        return Category.TERM
    if not named and (_is_sentence(scene, start, end, reading) or (found is not None and _is_said(found, words))):
        return Category.DOCUMENT if _is_document(scene, start, end, found) else Category.SPEECH
    if not (found is not None and named and found.governs):
        if len(words) <= SHORT or _is_title(words, scene, start):
            return Category.TERM
    elif len(words) <= SHORT and not _is_certain(scene, start, found) and _is_title(words, scene, start):
        return Category.TERM
    return Category.DOCUMENT if _is_document(scene, start, end, found) else Category.SPEECH


def _is_certain(scene: Scene, start: int, found: Attribution) -> bool:
    """Tell whether the words are surely what is said: a verb of another language governs a title as well.

    Where it calls something so ("sprach von einer „Kunst der Pause“"), it does not.
    """
    if not found.direct or found.cue is None or not found.cue.foreign:
        return found.direct
    return found.cue.frame == "as" and _CALLED.search(scene.text, max(0, start - 12), start) is not None


def _is_sentence(scene: Scene, start: int, end: int, reading: str) -> bool:
    """Tell whether a whole sentence is quoted, alone, behind a colon or before a comma."""
    sentence = scene.sentence(start)
    before = scene.text[max(sentence[0], start - 3) : start].rstrip()
    if not reading[:1].isupper():
        return False
    if reading.rstrip()[-1:] not in (".", "!", "?", ","):
        return before.endswith(":") and " " in reading and not scene.text[end : sentence[1]].strip(" .,;")
    if reading.rstrip()[-1:] == ",":
        return before[-1:] in ("", ";") and scene.text[end : end + 2].strip().islower()
    alone = not before and not scene.text[end : min(sentence[1], end + 4)].strip(" .,;")
    return before.endswith(":") or alone


def _is_said(found: Attribution, words: list[str]) -> bool:
    """Tell whether a verb that governs the words makes speech of them, whoever its subject is."""
    cue = found.cue
    if cue is None or cue.form != "finite":
        return False
    if not found.direct:
        return cue.frame in ("that", "tell") and len(words) >= SHORT
    return cue.frame in ("that", "tell", "quote") or (cue.frame == "as" and len(words) > SHORT // 2)


def is_named_thing(scene: Scene, start: int, reading: str) -> bool:
    """Tell whether the words in the marks are the name of something."""
    return _is_title(_WORD.findall(reading), scene, start)


def _is_title(words: list[str], scene: Scene, start: int) -> bool:
    """Tell the name of something: capitals throughout, and nothing that brings in speech before it."""
    capitals = all(word[0].isupper() or word.casefold() in _SMALL for word in words)
    return (
        capitals
        and bool(words)
        and len(words) <= 12
        and scene.text[max(0, start - 2) : start].strip() not in (":", ",")
    )


def _is_document(scene: Scene, start: int, end: int, found: Attribution | None) -> bool:
    sentence = scene.sentence(start)
    if found is not None and found.subject is not None:
        return _is_letter(scene, sentence, start)
    if _speaks_of_document(scene, sentence, start, end):
        return True
    before = scene.before(sentence)
    return found is None and before is not None and _speaks_of_document(scene, before, before[1], before[1])


def _speaks_of_document(scene: Scene, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Tell whether an instrument or a part of one is named near the quotation, in its sentence."""
    near = scene.words_between(sentence, start - _NEAR, end + _NEAR)
    if any(_NUMBERED.fullmatch(word.low) and _NUMBER.match(scene.text, word.end) for word in near):
        return True
    return any(word.low.removesuffix("'s").removesuffix("’s") in _documents() for word in near)


def _is_letter(scene: Scene, sentence: tuple[int, int], start: int) -> bool:
    """Tell a letter's text: "wrote to Rathenau asking him to", "in a telegram to the Secretary of State"."""
    for cue in scene.cues_between(sentence, start - _NEAR, start + 60):
        if cue.base in _SENT and cue.form in ("finite", "gerund"):
            return True
        if cue.base == "write" and (
            _ADDRESSED.match(scene.text, cue.end) or (cue.start < start and scene.names_at(cue.end + 1))
        ):
            return True
    words = scene.words_between(sentence, start - _NEAR, start + 40)
    return any(
        word.low in _letters() and following.low in ("to", "from", "of") and scene.text[word.start].islower()
        for word, following in pairwise(words)
    )


@cache
def _documents() -> frozenset[str]:
    nouns = {name for row in read_table("treaties") if row[3] == "strong" for name in row[:2]}
    return frozenset(nouns | set(read_words("document-nouns")))


@cache
def _letters() -> frozenset[str]:
    return frozenset(read_words("letter-nouns"))
