"""Idem before a title or a date of its own: the author, or the newspaper, of the reference before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ibidem.cited import Fields, Name
from ibidem.parse.anaphor import Anaphor
from ibidem.parse.page import find_locator
from ibidem.parse.reference import ParsedReference, Source, parse_reference
from ibidem.parse.short import Short

_EDGE = " ,.:*"
_DATED = re.compile(
    r"(?:\d{1,2}\.?\s?(?:[^\W\d_]{3,10}\.?|\d{1,2}\.)\s?|[^\W\d_]{3,10}\.?\s\d{1,2},\s)(?:1[5-9]|20)\d\d"
)

_YEAR = re.compile(r"[\s(]*(?P<year>(?:1[4-9]|20)\d\d[a-z]?)[:,]\s?(?P<pages>\d[\d\s,f.-]{0,30})[\s.)]*")


def read_on(
    text: str, anaphor: Anaphor, people: tuple[Name, ...], held: Sequence[Fields]
) -> tuple[ParsedReference, Source] | None:
    """Read what follows Idem as if the name that it stands for were printed; None where no title follows.

    `people` are the authors of the reference before, `held` what is printed of its work: where that is an issue of a
    newspaper, a date is enough. The source's ranges are code points of `text`.
    """
    rest = text[anaphor.rest :].lstrip(_EDGE)
    serial = next((fields.container for fields in held if fields.container and not fields.title), None)
    if serial is not None and _DATED.match(rest):
        parsed = parse_reference(f"{serial}, {rest}")
        return (parsed, _own(parsed, text, rest, len(serial) + 2, anaphor)) if parsed.source.fields.date else None
    name = people[0].literal if people else "N. N"
    parsed = parse_reference(f"{name}, {rest}")
    if not parsed.source.fields.title:
        return None
    source = _own(parsed, text, rest, len(name) + 2, anaphor)
    return parsed, replace(source, fields=replace(source.fields, authors=people))


def year_alone(text: str, people: tuple[Name, ...]) -> Short | None:
    """Read `1980: 5` behind `Kessler 1974: 77`: another year of the same `people`."""
    match = _YEAR.fullmatch(text)
    return Short(None, people, None, match["year"], find_locator(match["pages"])) if match and people else None


def _own(parsed: ParsedReference, text: str, rest: str, added: int, anaphor: Anaphor) -> Source:
    """Give the source with the ranges of what is printed, without those of the name that was put before it."""
    source = shifted(parsed.source, len(text) - len(rest) - added)
    pieces = tuple(piece for piece in source.pieces if piece.start >= anaphor.rest)
    return replace(source, pieces=pieces, start=max(0, source.start))


def shifted(source: Source, by: int) -> Source:
    """Move a source's ranges, where what was read is the rest of a reference."""
    pieces = tuple(replace(piece, start=piece.start + by, end=piece.end + by) for piece in source.pieces)
    return replace(source, pieces=pieces, start=source.start + by, end=source.end + by)
