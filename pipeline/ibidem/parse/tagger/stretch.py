"""A reference cut into stretches, one a label; together they tile it, so that no character vanishes."""

from collections.abc import Sequence
from dataclasses import dataclass

from ibidem.parse.tagger.decode import Path, Tagger
from ibidem.parse.tagger.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of a reference under one label, and how probable it is that it has it, as the model says.

    The white space behind a stretch belongs to it; that before the first token to the first.
    """

    label: str
    start: int
    end: int
    probability: float = 1.0


def cut(text: str, tokens: Sequence[tuple[int, int]], path: Path) -> tuple[Stretch, ...]:
    """Join neighbours of one label; without any token the whole text is a note."""
    if not tokens:
        return (Stretch("note", 0, len(text)),) if text else ()
    found: list[Stretch] = []
    size = len(tokens)
    at = 0
    while at < size:
        last = at + 1
        sure = path.alone[at]
        while last < size and path.labels[last] == path.labels[at]:
            sure *= path.follows[last]
            last += 1
        # Where the stretch ends is part of what must be right.
        sure *= path.follows[last] if last < size else 1.0
        begin = tokens[at][0] if at else 0
        end = tokens[last][0] if last < size else len(text)
        found.append(Stretch(path.labels[at], begin, end, sure))
        at = last
    return tuple(found)


def cut_all(texts: Sequence[str], tagger: Tagger) -> list[tuple[Stretch, ...]]:
    """Cut many references at once."""
    tokens = [tokenise(text) for text in texts]
    words = [[text[start:end] for start, end in ranges] for text, ranges in zip(texts, tokens, strict=True)]
    return [cut(*one) for one in zip(texts, tokens, tagger.tag(words), strict=True)]
