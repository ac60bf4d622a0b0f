"""What the word lists say of a word: a given name, a place, a month, a word of journals or of publishing houses."""

import re
from functools import cache

from ibidem.words import read_table, read_words

_LISTS = (
    ("given", "given"),
    ("surnames", "surname"),
    ("particles", "particle"),
    ("publishing-places", "place"),
    ("capitals", "place"),
    ("publishers", "house"),
    ("publisher-words", "house-word"),
    ("journal-words", "journal"),
    ("houses", "imprint"),
    ("towns", "town"),
    ("serial-words", "serial"),
    ("newspapers", "paper"),
    ("organisation-words", "body"),
    ("editor-labels", "editor"),
    ("document-words", "document"),
    ("title-words", "small"),
    ("archives", "archive"),
)
_TABLES = (("months", "month"), ("locator-labels", "locator"), ("anaphors", "back"))
_WORD = re.compile(r"\w+")
_LONGEST_TERM = 3
"""Terms of more words say little of each of their words."""


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for name, kind in _LISTS:
        for term in read_words(name):
            _add(found, term, kind)
    for name, kind in _TABLES:
        for row in read_table(name):
            _add(found, row[0], kind)
    for row in read_table("reference-labels"):
        _add(found, row[0], row[1])
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}


def _add(found: dict[str, set[str]], term: str, kind: str) -> None:
    bare = term.casefold()
    words = [bare] if bare.isalpha() else _WORD.findall(bare)
    if len(words) > _LONGEST_TERM:
        return
    small = read_words("title-words")
    for word in words:
        if len(words) == 1 or (len(word) > 2 and word not in small):
            found.setdefault(word, set()).add(kind)


def kinds(bare: str) -> tuple[str, ...]:
    """Give the kinds of a word in small letters, sorted."""
    known = _known()
    found = known.get(bare)
    if found is None and bare.endswith(("’s", "'s")):
        found = known.get(bare.removesuffix("’s").removesuffix("'s"))
    return found or ()
