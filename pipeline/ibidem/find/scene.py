"""Cut the running text of a paper into scenes: one passage each, in words, with what the whole paper tells."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ibidem.document import Document, PartKind, Passage
from ibidem.find.chunk import Scene, Setting
from ibidem.find.term import name_words, splitting, stops, word_set
from ibidem.find.token import Token, tokenise
from ibidem.find.tongue import language_of
from ibidem.words import read_words

_SHOUTED = 0.8
_HEADLINE = 0.6
_AUTHORS_WITHIN = 8
_PLAIN = frozenset({"en", "fr", "it", "es", "ru"})
"""Languages in which capitals are a sign of a name."""
_GENTLEMEN = 3
"""From how many different names behind "M." on it is a title: nobody's paper is on three people called M. only."""
_BEFORE_THINGS = frozenset({"the", "a", "an", "in", "at", "near", "around", "outside"})
_BEFORE_NOUNS = frozenset(
    {"der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer", "eines", "im", "am", "zum"}
    | {"in", "zur", "vom", "beim", "ins", "kein", "keine", "diese", "dieser", "dieses", "nach", "aus"}
)
"""The same in German, where every noun has a capital."""
_NAMED = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*\.?\s){0,3}(?:(?:de|von|van|al|der|di|du)\s){0,2}[^\W\d_a-zß-öø-ÿ][\w’'-]+"
_LETTER = re.compile(rf"\W{{0,3}}(?:\d{{1,3}}\.?\s)?({_NAMED})\sto\s({_NAMED}),\s\d")
_AUTHOR = re.compile(rf"\W{{0,3}}(?:\d{{1,3}}\.?\s)?(?:[^\W\d_a-zß-öø-ÿ]\.\s?){{1,3}}({_NAMED})(?:,|\s\()")
_ENOUGH = 30
"""How many words it takes to tell that a text is not English."""


def scenes(document: Document) -> Iterator[tuple[Passage, Scene]]:
    """Give each passage of the body with its scene, in the order of the text."""
    cut = [(passage, _cut(passage)) for passage in document.body()]
    setting = _setting(document, [tokens for passage, tokens in cut if passage.kind is PartKind.PARAGRAPH])
    for passage, tokens in cut:
        if tokens:
            yield passage, _scene(document, passage, tokens, setting)


def _cut(passage: Passage) -> tuple[Token, ...]:
    return tokenise(passage.text, split=splitting(), stops=stops())


def _setting(document: Document, cut: list[tuple[Token, ...]]) -> Setting:
    small: set[str] = set()
    named: set[str] = set()
    gentlemen: set[str] = set()
    for tokens in cut:
        gentlemen |= {
            after.low for token, after in pairwise(tokens) if token.text == "M" and after.capital and after.gap == ". "
        }
        for token in tokens:
            if not token.capital:
                small.add(token.low)
            elif not token.first:
                named.add(token.low)
    language = language_of(document.metadata.language, cut)
    few = sum(map(len, cut)) < _ENOUGH
    return Setting(
        frozenset(small),
        frozenset(named),
        _things(cut, _BEFORE_NOUNS if language == "de" else _BEFORE_THINGS),
        _cited(document),
        {},
        few or language in _PLAIN,
        len(gentlemen) >= _GENTLEMEN,
        _companies(document),
        language,
    )


def _companies(document: Document) -> frozenset[str]:
    """Collect the words behind which notes print what follows no person's name: "Sprint Comments", "Acme, Inc."."""
    found: set[str] = set()
    for passage in document.passages:
        if passage.kind is PartKind.NOTE:
            found |= {name.casefold() for name in _company().findall(passage.text)}
    return frozenset(found - name_words().barred)


@cache
def _company() -> re.Pattern[str]:
    words = "|".join(word.title() for word in read_words("company-words"))
    return re.compile(rf"\b([A-Z][\w&’'-]{{1,24}}),?\s(?:{words})\b(?!\sof\b)")


def _things(cut: list[tuple[Token, ...]], openers: frozenset[str]) -> frozenset[str]:
    """Collect the capitalised words that stand alone behind an article or "in", as towns, rivers and bodies do."""
    found: set[str] = set()
    for tokens in cut:
        for (before, token), after in zip(pairwise(tokens), (*tokens[2:], None), strict=False):
            alone = after is None or not after.joined or _goes_on(after.low)
            if token.capital and token.joined and not token.possessive and alone and before.low in openers:
                found.add(token.low)
        for (noun, of), place in zip(pairwise(tokens), tokens[2:], strict=False):
            if of.low == "of" and noun.low in word_set("place-nouns") and place.capital and place.joined:
                found.add(place.low)
        found |= {
            other.low
            for (place, joint), other in zip(pairwise(tokens), tokens[2:], strict=False)
            if place.low in found and joint.low == "and" and other.capital and other.joined and not _is_named(other)
        }
    return frozenset(found)


def _is_named(token: Token) -> bool:
    return token.text in word_set("given") or token.low in word_set("surnames")


def _goes_on(low: str) -> bool:
    return low in word_set("function") or low in word_set("acting")


def _cited(document: Document) -> frozenset[str]:
    """Collect the words that can be the family names of those whom the notes cite: what stands first in a note."""
    found: set[str] = set()
    for passage in document.passages:
        if passage.kind is PartKind.NOTE:
            head = tokenise(passage.text[:120], split=frozenset(), stops=stops())[:_AUTHORS_WITHIN]
            for token in head:
                if token.capital and len(token.text) > 1 and token.low not in word_set("function"):
                    found.add(token.low)
    return frozenset(found)


def correspondents(document: Document) -> frozenset[str]:
    """Collect the family names of those whose letters or books notes cite: "Brown to Rathenau, 3 May", "R. Brown,"."""
    found: set[str] = set()
    for passage in document.passages:
        if passage.kind is not PartKind.NOTE:
            continue
        for match in (_LETTER.match(passage.text), _AUTHOR.match(passage.text)):
            found |= {name.split()[-1].casefold() for name in match.groups()} if match else set()
    return frozenset(found - name_words().barred - name_words().towns)


def _scene(document: Document, passage: Passage, tokens: tuple[Token, ...], setting: Setting) -> Scene:
    words = [token for token in tokens if token.text.isalpha() and len(token.text) > 3]
    shouted = sum(token.text.isupper() for token in words) > _SHOUTED * len(words)
    capital = sum(token.capital for token in words) > _HEADLINE * len(words)
    headline = (passage.kind in (PartKind.TITLE, PartKind.HEADING) and capital) or shouted
    return Scene(tokens, setting, headline, bool(words) and shouted, _slanted(document, passage, tokens))


def _slanted(document: Document, passage: Passage, tokens: tuple[Token, ...]) -> frozenset[int]:
    """Give the words set in italics, none where most of the passage is."""
    if not document.italics:
        return frozenset()
    spans, held = document.italics, []
    at = bisect_right(spans, passage.offset(0), key=lambda span: span.start) - 1
    for index, token in enumerate(tokens):
        offset = passage.offset(token.start)
        while at + 1 < len(spans) and spans[at + 1].start <= offset:
            at += 1
        if at >= 0 and offset < spans[at].end:
            held.append(index)
    return frozenset(held) if 2 * len(held) <= len(tokens) else frozenset()
