"""Join the lines of a paragraph: words that hyphens part at the ends of lines, addresses, dashes."""

import re
from collections.abc import Iterable, Iterator

from ibidem.read.pdf.page import Line
from ibidem.words import read_words

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_BEGUN = re.compile(r"([^\W\d_]+)(-[^\W\d_])?")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|doi:)\S*$", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WHOLE = 4


class Joiner:
    """Says what stands between two lines, by the words of the document."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Learn the words that stand inside of lines."""
        self._words = frozenset(_words(lines))

    def between(self, before: str, after: str) -> tuple[str, str]:
        """Give what is left of the line before, and what goes between it and the next one: a space or nothing."""
        before, after = before.rstrip(), after.lstrip()
        if not before or not after:
            return before, ""
        if before[-1] in "-\u2010\u00ad":
            return self._hyphen(before, after)
        if _ADDRESS.search(before) and (before[-1] in "/._=&?%#" or after[0] in "/._=&?%#"):
            return before, ""
        if before[-1] == "—" and not before.endswith(" —"):
            return before, ""
        if before[-1] in "–/" and len(before) > 1 and not before[-2].isspace():
            return before, ""
        if _CJK.match(before[-1]) and _CJK.match(after[0]):
            return before, ""
        return before, " "

    def _hyphen(self, before: str, after: str) -> tuple[str, str]:
        if before[-1] == "\u00ad":
            return before[:-1], ""
        ended, begun = _ENDED.search(before), _BEGUN.match(after)
        if _ADDRESS.search(before):
            return before, ""
        if ended is None or begun is None:
            return before, " " if before[-2:-1].isspace() or not after[0].isalnum() else ""
        first, second = ended[1].casefold(), begun[1].casefold()
        if begun[1][0].isupper() and not ended[1].isupper():
            return before, ""
        if second in read_words("suspended-hyphens") and first + second not in self._words:
            return before, " "
        # `Afro-` before `philo-sonic`: a compound of three.
        whole = self._is_compound(first, second) or (begun[2] is not None and first + second not in self._words)
        return (before, "") if whole else (before[:-1], "")

    def _is_compound(self, first: str, second: str) -> bool:
        if first + second in self._words:
            return False
        if f"{first}-{second}" in self._words:
            return True
        whole = second in self._words
        if not whole or len(second) < _WHOLE:
            return False
        return first in read_words("compound-openers") or (first in self._words and len(first) >= _WHOLE)


def _words(lines: Iterable[Line]) -> Iterator[str]:
    """Give the words of lines, without the first and the last of each: they may be halves of words."""
    inside = " ".join(line.text.strip().partition(" ")[2].rpartition(" ")[0] for line in lines)
    for word in set(_WORD.findall(inside.casefold())):
        yield word
        if "-" in word:
            yield from word.split("-")
