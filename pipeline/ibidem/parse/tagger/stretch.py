"""A reference cut into stretches, one a label; together they tile it, so that no character vanishes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ibidem.parse.tagger.decode import Path, Tagger
from ibidem.parse.tagger.tokens import edges


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of a reference under one label, and how probable it is that it has it, as the model says.

    The white space behind a stretch belongs to it; that before the first token to the first.
    """

    label: str
    start: int
    end: int
    probability: float = 1.0


def cut(text: str, starts: Sequence[int], path: Path) -> tuple[Stretch, ...]:
    """Join neighbours of one label, of tokens that start there; without any token the whole text is a note."""
    if not starts:
        return (Stretch("note", 0, len(text)),) if text else ()
    labels, follows = path.labels, path.follows
    found: list[Stretch] = []
    size = len(starts)
    at = begin = 0
    while at < size:
        label, last = labels[at], at + 1
        sure = path.alone[at]
        while last < size and labels[last] == label:
            sure *= follows[last]
            last += 1
        end = len(text)
        if last < size:
            # Where the stretch ends is part of what must be right.
            sure *= follows[last]
            end = starts[last]
        found.append(Stretch(label, begin, end, sure))
        at, begin = last, end
    return tuple(found)


_NAMED = frozenset({"title", "container-title", "journal", "collection-title", "author", "editor", "translator"})
_IMPRINT = frozenset({"location", "publisher", "date", "edition"})
_WIDEST = 60


_IN_TITLE = re.compile(r"[Ii]n\s")
_INTO = re.compile(r"\W*(?:in|aus|dans|en)\b", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\s)\d{1,4}\s?[-–—]\s?\d{1,4}[\s,]*$")


def mended(text: str, stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Move the edges, and change the labels, that a form settles.

    The opening bracket of an imprint belongs to it: `A Title (Durham, NC: Duke University Press, 1992)`. What a colon
    joins to a title goes on with it, `in` or not: `Human Rights: In the Wake of War`. The second title, behind the
    editors, is that of their book. A range of pages before a bracket is no part of a title: `A Title 52-53 (1998)`.
    """
    found: list[Stretch] = []
    titled, paged = False, any(one.label == "pages" for one in stretches)
    for given in stretches:
        before = found[-1] if found else given
        behind = before.label == "editor" and _INTO.match(text, before.start, before.end) is not None
        one = replace(given, label="container-title") if behind and titled and given.label == "title" else given
        titled = titled or one.label == "title"
        bracket = _imprint_bracket(text, before, one) if found else -1
        pages = _RANGE.search(text, before.start, before.end) if before.label == "title" and not paged else None
        if _goes_on(text, before, one):
            found[-1] = replace(before, end=one.end, probability=min(before.probability, one.probability))
        elif bracket >= 0:
            sure = min(before.probability, one.probability)
            found[-1] = replace(before, end=bracket, probability=sure)
            found.append(replace(one, start=bracket, probability=sure))
        elif pages and one.label in _IMPRINT and text[one.start : one.start + 1] == "(":
            found[-1] = replace(before, end=pages.start())
            found += [replace(before, label="pages", start=pages.start()), one]
        else:
            found.append(one)
    return tuple(found)


def _goes_on(text: str, one: Stretch, other: Stretch) -> bool:
    """Tell whether the second stretch is a part of the title before it that a colon joins."""
    if one.label != "title" or other.label != "container-title":
        return False
    return (
        text[one.start : one.end].rstrip().endswith(":") and _IN_TITLE.match(text, other.start, other.end) is not None
    )


def _imprint_bracket(text: str, one: Stretch, other: Stretch) -> int:
    """Give where the bracket opens that the second stretch should begin with; -1 where it does not."""
    if one.label not in _NAMED or other.label not in _IMPRINT:
        return -1
    bracket = text.rfind("(", one.start, one.end)
    fits = bracket > one.start and one.end - bracket < _WIDEST and ")" not in text[bracket : one.end]
    return bracket if fits else -1


def cut_all(texts: Sequence[str], tagger: Tagger) -> list[tuple[Stretch, ...]]:
    """Cut many references at once."""
    tokens = [edges(text) for text in texts]
    words = [
        [text[start:end] for start, end in zip(*found, strict=True)] for text, found in zip(texts, tokens, strict=True)
    ]
    paths = tagger.tag(words)
    return [mended(text, cut(text, starts, path)) for text, (starts, _), path in zip(texts, tokens, paths, strict=True)]
