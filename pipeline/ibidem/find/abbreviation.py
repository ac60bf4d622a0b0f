"""Find the paper's own abbreviations: those it introduces in brackets, and those that it lets act."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ibidem.find.chunk import Chunk, Scene
from ibidem.find.term import Term, organisations, states, word_class, word_set
from ibidem.find.token import Token
from ibidem.parse.verb import speech_verbs

_SHORTEST, _LONGEST = 2, 7
_DASHES = frozenset("-–—:")
_QUOTES = frozenset("\"“‘'«„")
_ROMAN = frozenset("IVXLCDM")
_BY_ENDING = {"P": "political-party", "M": "political-party", "F": "armed-group", "A": "armed-group"}


def short_forms(seen: Iterable[tuple[Scene, Sequence[Chunk]]]) -> dict[str, Term]:
    """Collect a paper's abbreviations of actors: what stands in brackets behind one, or acts like one."""
    introduced: dict[str, Term] = {}
    acting: dict[str, str] = {}
    things: set[str] = set()
    for scene, chunks in seen:
        for chunk in chunks:
            token = _introduced(scene, chunk)
            if token is not None:
                introduced.setdefault(token.text, _term(scene, chunk, token))
        if not scene.shouted:
            things |= _explained(scene)
            for at, token in enumerate(scene.tokens):
                if token.text not in acting and is_short(token) and not _is_known(token):
                    type_ = _acts(scene, at)
                    if type_:
                        acting[token.text] = type_
    guessed = {
        text: Term((text.casefold(),), "short", type_, text, exact=text, same=text.casefold())
        for text, type_ in acting.items()
        if text not in things
    }
    return {**guessed, **introduced}


def _explained(scene: Scene) -> set[str]:
    """Collect the abbreviations in brackets: what they stand for is said, and it is no actor or it was seen as one."""
    return {
        token.text
        for token, after in pairwise(scene.tokens)
        if token.gap.endswith("(") and after.gap.startswith(")") and is_short(token)
    }


def is_short(token: Token) -> bool:
    """Tell whether a word is an abbreviation of capitals."""
    bare = token.text.replace(".", "")
    return bare.isupper() and bare.isalpha() and _SHORTEST <= len(bare) <= _LONGEST and not set(bare) <= _ROMAN


def _is_known(token: Token) -> bool:
    return any(
        term.exact == token.text for table in (states(), organisations()) for term in table.by_first.get(token.low, ())
    )


def _introduced(scene: Scene, chunk: Chunk) -> Token | None:
    """Give the abbreviation that a chunk explains: "the Workers' Party (WP)", "WP – Workers' Party"."""
    tokens = scene.tokens
    if chunk.type in ("state", "people") or chunk.rule == "actor-abbreviation":
        return None
    if chunk.last < len(tokens) and tokens[chunk.last].gap.endswith(("(", "[")) and is_short(tokens[chunk.last]):
        following = tokens[chunk.last + 1].gap if chunk.last + 1 < len(tokens) else ")"
        return tokens[chunk.last] if following[:1] in ")],;" else None
    before = tokens[chunk.first - 1] if chunk.first else None
    if before is None or not is_short(before):
        return None
    gap = tokens[chunk.first].gap
    opens = gap.endswith("(") or (chunk.first == 1 and not _DASHES.isdisjoint(gap))
    return before if opens and _initials(scene, chunk, before.text) else None


def _initials(scene: Scene, chunk: Chunk, text: str) -> bool:
    first = [
        token.text[0].upper()
        for token in scene.tokens[chunk.first : chunk.last]
        if token.low not in word_set("function")
    ]
    return "".join(first).startswith(text[0])


def _term(scene: Scene, chunk: Chunk, token: Token) -> Term:
    words = chunk.core.split()
    core = " ".join(words[1:]) if words and words[0][0].isdigit() else chunk.core
    return Term((token.low,), "short", chunk.type, chunk.name, chunk.states, token.text, same=core)


def _acts(scene: Scene, at: int) -> str:
    """Judge an unknown abbreviation by what stands around it; give its type, or nothing."""
    token = scene.tokens[at]
    after = scene.low(at + 1)
    place = at - 1 if scene.before(at) == "the" else at
    owned = scene.tokens[place - 2].low if scene.before(place) == "of" and place > 1 and scene.joined(place - 1) else ""
    around = {after, owned}
    if around & word_class("armed-beside"):
        return "armed-group" if token.text[-1] not in "PM" else "political-party"
    if around & word_class("party-beside"):
        return _BY_ENDING.get(token.text[-1], "political-party")
    if around & word_class("body-beside"):
        return _BY_ENDING.get(token.text[-1], "international-organisation")
    if after in word_set("acting") and not after.endswith("s"):
        return "political-party" if token.text[-1] in "PM" else "international-organisation"
    return "international-organisation" if _says_that(scene, at + 1) else ""


def _says_that(scene: Scene, place: int) -> bool:
    """Tell whether a verb of speech follows with what is said: "asserts that", "has described"."""
    while scene.low(place).endswith("ly") or scene.low(place) in word_set("verb-adverbs") or scene.low(place) == "has":
        place += 1
    verb = speech_verbs().get(scene.low(place))
    said = verb is not None and verb.sort in ("third", "past", "participle")
    quotes = place + 1 < len(scene.tokens) and scene.tokens[place + 1].gap[-1:] in _QUOTES
    return said and (quotes or scene.low(place + 1) == "that")
