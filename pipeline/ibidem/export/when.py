"""Dates for those who know less than EDTF: first and last day at their printed precision."""

import re
from dataclasses import dataclass

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_SETS = re.compile(r"\s*(?:,|\.\.)\s*")
SPRING, WINTER = 21, 24
"""The months of EDTF that are seasons, from spring to winter."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as year, month and day, at most, and the end of a range; `exact` tells whether this says all.

    A month from 21 to 24 is a season.
    """

    start: tuple[int, ...]
    end: tuple[int, ...] = ()
    circa: bool = False
    exact: bool = True

    @property
    def season(self) -> int:
        """Give the season, from 1 for spring to 4 for winter; 0 where the date is none."""
        month = self.start[1] if len(self.start) > 1 else 0
        return month - 20 if SPRING <= month <= WINTER and not self.end else 0


def when(edtf: str) -> When | None:
    """Read an EDTF string of level 0 or 1, or a set of such, `[1994,1995]`; None for any other text.

    A set is told as the range from its first to its last, about.
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        parts = [_DAY.fullmatch(part) for part in _SETS.split(edtf[1:-1])]
    else:
        parts = [_DAY.fullmatch(part) for part in edtf.split("/")]
    if not parts or (len(parts) > 2 and not edtf.startswith("[")):
        return None
    read = [part for part in parts if part is not None]
    if len(read) < len(parts):
        return None
    days = [tuple(int(number) for number in part.groups()[:3] if number) for part in read]
    signs = {part.group(4) for part in read}
    first, last = (min(days), max(days)) if edtf.startswith("[") else (days[0], days[-1])
    circa = edtf.startswith("[") or signs != {""}
    return When(first, last if len(days) > 1 else (), circa, not edtf.startswith("[") and signs in ({""}, {"~"}))
