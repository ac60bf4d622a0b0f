"""Find bodies in small letters that speak: "the district court held", "the dockers' union replied"."""

from functools import cache

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.speaking import speech_behind
from ibidem.find.term import word_set
from ibidem.words import read_table

_ARTICLES = frozenset({"the", "das", "der", "die", "le", "la", "les", "il", "i", "el", "los"})
_MODIFIERS = 3
_NAME = 3
_OWNED = ("' ", "’ ")
_JOINTS = frozenset({"de", "du", "des", "di", "von", "del"})


def find_lowly(scene: Scene, at: int) -> Chunk | None:
    """Recognise at the word behind a definite article a body that speaks, its modifiers before it or a name behind."""
    if scene.shouted or scene.headline or scene.before(at) not in _ARTICLES or not scene.joined(at):
        return None
    head = _head(scene, at)
    if head is None:
        return None
    last = _behind_name(scene, head + 1)
    if scene.tokens[last - 1].possessive or speech_behind(scene, last) is None:
        return None
    core = " ".join(token.low for token in scene.tokens[at:last])
    return Chunk(at, last, _bodies()[scene.tokens[head].low], "actor-speaking", core, "", "", "the")


def _head(scene: Scene, at: int) -> int | None:
    """Give the word that says what body it is: the first, or one behind modifiers in small letters."""
    for place in range(at, min(len(scene.tokens), at + _MODIFIERS + 1)):
        token = scene.tokens[place]
        if place > at and not (token.joined or token.gap in _OWNED):
            return None
        owns = place + 1 < len(scene.tokens) and scene.tokens[place + 1].gap in _OWNED
        if token.low in _bodies() and not token.possessive and not owns:
            # "The Commission" is the short name of a body that the paper names elsewhere.
            return None if token.capital and scene.setting.language != "de" else place
        if token.capital or token.low in word_set("function") or token.possessive:
            return None
    return None


@cache
def _bodies() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("speaking-bodies")}


def _behind_name(scene: Scene, place: int) -> int:
    """Step over the name behind a body of another language: "das Landgericht Konstanz"."""
    last = place
    while scene.joined(place) and place < last + _NAME:
        if scene.tokens[place].capital:
            last = place + 1
        elif scene.low(place) not in _JOINTS:
            break
        place += 1
    return last
