"""Features of tokens: what the printed word says of itself, and what its neighbours say of it.

All are functions of one word, or of two neighbours, so that they are weighed once for each distinct one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ibidem.parse.tagger.lexicons import kinds

EDGE = "\N{NULL}"
"""Stands for the token before the first and behind the last."""
OFFSETS = (-3, -2, -1, 1, 2, 3)
"""The neighbours whose features a token takes."""
REACH = 3
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)")
_RANGE = re.compile(r"[a-z]?\d+\s?[-–—−/]{1,2}\s?[a-z]?\d+")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|e|er|a|ª|º)")
_ROMAN = re.compile(r"[IVXLC]+|[ivxlc]+")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){1,4}|[^\W\d_a-z]{1,3}")
_ADDRESS = re.compile(r"https?:|www\.|doi|10\.\d{4}", re.IGNORECASE)
_RUNS = re.compile(r"(.)\1+")
_TAIL = re.compile(r"[^\w]*$")
_MARKS = "“„«‘\"'‹*_”»’›"
_LEADS = "“„«‘\"'‹*_([{—–-"
_ENDS = frozenset(",;:.?!)]")
_STOPS = frozenset(".?!")
_LONGEST = 60
_KEPT = 50_000


class Facts(NamedTuple):
    """What is known of a token: its core in small letters, its coarse class, and how it stands to what follows."""

    core: str
    sort: str
    marks: str
    kinds: tuple[str, ...]
    joined: str
    figure: str
    ends_clause: bool
    ends_sentence: bool
    stops: bool
    brackets: bool
    trait: tuple[str, str, str, str]
    """What features of class, punctuation and kinds depend on."""


@lru_cache(maxsize=_KEPT)
def facts(word: str) -> Facts:
    """Look at a token."""
    bare = core(word)
    held = kinds(bare)
    figure = number(word, bare)
    kind = sort(word, figure)
    ended = word.rstrip("”’\"'»)")
    sentence = bool(ended) and ended[-1] in _STOPS and len(bare) > 3 and kind != "initial"
    clause = word[-1] in _ENDS and kind != "initial"
    stops = word[-1] in _STOPS and len(word) > 3 and kind != "initial"
    brackets = any(char in word for char in "()[]")
    marks, joined = punctuation(word), "+".join(held)
    trait = (kind, marks, joined, figure)
    return Facts(bare, kind, marks, held, joined, figure, clause, sentence, stops, brackets, trait)


def core(word: str) -> str:
    """Give a token without the punctuation around it, in small letters; the token itself where nothing is left."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[start:end].casefold()[:_LONGEST] or word[:_LONGEST]


def shape(word: str) -> str:
    """Give the shape of a token: letters as X and x, figures as 9, runs as two at most."""
    drawn = ["9" if c.isdigit() else ("X" if c.isupper() else "x") if c.isalpha() else c for c in word[:_LONGEST]]
    return _RUNS.sub(r"\1\1", "".join(drawn))


def number(word: str, bare: str) -> str:
    """Name the sort of figure that a token holds; an empty string for none."""
    if bare.isalpha() and not _ROMAN.fullmatch(word.strip(".,:;()[]")):
        return ""
    if _YEAR.search(word):
        return "year" if len(bare) < 6 else "years" if len(bare) < 13 else "dated"
    if bare.isdigit():
        return f"digits{min(len(bare), 5)}"
    if any(map(str.isdigit, bare)):
        if _RANGE.fullmatch(bare):
            return "range"
        return "ordinal" if _ORDINAL.fullmatch(bare) else "mixed"
    return "roman" if _ROMAN.fullmatch(word.strip(".,:;()[]")) else ""


def punctuation(word: str) -> str:
    """Give the punctuation before and behind a token."""
    lead = len(word) - len(word.lstrip(_LEADS))
    tail = _TAIL.search(word)
    return f"{word[:lead]}~{tail.group() if tail and lead < len(word) else ''}"[:8]


def sort(word: str, figure: str) -> str:
    """Give the one coarse class of a token."""
    if len(word) > 3 and _ADDRESS.search(word):
        return "address"
    if figure and figure != "roman":
        return figure
    bare = word.strip(f"{_MARKS}.,;:()[]")
    if len(bare) < 16 and (_INITIALS.fullmatch(bare) or _INITIALS.fullmatch(word.strip(",;:()"))):
        return "initial"
    if not bare:
        return "mark"
    if not bare[0].isalpha():
        return "other"
    if bare.isupper():
        return "upper"
    return "title" if bare[0].isupper() else "lower"


def own_features(word: str) -> Iterator[str]:
    """Give the features that a token has by its letters."""
    bare = facts(word).core
    yield f"w={word[:_LONGEST].casefold()}"
    yield f"s={shape(word)}"
    yield f"l={min(len(bare), 9)}"
    for size in range(1, min(4, len(bare)) + 1):
        yield f"<{size}={bare[:size]}"
        yield f">{size}={bare[-size:]}"


def trait_features(trait: tuple[str, str, str, str]) -> list[str]:
    """Give the features that a token has by its class, its punctuation and the lists that it is in."""
    kind, marks, joined, figure = trait
    found = [f"p={marks}", f"t={kind}", f"t&p={kind}{marks}", f"t&k={kind}{joined}", f"n={figure}"]
    return found + [f"k={one}" for one in joined.split("+") if one]


def far_features(trait: tuple[str, str, str, str], distance: int) -> list[str]:
    """Give the features that a token so many tokens away takes; the next one takes more."""
    kind, marks, joined, _ = trait
    found = [f"p={marks}", f"t={kind}", *(f"k={one}" for one in joined.split("+") if one)]
    return [*found, f"t&p={kind}{marks}", f"t&k={kind}{joined}"] if distance == 1 else found


def pair_features(left: tuple[str, str, str, str], right: tuple[str, str, str, str]) -> tuple[str, ...]:
    """Give the features of two neighbours together, by their traits."""
    a, p, i, _ = left
    b, q, j, _ = right
    return f"tt={a}|{b}", f"tp={a}{p}|{b}{q}", f"pt={p}|{b}", f"kt={i}|{b}{q}", f"kk={i}|{j}"


def joint_feature(pair: str) -> str:
    """Give the feature of two neighbours by their cores, which a bar joins."""
    return f"cc={pair}"


def sequence_features(words: Sequence[str]) -> list[list[str]]:
    """Give all features of each token of a reference, as the model names them."""
    from ibidem.parse.tagger.surroundings import surrounding_features

    padded = [EDGE] * REACH + list(words) + [EDGE] * REACH
    known = [facts(word) for word in padded]
    found = []
    for at, (word, beside) in enumerate(zip(words, surrounding_features(words), strict=True), start=REACH):
        here, before, behind = known[at], known[at - 1], known[at + 1]
        row = [*own_features(word), f"c={here.core}", *trait_features(here.trait), *beside]
        for offset in OFFSETS:
            other = known[at + offset]
            row += [f"{offset}{name}" for name in (f"c={other.core}", *far_features(other.trait, abs(offset)))]
        row += [f"<{name}" for name in pair_features(before.trait, here.trait)]
        row += [f">{name}" for name in pair_features(here.trait, behind.trait)]
        row += [f"<{joint_feature(f'{before.core}|{here.core}')}", f">{joint_feature(f'{here.core}|{behind.core}')}"]
        found.append(row)
    return found
