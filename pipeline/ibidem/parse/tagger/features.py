"""Features of tokens: what the printed word says, what its neighbours say, and where in the reference it stands.

All but the place are functions of one word or of two neighbours, so that they are computed once for each distinct one.
"""

import re
from collections.abc import Sequence
from functools import cache

from ibidem.parse.tagger.lexicons import kinds

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)")
_ROMAN = re.compile(r"[IVXLC]+|[ivxlc]+")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){1,4}|[^\W\d_a-z]{1,3}")
_ADDRESS = re.compile(r"https?:|www\.|doi|10\.\d{4}", re.IGNORECASE)
_RUNS = re.compile(r"(.)\1+")
_OPENING = frozenset("“„«‘\"'‹*_")
_CLOSING = frozenset("”»’\"'›*_“")
_LONGEST = 60
_STOPS = frozenset(".?!")


@cache
def core(word: str) -> str:
    """Give a token without the punctuation around it, in small letters; the token itself where nothing is left."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[start:end].casefold() or word


def shape(word: str) -> str:
    """Give the shape of a token: letters as X and x, figures as 9, runs as two at most."""
    drawn = "".join(
        "9" if c.isdigit() else ("X" if c.isupper() else "x") if c.isalpha() else c for c in word[:_LONGEST]
    )
    return _RUNS.sub(r"\1\1", drawn)


def number(word: str) -> str:
    """Name the sort of figure that a token holds; an empty string for none."""
    bare = core(word)
    if _YEAR.search(word):
        return "year" if len(bare) < 6 else "years" if len(bare) < 13 else "dated"
    if bare.isdigit():
        return f"digits{min(len(bare), 5)}"
    if any(char.isdigit() for char in bare):
        if re.fullmatch(r"[a-z]?\d+\s?[-–—−/]{1,2}\s?[a-z]?\d+", bare):
            return "range"
        return "ordinal" if re.fullmatch(r"\d+(?:st|nd|rd|th|e|er|a|ª|º)", bare) else "mixed"
    return "roman" if _ROMAN.fullmatch(word.strip(".,:;()[]")) else ""


def punctuation(word: str) -> str:
    """Give the punctuation before and behind a token."""
    bare = len(word) - len(word.lstrip("".join(_OPENING) + "([{—–-"))
    tail = re.search(r"[^\w]*$", word)
    return f"{word[:bare]}~{tail.group() if tail and bare < len(word) else ''}"[:8]


@cache
def sort(word: str) -> str:
    """Give the one coarse class of a token."""
    figure = number(word)
    if _ADDRESS.search(word):
        return "address"
    if figure and figure != "roman":
        return figure
    bare = word.strip("".join(_OPENING | _CLOSING) + ".,;:()[]")
    if _INITIALS.fullmatch(bare) or (len(word) < 6 and _INITIALS.fullmatch(word.strip(",;:()"))):
        return "initial"
    if not bare:
        return "mark"
    if not bare[0].isalpha():
        return "other"
    if bare.isupper():
        return "upper"
    return "title" if bare[0].isupper() else "lower"


@cache
def word_features(word: str) -> tuple[str, ...]:
    """Give the features that a token has of itself."""
    bare = core(word)
    found = [f"w={word[:_LONGEST].casefold()}", f"c={bare[:_LONGEST]}", f"s={shape(word)}", f"p={punctuation(word)}"]
    found += [f"k={kind}" for kind in kinds(bare)]
    found += [
        f"{name}{size}={bare[:size] if name == '<' else bare[-size:]}"
        for size in (1, 2, 3, 4)
        for name in "<>"
        if len(bare) >= size
    ]
    found += [f"n={number(word)}", f"t={sort(word)}", f"t&p={sort(word)}{punctuation(word)}", f"l={min(len(bare), 9)}"]
    found += [f"t&k={sort(word)}{'+'.join(kinds(bare))}"]
    if _ADDRESS.search(word):
        found.append("address")
    return tuple(found)


@cache
def near_features(word: str) -> tuple[str, ...]:
    """Give the features of a token that its neighbours take from it."""
    bare = core(word)
    kept = [f"c={bare[:_LONGEST]}", f"p={punctuation(word)}", f"t={sort(word)}", f"t&p={sort(word)}{punctuation(word)}"]
    return (*kept, f"t&k={sort(word)}{'+'.join(kinds(bare))}", *(f"k={kind}" for kind in kinds(bare)))


@cache
def far_features(word: str) -> tuple[str, ...]:
    """Give the features of a token that the tokens two and more away take from it."""
    return (
        f"t={sort(word)}",
        f"p={punctuation(word)}",
        f"c={core(word)[:_LONGEST]}",
        *(f"k={kind}" for kind in kinds(core(word))),
    )


def pair_features(left: str, right: str) -> tuple[str, ...]:
    """Give the features of two neighbours together."""
    a, b = sort(left), sort(right)
    p, q = punctuation(left), punctuation(right)
    return (
        f"tt={a}|{b}",
        f"tp={a}{p}|{b}{q}",
        f"pt={p}|{b}",
        f"cc={core(left)[:_LONGEST]}|{core(right)[:_LONGEST]}",
        f"kt={'+'.join(kinds(core(left)))}|{b}{q}",
        f"kk={'+'.join(kinds(core(left)))}|{'+'.join(kinds(core(right)))}",
    )


def places(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Give for each token where it stands: from both ends, and beside quotation marks, brackets, years and stops."""
    years = [at for at, word in enumerate(words) if number(word) == "year"]
    first = years[0] if years else -1
    quoted = _quoted(words)
    marked = "Q" if "i" in quoted else "q"
    size = len(words)
    found: list[tuple[str, ...]] = []
    depth = stops = 0
    for at, word in enumerate(words):
        depth = max(0, depth + word.count("(") + word.count("["))
        when = "n" if first < 0 else "b" if at < first else "=" if at == first else "a"
        head = "e" if 0 <= first < max(8, size // 3) else "l"
        found.append(
            (
                f"i{at if at < 4 else 4 + min((at - 4) // 4, 4)}",
                f"e{size - at if size - at < 4 else 4 + min((size - at - 4) // 4, 4)}",
                f"d{10 * at // size}",
                f"q{marked}{quoted[at]}",
                f"y{when}{head}{min(len(years), 2)}",
                f"b{min(depth, 1)}",
                f"s{min(stops, 4)}",
                f"z{min(size // 8, 5)}",
            )
        )
        depth = max(0, depth - word.count(")") - word.count("]"))
        stops += word[-1] in _STOPS and len(word) > 3 and sort(word) != "initial"
    return found


def _quoted(words: Sequence[str]) -> list[str]:
    """Tell of each token whether it stands before, inside or after quotation marks."""
    state, inside, found = "b", 0, []
    for word in words:
        if not inside and (word[0] in '“„«‘"' or (word[0] in "('[" and word[1:2] in ("“", "‘", '"'))):
            inside = 1
        elif inside:
            inside += 1
        found.append("i" if inside else state)
        tail = word[-4:].rstrip(".,;:)]")[-1:] or word[-1]
        if (
            inside
            and (tail in '”»"' or (tail == "’") or (tail == "“" and word[0] != "“"))
            and (inside > 1 or len(word) > 2)
        ):
            inside, state = 0, "a"
        elif inside > 60:
            inside = 0
    return found


def place_features(place: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Give the features of a place, alone and with the class of the token (`sort`)."""
    start, end, tenth, quoted, year, bracket, stops, size = place
    return (
        *place,
        f"{start}&{kind}",
        f"{end}&{kind}",
        f"{quoted}&{kind}",
        f"{year}&{kind}",
        f"{bracket}&{kind}",
        f"{stops}&{kind}",
        f"{quoted}&{year}",
        f"{quoted}&{year}&{kind}",
        f"{stops}&{year}&{kind}",
        f"{start}&{size}",
        f"{tenth}&{kind}",
        f"{quoted}&{bracket}&{kind}&{year}",
    )


OFFSETS = (-3, -2, -1, 1, 2, 3)
EDGE = "\N{NULL}"
"""Stands for the token before the first and behind the last."""


def sequence_features(words: Sequence[str]) -> list[list[str]]:
    """Give all features of each token of a reference, as the model's names say them."""
    where = places(words)
    padded = [EDGE] * 3 + list(words) + [EDGE] * 3
    found = []
    for at, word in enumerate(words):
        row = [*word_features(word), *place_features(where[at], sort(word))]
        for offset in OFFSETS:
            taken = near_features if abs(offset) == 1 else far_features
            row += [f"{offset}{name}" for name in taken(padded[at + 3 + offset])]
        row += [f"<{name}" for name in pair_features(padded[at + 2], word)]
        row += [f">{name}" for name in pair_features(word, padded[at + 4])]
        found.append(row)
    return found
