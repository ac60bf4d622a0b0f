"""Features of tokens: what the printed word says of itself, and what its neighbours say of it.

All are functions of one word, or of two neighbours, so that they are weighed once for each distinct one.
"""

from collections.abc import Iterator, Sequence

from ibidem.parse.tagger.looks import EDGE, LONGEST, draw, facts, shape

OFFSETS = (-3, -2, -1, 1, 2, 3)
"""The neighbours whose features a token takes."""
REACH = 3
LONGEST_AFFIX = 4
"""So many letters at either end of a core are features."""


def own_features(word: str) -> Iterator[str]:
    """Give the features that a token has by its letters."""
    bare = facts(word).core
    yield f"w={word[:LONGEST].casefold()}"
    yield f"s={shape(draw(word))}"
    yield f"l={min(len(bare), 9)}"
    for size in range(1, min(LONGEST_AFFIX, len(bare)) + 1):
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


def sequence_features(words: Sequence[str]) -> list[list[str]]:
    """Give all features of each token of a reference, as the model names them."""
    from ibidem.parse.tagger.surroundings import surrounding_features

    padded = [EDGE] * REACH + list(words) + [EDGE] * REACH
    known = [facts(word) for word in padded]
    found = []
    for at, (word, beside) in enumerate(zip(words, surrounding_features(words), strict=True), start=REACH):
        here, before, behind = known[at], known[at - 1], known[at + 1]
        row = [*own_features(word), f"c={here.core}", *trait_features(here.look.trait), *beside]
        for offset in OFFSETS:
            other = known[at + offset]
            row += [f"{offset}{name}" for name in (f"c={other.core}", *far_features(other.look.trait, abs(offset)))]
        row += [f"<{name}" for name in pair_features(before.look.trait, here.look.trait)]
        row += [f">{name}" for name in pair_features(here.look.trait, behind.look.trait)]
        found.append(row)
    return found
