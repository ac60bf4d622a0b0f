"""Dates at their printed precision: EDTF strings and the days they span (ISO 8601-2:2019)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A date as EDTF beside the text it was printed as.

    Levels 0 and 1 of EDTF and the sets `[a,b]`: 1992, 1992-05, 1992-05-12, 1992-23 (autumn), 1992/1993,
    1995~, [1994,1995]. A year that is a set or an interval keeps both ends.
    """

    edtf: str
    printed: str

    @property
    def earliest(self) -> date:
        """Give the first day that the date can mean."""
        return bounds(self.edtf)[0]

    @property
    def latest(self) -> date:
        """Give the last day that the date can mean."""
        return bounds(self.edtf)[1]


def bounds(edtf: str) -> tuple[date, date]:
    """Give the first and last day that an EDTF string can mean; raise ValueError for any other string."""
    if edtf.startswith("[") and edtf.endswith("]"):
        ends = [bounds(part.strip()) for part in edtf[1:-1].replace("..", ",").split(",")]
    else:
        ends = [_day_bounds(part) for part in edtf.split("/")]
    if len(ends) > 1 and ends[-1][1] < ends[0][0]:
        raise ValueError(f"the interval {edtf!r} runs backwards")
    return min(end[0] for end in ends), max(end[1] for end in ends)


def _day_bounds(edtf: str) -> tuple[date, date]:
    match = _DAY.fullmatch(edtf)
    if match is None:
        raise ValueError(f"{edtf!r} is no EDTF date of level 0 or 1")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASONS and day is None:
        first, last = _SEASONS[month]
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def is_edtf(text: str) -> bool:
    """Tell whether `bounds` understands the string."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True
