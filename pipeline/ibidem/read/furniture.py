"""What stands on pages and is no part of the text: page numbers, running heads, copyright lines."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ibidem.words import read_table

_BARE = re.compile(r"[^\w,;()\[\]]*(?:\d{1,4}[^\w,;().\[\]]*){0,3}")
_DIGITS = re.compile(r"\d+")
_RIGHTS = re.compile(
    r"©|\ball rights reserved\b|\bdownloaded from\b|\bcopyright\s?(?:\(c\)\s?)?(?:(?:1[89]|20)\d\d|by)\b"
    r"|\blicen[cs]ed?\b.{0,80}(?:www\.|https?:|creative commons)|\bISSN[: ]",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*(?:[-–—•·*‣+>#]+|\(?\d{1,4}[.)\]]|\[\^?\w{1,40}\]:?|[⁰¹²³⁴-⁹]+)\s")
_CLOSED = (".", "*", ";", "!", "?", "”", '"', "’", ",", *"⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST = 160
_LONGEST_HEAD = 100
_REPEATS = 3
_APART = 8
"""How many lines a page has at least: what comes back more often is text."""
_SHORTEST_HEAD = 10


def find_furniture(lines: Sequence[str]) -> frozenset[int]:
    """Give the indices of the lines that are furniture.

    It is a short line without a letter (a page number, a rule), one that states copyright or licence, or one
    that stands three times or more, figures apart, each a page from the next (a running head). A line that a
    bullet or number opens never is, nor one that opens with Ibid., nor a heading such as Notes.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if len(line) <= _LONGEST_HEAD:
            places.setdefault(_DIGITS.sub("#", line.strip()), []).append(index)
    heads = {shape for shape, where in places.items() if _comes_back(shape, where)}
    return frozenset(index for index, line in enumerate(lines) if _is_furniture(line, heads))


def _comes_back(shape: str, where: list[int]) -> bool:
    if len(where) < _REPEATS or len(shape) < 4 or shape.endswith(_CLOSED) or shape[0].islower():
        return False
    return where[-1] - where[0] >= _APART * (len(where) - 1)


def _is_furniture(line: str, heads: set[str]) -> bool:
    bare = line.strip()
    if len(line) <= _LONGEST and _BARE.fullmatch(bare):
        return True
    if len(line) > _LONGEST or _LABELLED.match(line):
        return False
    return _RIGHTS.search(bare) is not None or (_returns(bare, heads))


def _returns(bare: str, heads: set[str]) -> bool:
    headed = bare.strip("*_#:. ").casefold() in _sections()
    return _DIGITS.sub("#", bare) in heads and not headed and not _opens_note(bare)


@cache
def _anaphors() -> tuple[str, ...]:
    return tuple(row[0] for row in read_table("anaphors"))


@cache
def _sections() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("sections"))


def _opens_note(line: str) -> bool:
    return line.strip("*_ ").casefold().startswith(_anaphors())


def glued_heads(lines: Sequence[str], furniture: frozenset[int]) -> dict[int, int]:
    """Find the running heads that stand at the end of the line before other furniture: index and where to cut.

    Converters of page images lose the line end there; the words that such lines end in alike are the head.
    """
    before = [index for index in sorted(furniture) if index and index - 1 not in furniture]
    ends = [index - 1 for index in before if len(lines[index - 1]) <= 4000]
    often: dict[str, int] = {}
    for one, other in pairwise(ends):
        head = _head(_common_end(lines[one], lines[other]))
        if head:
            often[head] = often.get(head, 0) + 1
    heads = [head for head, times in often.items() if times >= _REPEATS - 1]
    cuts = {}
    for index in ends:
        head = next((head for head in heads if lines[index].endswith(head) and len(lines[index]) > len(head)), None)
        if head:
            cuts[index] = len(lines[index]) - len(head)
    return cuts


def _common_end(one: str, other: str) -> str:
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    return one[len(one) - same :]


def _head(common: str) -> str | None:
    """Give what of a common end starts with a large letter and is long enough to be a head."""
    match = re.search(r"[^\W\d_a-zß-öø-ÿ].*", common)
    head = match.group().rstrip() if match else ""
    return head + common[len(common.rstrip()) :] if len(head) >= _SHORTEST_HEAD and " " in head else None
