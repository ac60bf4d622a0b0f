"""The sentences and dates of a passage's text, read once for all who ask."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from ibidem.edtf import is_edtf
from ibidem.parse.date import FoundDate, find_dates
from ibidem.parse.lexicon import one_of
from ibidem.parse.relative import with_relative
from ibidem.sentence import sentence_bounds
from ibidem.words import read_words

_LONG = 20_000
"""Of longer texts only the last one is remembered: memory should not fill with them."""
_YEAR, _MONTH = 4, 7
"""How long a year is printed, and a month in EDTF."""
_SAME_MONTH = re.compile(r"\bsame\smonth\s(?:of|in)\s$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:in|since|until|during|after|before)\s$", re.IGNORECASE)
_SENTENCE = 2_000
"""Longer sentences are cut, so that what is read around each word of one stays short."""


def passage_dates(text: str) -> tuple[FoundDate, ...]:
    """Give the dates of a text, as `find_dates` without a year finds them; "1200 men" is no year.

    "the same month of 1993" is the month of the date before; what is counted from a date ("two years later") is one.
    """
    return (_long_dates if len(text) > _LONG else _short_dates)(text)


def dates_within(dates: tuple[FoundDate, ...], start: int, end: int) -> tuple[FoundDate, ...]:
    """Give those of the dates, which are in order, that lie wholly in a range of the text."""
    first = bisect_left(dates, start, key=lambda date: date.start)
    last = bisect_left(dates, end, key=lambda date: date.start)
    return tuple(date for date in dates[first:last] if date.end <= end)


def passage_sentences(text: str, marks: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Give the sentences of a text, as `sentence_bounds` finds them, endless ones cut at a space.

    `marks` are the offsets of the text's markers.
    """
    return (_long_sentences if len(text) > _LONG else _short_sentences)(text, marks)


def _cut(text: str, marks: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    for first, end in sentence_bounds(text, marks):
        start = first
        while end - start > _SENTENCE:
            space = text.rfind(" ", start + _SENTENCE // 2, start + _SENTENCE)
            cut = space if space > 0 else start + _SENTENCE
            yield start, cut
            start = cut
        yield start, end


def _dates(text: str) -> tuple[FoundDate, ...]:
    return tuple(with_relative(text, _no_counts(text)))


def _no_counts(text: str) -> Iterator[FoundDate]:
    before: FoundDate | None = None
    for found in find_dates(text):
        date = found
        bare = date.end - date.start == _YEAR
        if bare and _is_count(text, date):
            continue
        if bare and before is not None and _SAME_MONTH.search(text, max(0, date.start - 16), date.start):
            month = before.date.edtf[:_MONTH]
            if is_edtf(month) and month.startswith(date.date.edtf):
                date = replace(date, date=replace(date.date, edtf=month))
        yield date
        before = date


def _is_count(text: str, date: FoundDate) -> bool:
    counted = _counted().match(text, date.end)
    if counted is None or (counted.group().endswith("ed") and text.endswith(" of ", 0, date.start)):
        return False
    return _PREPOSITION.search(text, max(0, date.start - 8), date.start) is None


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{one_of((*read_words('counted'), *read_words('measures')))})(?![\w’'-])")


@lru_cache(maxsize=512)
def _sentences(text: str, marks: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(_cut(text, marks))


_short_dates, _long_dates = lru_cache(maxsize=4096)(_dates), lru_cache(maxsize=1)(_dates)
_short_sentences, _long_sentences = lru_cache(maxsize=4096)(_sentences), lru_cache(maxsize=1)(_sentences)
