"""RIS: what EndNote, Zotero, Mendeley and most catalogues read (Research Information Systems, 2011)."""

import re
from collections.abc import Iterator

from ibidem.cited import Name
from ibidem.export.bibliography import Bibliography, Entry, cited_in, places
from ibidem.export.kind import kinds
from ibidem.export.when import When, when

_SEASONS = ("", "Spring", "Summer", "Autumn", "Winter")
_RANGE = re.compile(r"([^-\s,;]+)-([^-\s,;]+)")


def to_ris(bibliography: Bibliography) -> bytes:
    """Write the works of a paper as RIS in UTF-8, a line a value.

    What RIS has no tag for: `AN` is the IRI of the work, `C1` its kind where the type says less, `C2` a date (EDTF)
    that `DA` cannot say, `C3` the notes that cite it, with their pages. A name without parts ends in a comma, as
    reference managers mark it, unless it has one inside.
    """
    cited = cited_in(bibliography)
    records = (_record(entry, places(cited.get(entry.key, ()))) for entry in bibliography.entries)
    lines = (f"{tag}  - {value}\r\n" for record in records for tag, value in record)
    return "".join(lines).replace("ER  - \r\n", "ER  - \r\n\r\n").encode()


def _record(entry: Entry, cited: str) -> Iterator[tuple[str, str]]:
    yield "TY", kinds(entry.kind).ris
    yield from ((tag, value) for tag, value in (*_values(entry), ("C3", cited)) if value)
    yield "ER", ""


def _values(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "ID", entry.key
    for tag, names in (("AU", entry.authors), ("A2", entry.editors), ("A4", entry.translators)):
        yield from ((tag, _name(name)) for name in names)
    yield from (("TI", entry.title), ("T2", entry.container), ("T3", entry.series))
    yield from (("VL", entry.volume), ("IS", entry.issue), ("M1", entry.number), ("ET", entry.edition))
    yield from _dates(entry)
    yield from (("PB", entry.publisher), ("CY", entry.place))
    pages = _RANGE.fullmatch(entry.pages)
    yield from (("SP", pages.group(1)), ("EP", pages.group(2))) if pages else (("SP", entry.pages),)
    yield from (("SN", entry.isbn), ("DO", entry.doi), ("UR", entry.url))
    yield from (("M3", entry.genre), ("AV", entry.archive), ("N1", entry.note))
    yield from (("C1", entry.kind if entry.kind != kinds(entry.kind).csl else ""), ("AN", entry.iri))


def _dates(entry: Entry) -> Iterator[tuple[str, str]]:
    found = when(entry.date)
    if found is not None:
        yield from (("PY", f"{found.start[0]:04}"), ("DA", _day(found)))
    yield "C2", "" if found is not None and found.exact and not found.circa and not found.end else entry.date
    accessed = when(entry.accessed)
    yield "Y2", _day(accessed) if accessed is not None else entry.accessed


def _day(found: When) -> str:
    """Write year, month, day and what else is known of it between slashes."""
    year, month, day = (*found.start, 0, 0)[:3]
    if found.season:
        return f"{year:04}///{_SEASONS[found.season]}"
    known = month if 0 < month <= 12 else 0
    return f"{year:04}/{known or '':0>{2 if known else 0}}/{f'{day:02}' if day else ''}/"


def _name(name: Name) -> str:
    if name.family and name.given:
        return f"{name.family}, {name.given}"
    alone = name.family or name.literal
    return alone if "," in alone else f"{alone},"
