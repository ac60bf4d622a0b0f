"""Years counted from the one before: "two years later", "the following year", "in the same year"."""

import re
from dataclasses import dataclass
from functools import cache

from ibidem.edtf import Date
from ibidem.parse.lexicon import one_of
from ibidem.parse.quantity import number_words

_OPENING = 60
"""How far into a sentence the words that count may stand: farther on they date something else."""


@dataclass(frozen=True, slots=True)
class RelativeYear:
    """Words that count from a year; `date` is None where they do not come to a year ("some decades later")."""

    start: int
    end: int
    date: Date | None


@cache
def _pattern() -> re.Pattern[str]:
    words = [word for word, (_, role) in number_words().items() if role in ("unit", "ten")]
    count = rf"(?P<count>\d{{1,3}}|an?|one|{one_of(words)})"
    return re.compile(
        rf"\b(?:(?P<same>(?:the|that)\ssame\syear)|the\s(?P<next>following|next)\syear|the\s(?P<last>previous|preceding)\syear"
        rf"|{count}\syears?\s(?P<way>later|afterwards|earlier|before|ago)"
        r"|(?P<unknown>(?:\w{1,12}\s){0,2}(?:years?|decades?|century|centuries|months?)\s(?:later|afterwards|earlier|ago|before)))\b",
        re.IGNORECASE,
    )


def relative_year(text: str, start: int, end: int, year: int) -> RelativeYear | None:
    """Read the words near the beginning of `text[start:end]` that count from `year`; None where there are none."""
    match = _pattern().search(text, start, min(end, start + _OPENING))
    if match is None:
        return None
    if match["unknown"]:
        return RelativeYear(*match.span(), None)
    if match["count"]:
        number = match["count"].casefold()
        count = int(number) if number.isdecimal() else number_words().get(number, (1, ""))[0]
        reached = year + count if match["way"].casefold() in ("later", "afterwards") else year - count
    else:
        reached = year + (1 if match["next"] else -1 if match["last"] else 0)
    known = 1000 <= reached <= 2099
    return RelativeYear(*match.span(), Date(f"{reached:04d}", match.group()) if known else None)
