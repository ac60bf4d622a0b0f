"""Where sentences end: needed to know which pointer supports what, and who speaks in it."""

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise

from ibidem.words import read_table, read_words

_END = re.compile(
    r"[.?!…](?:[\"'”’»)\]]|[ \u00a0\u202f][»›](?=[\s)\]])|[“‘«‹](?=[\s)\]]))*"
    r"(?=\s+[\"'“‘«(\[„»‚›‹¿¡]?\s?[^\W_a-zß-öø-ÿ]|\s*$)"
)
_INITIALS = re.compile(r"(?:\w\.){1,5}\w")
_WORD_AFTER = re.compile(r"\s{1,4}([^\W_]{1,24})")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“]{1,24}$")


def sentence_bounds(text: str, marks: tuple[int, ...] = ()) -> tuple[tuple[int, int], ...]:
    """Give the half-open ranges of the sentences of a passage's text, in order, covering it.

    A full stop ends a sentence where white space and no small letter follow, unless it belongs to an
    abbreviation of `words/abbreviations.txt` or to an initial; "U.S." ends one only before a word that opens one.
    `marks` are offsets of note markers after a full stop, which end a sentence too.
    """
    ends = [match.end() for match in _END.finditer(text) if not _abbreviates(text, match.start())]
    ends += [mark for mark in marks if mark and _closes(text, mark)]
    cuts = sorted({0, *ends, len(text)})
    return tuple(pairwise(cuts))


def _closes(text: str, mark: int) -> bool:
    """Tell whether a note marker behind a stop or a closing quotation mark ends a sentence: no small letter follows."""
    if text[mark - 1] in '.?!"”’»':
        return True
    after = text[mark : mark + 3].strip()
    return text[mark - 1] in "“‘«" and not after[:1].islower() and after[:1] not in ("", ",", ";")


def sentence_at(sentences: tuple[tuple[int, int], ...], position: int) -> tuple[int, int]:
    """Give the range of the sentence that the position falls in; the last one for positions past the end."""
    index = bisect_right(sentences, position, key=lambda pair: pair[0]) - 1
    return sentences[max(0, index)]


def outermost(ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Give the ranges that lie in no other one, ascending; of two that overlap the first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges, key=lambda pair: (pair[0], -pair[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def sentences_around(
    bounds: tuple[tuple[int, int], ...], quoted: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Join the sentences that a quotation spans; `quoted` ascend and do not overlap."""
    cuts = []
    index = 0
    for _, end in bounds:
        while index < len(quoted) and quoted[index][1] <= end:
            index += 1
        if index == len(quoted) or quoted[index][0] >= end:
            cuts.append(end)
    length = bounds[-1][1] if bounds else 0
    if not cuts or cuts[-1] != length:
        cuts.append(length)
    return tuple(zip([0, *cuts], cuts, strict=False))


def _abbreviates(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return False
    word = before.group().casefold()
    if word.isdigit() and len(word) <= 2:
        # "am 12. Juni": an ordinal before a month.
        month = _WORD_AFTER.match(text, stop + 1)
        return month is not None and month.group(1).casefold() in _months()
    if _INITIALS.fullmatch(word):
        after = _WORD_AFTER.match(text, stop + 1)
        return after is not None and after.group(1).casefold() not in _opening()
    return (len(word) == 1 and word.isalpha()) or word in read_words("abbreviations")


@cache
def _months() -> frozenset[str]:
    return frozenset(name for name, number in read_table("months") if int(number) <= 12)


@cache
def _opening() -> frozenset[str]:
    return frozenset(read_words("function"))
