"""Dates counted from the one before: "two years later", "the following year", "in the same month"."""

import re
from dataclasses import dataclass
from functools import cache

from ibidem.edtf import Date, is_edtf
from ibidem.parse.lexicon import one_of
from ibidem.parse.quantity import number_words

_LENGTHS = {"year": 4, "month": 7, "day": 10}
_OPENING = 60
"""How far into a sentence the words that count may stand: farther on they date something else."""


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """Words that count from a date; `date` is None where they do not come to a year ("some decades later")."""

    start: int
    end: int
    date: Date | None


@cache
def _pattern() -> re.Pattern[str]:
    words = [word for word, (_, role) in number_words().items() if role in ("unit", "ten")]
    count = rf"(?P<count>\d{{1,3}}|an?|one|{one_of(words)})"
    return re.compile(
        r"\b(?:(?:the|that)\ssame\s(?P<same>year|month|day)"
        r"|the\s(?P<next>following|next)\syear|the\s(?P<last>previous|preceding)\syear"
        rf"|{count}\syears?\s(?P<way>later|afterwards|earlier|before|ago)"
        r"|(?P<unknown>(?:\w{1,12}\s){0,2}(?:years?|decades?|century|centuries|months?)"
        r"\s(?:later|afterwards|earlier|ago|before)))\b",
        re.IGNORECASE,
    )


def relative_date(text: str, start: int, end: int, told: Date) -> RelativeDate | None:
    """Read the words near the beginning of `text[start:end]` that count from `told`; None where there are none."""
    match = _pattern().search(text, start, min(end, start + _OPENING))
    if match is None:
        return None
    edtf = _counted(match, told)
    return RelativeDate(*match.span(), Date(edtf, match.group()) if edtf is not None else None)


def _counted(match: re.Match[str], told: Date) -> str | None:
    same = (match["same"] or "").casefold()
    if same:
        length = _LENGTHS[same]
        return told.edtf[:length] if is_edtf(told.edtf[:length]) and "/" not in told.edtf else told.edtf[:4]
    if match["unknown"]:
        return None
    year = told.earliest.year
    if match["count"]:
        number = match["count"].casefold()
        count = int(number) if number.isdecimal() else number_words().get(number, (1, ""))[0]
        year += count if match["way"].casefold() in ("later", "afterwards") else -count
    else:
        year += 1 if match["next"] else -1
    return f"{year:04d}" if 1000 <= year <= 2099 else None
