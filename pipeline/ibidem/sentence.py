"""Where sentences end: needed to know which pointer supports what, and who speaks in it."""

import re
from bisect import bisect_right

from ibidem.words import read_words

_END = re.compile(r"[.?!…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[^\W_a-zß-öø-ÿ]|\s*$)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“]{1,24}$")


def sentence_bounds(text: str, marks: tuple[int, ...] = ()) -> tuple[tuple[int, int], ...]:
    """Give the half-open ranges of the sentences of a passage's text, in order, covering it.

    A full stop ends a sentence where white space and no small letter follow, unless it belongs to an
    abbreviation of `words/abbreviations.txt` or to an initial. `marks` are offsets of note markers
    after a full stop, which end a sentence too.
    """
    ends = [match.end() for match in _END.finditer(text) if not _abbreviates(text, match.start())]
    ends += [mark for mark in marks if mark and text[mark - 1] in ".?!\"”’»"]
    cuts = sorted({0, *ends, len(text)})
    return tuple(zip(cuts, cuts[1:], strict=False))


def sentence_at(sentences: tuple[tuple[int, int], ...], position: int) -> tuple[int, int]:
    """Give the range of the sentence that the position falls in; the last one for positions past the end."""
    index = bisect_right(sentences, position, key=lambda pair: pair[0]) - 1
    return sentences[max(0, index)]


def _abbreviates(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return False
    word = before.group().casefold()
    return len(word) == 1 and word.isalpha() or word in read_words("abbreviations")
