"""The sentences and dates of a passage's text, read once for all who ask."""

from functools import lru_cache

from ibidem.parse.date import FoundDate, find_dates
from ibidem.sentence import sentence_bounds

_LONGEST = 20_000
"""Longer texts are read anew each time: the memory should not keep them."""


def passage_dates(text: str) -> tuple[FoundDate, ...]:
    """Give the dates of a text, as `find_dates` without a year finds them."""
    return find_dates(text) if len(text) > _LONGEST else _dates(text)


def passage_sentences(text: str, marks: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Give the sentences of a text, as `sentence_bounds` finds them; `marks` are the offsets of its markers."""
    return sentence_bounds(text, marks) if len(text) > _LONGEST else _sentences(text, marks)


@lru_cache(maxsize=512)
def _dates(text: str) -> tuple[FoundDate, ...]:
    return find_dates(text)


@lru_cache(maxsize=512)
def _sentences(text: str, marks: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    return sentence_bounds(text, marks)
