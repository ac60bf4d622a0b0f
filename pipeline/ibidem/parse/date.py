"""Printed dates to EDTF, at their printed precision and no finer (ISO 8601-2:2019)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache, reduce

from ibidem.edtf import Date, is_edtf
from ibidem.parse.oneof import one_of
from ibidem.words import read_table

_CARRY = 600
"""How far before a date without a year, in code points, another may stand that supplies it."""
_REACH = 30
_ANCHOR = re.compile(r"\b(?:1\d|20)\d\d(?!\d)|\b(?:1\d|20)\d0s\b|[^\W\d_]{3,10}")
_PART = r"(?:(?:early|late|mid)[\s-])?"
_FROM = re.compile(rf"\b(?:between|from)\s{_PART}$", re.IGNORECASE)
_TO = re.compile(rf"\s(?:and|to|until|till)\s{_PART}")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; `complete` is false where its year stands elsewhere."""

    start: int
    end: int
    date: Date
    complete: bool = True


@dataclass(frozen=True, slots=True)
class _Raw:
    start: int
    end: int
    edtf: str
    """With `????` for a year that is not printed here."""


@lru_cache(maxsize=1024)
def find_dates(text: str, *, year: int | None = None) -> tuple[FoundDate, ...]:
    """Find the dates of a text, in order, not overlapping.

    A date without a year takes that of the nearest date before it, at most 600 code points away, or
    else `year`; without either it is left out. Years from 1000 to 2099 count. `early`, `late` and `mid`
    before a date stay in its printed form and do not change it; `about` makes it approximate.
    """
    found: list[FoundDate] = []
    for raw in _merged(text, list(_raw_dates(text))):
        edtf = raw.edtf
        complete = "????" not in edtf
        if not complete:
            known = _year_before(found, raw.start) or year
            if known is None:
                continue
            edtf = edtf.replace("????", f"{known:04d}")
        if is_edtf(edtf):
            found.append(FoundDate(raw.start, raw.end, Date(edtf, text[raw.start : raw.end]), complete))
    return tuple(found)


def parse_date(text: str, *, year: int | None = None) -> Date | None:
    """Read a text that should be one date; None where no date or more than one stands in it."""
    found = find_dates(text, year=year)
    return replace(found[0].date, printed=text.strip()) if len(found) == 1 else None


def _year_before(found: list[FoundDate], start: int) -> int | None:
    if not found or start - found[-1].end > _CARRY:
        return None
    years = re.findall(r"\d{4}", found[-1].date.edtf)
    return int(years[-1]) if years else None


@cache
def _numbers() -> dict[str, int]:
    return {name: int(number) for name, number in read_table("months")}


def months() -> frozenset[str]:
    """Give the names of months and seasons, small letters."""
    return frozenset(_numbers())


_DAY = r"(?<![\d.,/-])\d{1,2}(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?:1\d|20)\d\d(?!\d|,\d{3})"
_OF = r"(?:\s(?:of|de|del|di)\s|\s?,\s?|\s)"
_ABOUT = r"(?P<about>\b(?:about|around|circa|approximately|um)\s|\bc(?:a)?\.\s?)?"
_WHEN = r"(?:in|since|until|till|by|from|during|early|late|mid|before|after)"
_SHAPES = (
    (r"\b(?P<y>YEAR)-(?P<m>\d\d)-(?P<d>\d\d)\b", "day"),
    (r"(?P<d>DAY)\s?[–-]\s?(?P<e>\d{1,2})(?:st|nd|rd|th|\.)?\s(?:of\s)?(?P<m>MONTH)OF(?P<y>YEAR)", "days"),
    (r"\b(?P<m>MONTH)\s(?P<d>\d{1,2})\s?[–-]\s?(?P<e>\d{1,2}),?\s(?P<y>YEAR)", "days"),
    (r"(?P<d>DAY)\s(?:(?:of|de|di)\s)?(?P<m>MONTH)OF(?P<y>YEAR)", "day"),
    (r"\b(?P<m>MONTH)\s(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y>YEAR)", "day"),
    (r"\b(?P<m>MONTH)\s?(?:/|–|-|\sand\s|\sto\s)\s?(?P<n>MONTH)OF(?P<y>YEAR)", "months"),
    (r"\b(?P<m>MONTH)OF(?P<y>YEAR)(?:[/–-](?P<z>\d\d)\b(?!\d))?", "month"),
    (r"\b(?P<y>YEAR)(?:\s?\(|,\s|\s)(?P<m>MONTH)(?!\s?\d)\)?", "month"),
    (r"(?P<d>DAY)\s?(?P<m>\d{1,2})\.\s?(?P<y>YEAR)", "day"),
    (r"\b(?P<y>YEAR)\s?[–/-]\s?(?P<z>\d{4}|\d\d)\b(?![–/-]\d)", "years"),
    (r"\b(?P<y>(?:1\d|20)\d)0s\b", "decade"),
    (r"(?P<d>DAY)\s(?:of\s)?(?P<m>MONTH)(?!\s?\d)", "day"),
    (r"\b(?P<m>MONTH)\s(?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?![\d.:/–-])", "day"),
    (r"\bWHEN[\s-](?:the\s)?(?P<m>MONTH)(?!\s?\d|OFYEAR|\s?(?:/|–|-|and\s|or\s|to\s)\s?MONTH)", "month"),
    (r"\b(?P<h>first|second)\shalf\sof\s(?P<y>YEAR)", "half"),
    (
        r"(?:(?<![\d.,/–-])|(?<=mid-)|(?<=late-)|(?<=early-))\b(?P<y>YEAR)\b"
        r"(?![/–]\d|[.:]\d|\s(?:men|people|troops|soldiers|km|pages)\b)",
        "year",
    ),
)


@cache
def _pattern() -> re.Pattern[str]:
    names = one_of(_numbers(), space=r"\ ")
    fill = (("MONTH", rf"(?:{names})\b\.?"), ("YEAR", _YEAR), ("DAY", _DAY), ("OF", _OF), ("WHEN", _WHEN))
    parts = []
    for index, (shape, _) in enumerate(_SHAPES):
        filled = reduce(lambda held, pair: held.replace(*pair), fill, shape)
        numbered = re.sub(r"\(\?P<([a-z])>", rf"(?P<\g<1>{index}>", filled)
        parts.append(f"(?P<shape{index}>{numbered})")
    return re.compile(f"{_ABOUT}(?:{'|'.join(parts)})", re.IGNORECASE)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches around years and month names: nothing else can be part of a date."""
    start = end = -1
    for match in _ANCHOR.finditer(text):
        if not match.group()[0].isdigit() and match.group().casefold() not in _numbers():
            continue
        if match.start() - _REACH > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _REACH)
        end = match.end() + _REACH
    if end >= 0:
        yield start, end


def _raw_dates(text: str) -> Iterator[_Raw]:
    for start, end in _windows(text):
        for match in _pattern().finditer(text, start, end):
            # The group that ends last is that of the shape: all others are parts of one.
            index = int((match.lastgroup or "").removeprefix("shape"))
            kind, printed = _SHAPES[index][1], match.groupdict()
            groups = {name: printed.get(f"{name}{index}") for name in "ymdenzh"}
            first = match.start(f"m{index}") if _SHAPES[index][0].startswith(r"\bWHEN") else match.start()
            if groups["m"] and not _plausible(match.group(f"m{index}"), groups):
                continue
            edtf = _edtf(kind, groups)
            last = match.end() - (text[match.end() - 1] == "." and groups["y"] is None)
            if edtf is not None:
                yield _Raw(first, last, f"{edtf}~" if match["about"] else edtf)


def _plausible(month: str, groups: dict[str, str | None]) -> bool:
    """Leave out what is a verb or a word of the text: `may 12`, `spring` without a year."""
    if not groups["y"] and (month[0].islower() or _number(month) > 12):
        return False
    return month[0].isupper() or month[0].isdigit() or _number(month) > 12 or groups["d"] is not None


def _number(month: str) -> int:
    return int(month) if month.isdigit() else _numbers()[month.rstrip(".").casefold()]


def _edtf(kind: str, groups: dict[str, str | None]) -> str | None:
    year = groups["y"] or "????"
    if kind == "decade":
        return f"{year}0/{year}9"
    if kind == "half":
        return f"{year}-01/{year}-06" if (groups["h"] or "").casefold() == "first" else f"{year}-07/{year}-12"
    if kind == "years":
        return _interval(year, groups["z"] or "")
    if kind == "year":
        return year
    month = f"{year}-{_number(groups['m'] or ''):02d}"
    if kind == "month":
        return f"{month}/{year[:2]}{groups['z']}" if groups["z"] and month[5:] != "24" else month
    if kind == "months":
        return f"{month}/{year}-{_number(groups['n'] or ''):02d}"
    if int(month[5:]) > 12:
        return None
    day = f"{month}-{_day(groups['d']):02d}"
    return day if kind == "day" else f"{day}/{month}-{_day(groups['e']):02d}"


def _day(printed: str | None) -> int:
    digits = re.match(r"\d+", printed or "")
    return int(digits.group()) if digits else 0


def _interval(first: str, last: str) -> str | None:
    full = last if len(last) == 4 else first[:2] + last
    return f"{first}/{full}" if first < full and int(full) < 2100 else None


def _merged(text: str, dates: list[_Raw]) -> Iterator[_Raw]:
    """Join `between A and B` and `from A to B` into one interval."""
    index = 0
    while index < len(dates):
        here = dates[index]
        there = dates[index + 1] if index + 1 < len(dates) else None
        before = _FROM.search(text, max(0, here.start - 18), here.start)
        joined = there is not None and before and _TO.fullmatch(text, here.end, there.start)
        if there is not None and joined and "/" not in here.edtf + there.edtf:
            first = here.edtf.replace("????", there.edtf[:4])
            yield _Raw(here.start, there.end, f"{first}/{there.edtf}")
            index += 2
            continue
        yield here
        index += 1
