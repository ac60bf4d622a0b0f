"""What stands inside the marks: somebody's words, a document's text, or a term."""

import re
from functools import cache
from itertools import pairwise

from ibidem.record import Category
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import SHORT, Attribution
from ibidem.words import read_table, read_words

_SMALL = frozenset(
    ["of", "and", "the", "in", "for", "on", "to", "a", "an", "or", "with", "by", "de", "la", "der", "und"]
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SENT = frozenset(["cable", "telegraph", "wire", "telegram"])
_ADDRESSED = re.compile(r"(?:\s[^\s,;.\"“”]{1,24}){0,6}?\sto\s|\s(?:his|her|him)\s")
_UNDER = re.compile(
    r"\b(?:[Uu]nder|[Bb]y|[Ii]n|[Oo]f|[Tt]o)\s(?:the\s)?(?:[Aa]rticles?|[Ss]ections?|[Cc]lauses?|[Pp]ara(?:graph)?s?|[Aa]nnex|§)\.?\s?[\dIVXL]"
)


def category_of(scene: Scene, start: int, end: int, reading: str, found: Attribution | None) -> Category:
    """Tell what is quoted between two offsets, marks included."""
    named = found is not None and found.subject is not None
    if found is not None and found.cue is not None and found.cue.start >= end and found.direct:
        return Category.DOCUMENT if _is_letter(scene, scene.sentence(start), end) else Category.SPEECH
    words = _WORD.findall(reading)
    if not (found is not None and named and found.governs):
        if len(words) <= SHORT or _is_title(words, scene, start):
            return Category.TERM
    elif len(words) <= SHORT and not found.direct and _is_title(words, scene, start):
        return Category.TERM
    return Category.DOCUMENT if _is_document(scene, start, found) else Category.SPEECH


def _is_title(words: list[str], scene: Scene, start: int) -> bool:
    """Tell the name of something: capitals throughout, and nothing that brings in speech before it."""
    capitals = all(word[0].isupper() or word.casefold() in _SMALL for word in words)
    return (
        capitals
        and bool(words)
        and len(words) <= 12
        and scene.text[max(0, start - 2) : start].strip() not in (":", ",")
    )


def _is_document(scene: Scene, start: int, found: Attribution | None) -> bool:
    sentence = scene.sentence(start)
    before = scene.text[sentence[0] : start]
    if found is not None and found.subject is not None:
        return _is_letter(scene, sentence, start)
    words = {word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(before)}
    if found is not None:
        return not words.isdisjoint(_documents())
    return _UNDER.search(before) is not None


def _is_letter(scene: Scene, sentence: tuple[int, int], start: int) -> bool:
    """Tell a letter's text: "wrote to Iskandrov asking him to", "in a telegram to the Secretary of State"."""
    for cue in scene.cues(sentence):
        tail = scene.text[cue.end : cue.end + 60]
        if (
            cue.end <= start
            and cue.base in ("write", "cable", "telegraph", "wire")
            and re.match(r"(?:\s[^\s,]+){0,6}?\sto\s", tail)
        ):
            return True
        if cue.end <= start and cue.base in ("cable", "telegraph", "wire") and cue.form in ("finite", "gerund"):
            return True
    letters = _letters()
    words = scene.words(sentence)
    return any(
        word.low in letters and following.low in ("to", "from", "of")
        for word, following in pairwise(words)
        if word.end <= start and scene.text[word.start].islower()
    )


@cache
def _documents() -> frozenset[str]:
    nouns = {name for row in read_table("treaties") for name in row[:2] if row[2] != "statement" and row[3] != "naming"}
    return frozenset(nouns | set(read_words("document-nouns")))


@cache
def _letters() -> frozenset[str]:
    return frozenset(read_words("letter-nouns"))
