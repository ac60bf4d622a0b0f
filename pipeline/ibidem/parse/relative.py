"""Dates counted from the one before: "two years later", "the following day", "in the same year"."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cache

from ibidem.edtf import Date, is_edtf
from ibidem.parse.date import FoundDate
from ibidem.parse.lexicon import one_of
from ibidem.parse.quantity import number_words

_FAR = 600
"""How far behind a date, in code points, words may count from it."""
_OPENING = 60
"""How far into a sentence the words that count may stand where they come to no year."""
_LENGTHS = {"year": 4, "month": 7, "day": 10}
_OF = re.compile(r"\s(?:of|in)\s")
"""What makes one date of two: "in May of the same year", "in the same month of 1993"."""
_LEADS = (
    r"(?:(?<=\bin\s)|(?<=\bon\s)|(?<=\bby\s)|(?<=\bof\s)|(?<=\buntil\s)|(?<=\band\s)|(?<=\blater\s)|(?<=[.,;]\s)|^)"
)
"""What stands before "the next year" where it does not mean any next year: "plans for the next year"."""


@cache
def _pattern() -> re.Pattern[str]:
    words = [word for word, (_, role) in number_words().items() if role in ("unit", "ten")]
    count = rf"(?P<count>\d{{1,3}}|an?|one|{one_of(words)})"
    return re.compile(
        r"\b(?:(?:the|that)\ssame\s(?P<same>year|month|day)"
        rf"|{_LEADS}(?:that\s(?P<that>year)|the\s(?:end|course)\sof\s(?:the|that)\s(?P<close>year)"
        r"|the\s(?:(?P<next>following|next)|(?P<last>previous|preceding))\s(?P<unit>year|day))"
        rf"|{count}\s(?P<units>year|month|week|day)s?\s(?P<way>later|afterwards|earlier|before(?=\s?[,.;)])))\b",
        re.IGNORECASE,
    )


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:years?|decades?|century|centuries|months?|weeks?|days?)\s(?:later|afterwards|earlier|ago|before)\b",
        re.IGNORECASE,
    )


def counts_on(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence opens with words that count from a date before, even if they come to no year."""
    return _vague().search(text, start, min(end, start + _OPENING)) is not None


def with_relative(text: str, dates: Iterable[FoundDate]) -> Iterator[FoundDate]:
    """Give the dates, which are in order, and between them those that words count from the one before."""
    told: FoundDate | None = None
    at = 0
    for found in (*dates, None):
        until = found.start if found is not None else len(text)
        for match in _pattern().finditer(text, at, until) if told is not None else ():
            assert told is not None
            edtf = _counted(match, told.date) if match.start() - told.end < _FAR else None
            apart = not (_OF.fullmatch(text, told.end, match.start()) or _OF.fullmatch(text, match.end(), until))
            if edtf is not None and is_edtf(edtf) and apart:
                told = FoundDate(*match.span(), Date(edtf, match.group()), complete=False)
                yield told
        if found is not None:
            yield found
            told, at = found, found.end


def _counted(match: re.Match[str], told: Date) -> str | None:
    whole = is_edtf(told.edtf[:10]) and len(told.edtf) == _LENGTHS["day"]
    same = (match["same"] or match["that"] or match["close"] or "").casefold()
    if same:
        length = _LENGTHS[same]
        return told.edtf[:length] if is_edtf(told.edtf[:length]) and "/" not in told.edtf else told.edtf[:4]
    unit = (match["units"] or match["unit"]).casefold()
    number = (match["count"] or "one").casefold()
    count = int(number) if number.isdecimal() else number_words().get(number, (1, ""))[0]
    if match["last"] or (match["way"] or "").casefold() in ("earlier", "before"):
        count = -count
    if unit in ("day", "week"):
        return _day_after(told, count * (7 if unit == "week" else 1)) if whole else None
    if unit == "month":
        return _month_after(told.edtf, count) if is_edtf(told.edtf[:7]) and len(told.edtf) in (7, 10) else None
    year = told.earliest.year + count
    return f"{year:04d}" if 1000 <= year <= 2099 else None


def _day_after(told: Date, days: int) -> str | None:
    day = told.earliest + timedelta(days)
    return day.isoformat() if 1000 <= day.year <= 2099 else None


def _month_after(edtf: str, months: int) -> str | None:
    month = int(edtf[5:7])
    if month > 12:
        return None
    year, index = divmod(int(edtf[:4]) * 12 + month - 1 + months, 12)
    return f"{year:04d}-{index + 1:02d}" if 1000 <= year <= 2099 else None
