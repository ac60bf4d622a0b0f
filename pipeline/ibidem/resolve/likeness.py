"""When two printed names or titles mean the same: equal, or told apart by a typing error only."""

import re
import unicodedata
from functools import cache, lru_cache

from ibidem.words import read_words

_WORD = re.compile(r"[^\W_]+")
_ROMAN = dict(zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), map(str, range(1, 11)), strict=True))


@lru_cache(maxsize=4096)
def plain_words(text: str) -> tuple[str, ...]:
    """Give the words of a text without case, accents, apostrophes and punctuation; small Roman numbers as figures."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char) and char not in "'’‘`*")
    return tuple(_ROMAN.get(word, word) for word in _WORD.findall(bare))


@lru_cache(maxsize=8192)
def content_words(text: str) -> tuple[str, ...]:
    """Give the plain words without articles, prepositions and conjunctions; all of them where none is left."""
    words = plain_words(text)
    return tuple(word for word in words if word not in _small()) or words


@cache
def _small() -> frozenset[str]:
    return frozenset(read_words("title-words"))


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two texts have the same letters in the same order, however they are cut into words."""
    return one == other or "".join(one) == "".join(other)


def near_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether only typing errors tell two titles apart.

    At most one word in four may differ, by one letter, or two in a word of eight letters or more; figures
    never. A missing small word counts as one that differs.
    """
    if same_words(one, other):
        return True
    if _figures(one) != _figures(other) or not one or not other:
        return False
    allowed = max(1, min(len(one), len(other)) // 4)
    if len(one) == len(other):
        wrong = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        # In a title of so few words a short word is a name: MMTC Comments are not MDTC Comments.
        long = len(one) > 3 or all(len(a) > 4 for a, _ in wrong)
        return len(wrong) <= allowed and long and all(near_word(a, b) for a, b in wrong)
    left, right = "".join(one), "".join(other)
    return len(left) > 12 and distance(left, right, limit=3) <= 3 and abs(len(one) - len(other)) <= 1


def near_word(one: str, other: str) -> bool:
    """Tell whether one letter tells two words apart, or two in long ones; short words and figures must be equal."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or any(char.isdigit() for char in one + other):
        return False
    limit = 2 if min(len(one), len(other)) >= 8 else 1
    return distance(one, other, limit=limit) <= limit


def _figures(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if any(char.isdigit() for char in word))


def distance(one: str, other: str, *, limit: int) -> int:
    """Count the letters to insert, drop, change or swap (optimal string alignment); `limit` + 1 for any more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        last, row, older = row, [i], before
        for j, b in enumerate(other, start=1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        before = last
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
