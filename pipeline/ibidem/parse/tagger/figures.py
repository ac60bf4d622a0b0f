"""Figures out of a stretch that holds nothing else: volume and issue, pages, dates, addresses, numbers of books."""

import re
from functools import lru_cache

from ibidem.edtf import Date, is_edtf
from ibidem.parse.date import find_dates
from ibidem.parse.fields import clean, flat

_VOLUME = r"(?:vols?|volumes?|v|bde?|band|tomes?|tomo|t|jg|jahrgang|том|т)"
_ISSUE = r"(?:nos?|nrs?|n[º°o]|№|n|iss(?:ues?)?|heft|h|number|num|núm|numéros?|fasc|#)"
_ID = r"[^\W_]+(?:\s?[-/&+]\s?[^\W_]+)?"
_ISSUED = re.compile(rf"(?<!\w){_ISSUE}(?!\w)\.?\s*(?P<issue>{_ID})", re.IGNORECASE)
_COUNTED = re.compile(
    r"\(?(?:\d{1,3}|two|three|four|five|six)\s(?:vols?|volumes|bde|bände|voll|tomos|tomes|тт?)\.?\)?", re.IGNORECASE
)
_LED = re.compile(rf"^\W*{_VOLUME}(?![^\W\d_])\.?\s*", re.IGNORECASE)
_PAIRED = re.compile(r"(?P<volume>.*?\w)\s*\(\s*(?P<issue>[^()]+?)\s*\)?\W*")
_JOINED = re.compile(r"(?P<volume>\d+|[IVXLC]+)\s*[/:.]\s*(?P<issue>\d+(?:[-/]\d+)?)")
_FIGURED = re.compile(r"\d|\b[ivxlc]+\b", re.IGNORECASE)
_PAGED = re.compile(
    r"\b(?:pages?|pp?|pgs?|seiten?|ss?|págs?|página?s?|fols?|стр?|с)\b\.?|\bpp?\.?(?=\d)", re.IGNORECASE
)
_AT = re.compile(
    r"\s*,?\s+(?:at|hier|here|esp\.?|especially|insb\.?|bes\.?)\s+(?=\S*\d)|(?<=\d)\s*\[\s*(?=\d)|(?<=\d),\s+(?=\d{1,5}\.?$)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"^(?:(?:at|hier|here|esp|especially|insbesondere|insb|besonders|bes)\b\.?\s*)+(?=\S*\d)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_ALONE = re.compile(r"[\s(\[]*(?P<year>(?:1[0-9]|20)[0-9]{2})[\s.,;:)\]]*")
"""A year and nothing else: the commonest date."""
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+", re.IGNORECASE)
_ISBN = re.compile(r"[\dXx](?:[\s-]?[\dXx]){7,16}")
_APPROXIMATE = re.compile(r"\b(?:c|ca|circa|um)\.?\s", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def read_volume(text: str) -> tuple[str | None, str | None]:
    """Read volume and issue, each None where it is not printed: `vol. 36, no. 9`, `61(2)`, `No. 4`, `12/3`."""
    bare = flat(text).strip(" ,.;:\0")
    if _COUNTED.fullmatch(bare):
        # How many volumes there are says of none of them which it is.
        return None, None
    inner = bare.strip("()") if bare.count("(") != bare.count(")") or bare.startswith("(") else bare
    issued = _ISSUED.search(inner)
    if issued and (issued.start() == 0 or _FIGURED.search(inner, 0, issued.start())):
        return _tidy(_LED.sub("", inner[: issued.start()])), _tidy(issued["issue"])
    paired = _PAIRED.fullmatch(bare)
    if paired:
        return _tidy(_LED.sub("", paired["volume"])), _tidy(paired["issue"])
    bare = _LED.sub("", inner)
    joined = _JOINED.fullmatch(bare)
    if joined:
        return joined["volume"], joined["issue"]
    return _tidy(bare), None


def _tidy(text: str) -> str | None:
    return re.sub(r"\s+", " ", text).strip(" ,.;:()[]/\0") or None


@lru_cache(maxsize=20_000)
def read_pages(text: str) -> tuple[str | None, str | None]:
    """Read the pages of a piece and the page that is pointed at: `169, at 171`, `pp. 12-34`, `3–9, hier 5`."""
    # Where other fields were taken out, the space is long.
    bare = _POINTS.sub("", re.sub(r"\s+", " ", _PAGED.sub(" ", flat(text))).strip(" ,.;:()[]"))
    parts = _AT.split(bare, maxsplit=1)
    pages = [re.sub(r"\s*-+\s*", "-", re.sub(r"\s+", " ", part)).strip(" ,.;:()[]\0") for part in parts]
    return pages[0] or None, (pages[1] or None) if len(pages) > 1 else None


@lru_cache(maxsize=20_000)
def read_date(text: str) -> Date | None:
    """Read the date of a stretch at its printed precision; the year alone where the rest is not understood."""
    printed = clean(text)
    alone = _ALONE.fullmatch(text)
    if alone:
        return Date(alone["year"], printed)
    found = find_dates(text.replace("\0", " "))
    best = max(found, key=lambda one: (one.complete, len(one.date.edtf)), default=None)
    if best is not None:
        return Date(best.date.edtf, printed)
    year = _YEAR.search(text)
    if year is None:
        return None
    edtf = f"{year.group()}~" if _APPROXIMATE.search(text) else year.group()
    return Date(edtf, printed) if is_edtf(edtf) else None


def completed(year: Date, later: str) -> Date:
    """Complete a year by the day or month that stands further on, without a year or with the same: `2011 … 7 March`."""
    found = find_dates(later.replace("\0", " "), year=int(year.edtf))
    day = next((one.date.edtf for one in found if one.date.edtf.startswith(f"{year.edtf}-")), None)
    return Date(day, f"{year.printed} … {clean(later)}") if day else year


def read_doi(text: str) -> str | None:
    """Read a DOI without what stands before it."""
    found = _DOI.search(text)
    return found.group().rstrip(".,;:)]>\"'”’") if found else None


def read_address(text: str) -> str | None:
    """Read the address of a page; one that a line break cut is joined."""
    joined = re.sub(r"(?<=[/.=?&_-])\s+(?=[\w/])", "", text)
    found = _ADDRESS.search(joined)
    return found.group().rstrip(".,;:)]>\"'”’") if found else None


def read_isbn(text: str) -> str | None:
    """Read the number of a book or a serial."""
    found = _ISBN.search(text)
    return found.group() if found else None
