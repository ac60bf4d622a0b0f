"""Dates in words: an EDTF string (ISO 8601-2:2019, levels 0 and 1 and sets) as a reader says it."""

import re
from collections.abc import Mapping
from functools import cache

from ibidem.words import read_table

_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_MONTHS = 12
_DOUBTS = {"~": "about ", "?": "perhaps ", "%": "perhaps about ", "": ""}


@cache
def month_names() -> Mapping[int, str]:
    """Give the names of the months, and of the seasons by EDTF's numbers, 21 to 24."""
    names: dict[int, str] = {}
    for name, number in read_table("months"):
        names.setdefault(int(number), name.capitalize() if int(number) <= _MONTHS else name)
    return names


def in_words(edtf: str) -> str:
    """Say a date: `12 May 1992`, `autumn 1992`, `January 1993 to June 1993`, `1994 or 1995`; else as it is."""
    if edtf.startswith("[") and edtf.endswith("]"):
        return " or ".join(in_words(part.strip()) for part in edtf[1:-1].replace("..", ",").split(","))
    parts = edtf.split("/")
    return " to ".join(_plain(part) for part in parts) if all(map(_PLAIN.fullmatch, parts)) else edtf


def in_year(edtf: str) -> str:
    """Say a date beside its year, in short: `12 May`, `autumn`, `Jan to Jun`; the empty text for a year alone."""
    parts = edtf.split("/")
    if not all(map(_PLAIN.fullmatch, parts)):
        return in_words(edtf)
    return " to ".join(dict.fromkeys(filter(None, map(_short, parts))))


def _plain(edtf: str) -> str:
    match = _PLAIN.fullmatch(edtf)
    assert match is not None
    year, month, day, doubt = match.groups()
    parts = (str(int(day)) if day else "", _month(month), year)
    return _DOUBTS[doubt] + " ".join(part for part in parts if part)


def _short(edtf: str) -> str:
    match = _PLAIN.fullmatch(edtf)
    assert match is not None
    _, month, day, doubt = match.groups()
    if not month:
        return ""
    name = _month(month)
    return _DOUBTS[doubt] + (f"{int(day)} {name[:3]}" if day else name)


def _month(number: str | None) -> str:
    if not number:
        return ""
    return month_names().get(int(number), number)
