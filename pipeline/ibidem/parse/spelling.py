"""Compare names that are printed differently: accents, doubled letters, initials, ways of transliterating."""

import re
import unicodedata
from functools import lru_cache

_APART = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "'": "", "’": "", "‘": "", "-": ""}
)
_ALIKE = (
    ("kh", "h"),
    ("ph", "f"),
    ("oo", "u"),
    ("ou", "u"),
    ("ck", "k"),
    ("y", "i"),
    ("w", "v"),
    ("j", "i"),
    ("q", "k"),
)
_SHORTEST = 6
_DECLINED = 5
_CASE = re.compile(r"([а-я]{3})(?:ого|ому|ыми|ым|ом|ои|ою|еи|ем|а|у|е|я|ю|ы|и)$")


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Give a word in small letters without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_APART))
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def undoubled(word: str) -> str:
    """Give the folded word with each run of one letter as one: "Hammadi" and "Hamaddi" are both "hamadi"."""
    plain = fold(word)
    return "".join(char for at, char in enumerate(plain) if at == 0 or plain[at - 1] != char)


@lru_cache(maxsize=4096)
def sounded(word: str) -> str:
    """Give the folded word with the letters alike that transliterations exchange: y and i, kh and h.

    A word in Cyrillic letters loses the ending of its case, so that "Ветрова" is "Ветров".
    """
    plain = fold(word)
    if len(plain) >= _DECLINED:
        plain = _CASE.sub(r"\1", plain)
    for printed, sound in _ALIKE:
        plain = plain.replace(printed, sound)
    return undoubled(plain)


def is_near(one: str, other: str) -> bool:
    """Tell whether two long words differ in one letter: changed, left out, or added."""
    a, b = sorted((sounded(one), sounded(other)), key=len)
    if len(a) < _SHORTEST - 1 or len(b) < _SHORTEST or len(b) - len(a) > 1:
        return a == b
    at = next((place for place, (left, right) in enumerate(zip(a, b, strict=False)) if left != right), len(a))
    return a[at + (len(a) == len(b)) :] == b[at + 1 :]


def is_initial(word: str) -> bool:
    """Tell whether a part of a name is an initial."""
    return len(word.rstrip(".")) == 1 or (word.endswith(".") and len(word) <= 3)


def same_given(one: str, other: str, *, known: frozenset[str]) -> bool:
    """Tell whether two given names can be one: equal, one the other's initial, or one letter apart.

    A name of the list `known` is no misprint for another: "Francis" is not "Frances".
    """
    a, b = fold(one.rstrip(".")), fold(other.rstrip("."))
    if is_initial(one) or is_initial(other) or one.endswith(".") or other.endswith("."):
        return (
            a[:1] == b[:1]
            if is_initial(one) or is_initial(other)
            else a.startswith(b) or b.startswith(a) or a[:1] == b[:1]
        )
    if sounded(one) == sounded(other):
        return True
    return is_near(one, other) and not (one in known or other in known)
