"""Documents that lie in archives: the holding and its shelf mark, `TNA, FO 371/1234`, `RG 59, box 12, folder 3`."""

import re
from collections.abc import Iterator
from functools import cache

from ibidem.parse.fields import GONE, Draft, clean_title
from ibidem.parse.imprint import is_place
from ibidem.parse.oneof import one_of
from ibidem.parse.title import find_italics, find_quoted
from ibidem.words import read_words

_SERIES = re.compile(
    r"(?<!\w)(?:FO|CO|CAB|WO|PREM|ADM|AIR|HO|BT|DO|FCO|DEFE|KV|HS|GFM|IOR|LAB|INF|POWE|PRO|SPO?|T)\s?\d{1,4}/\d[\w/.-]*"
    r"|(?<!\w)(?:RG|Record\sGroup|Entry|CREST)\s\d{1,4}(?!\w)"
)
"""Series of record offices that name the holding by themselves."""
_MARK = re.compile(
    r"(?<!\w)(?:[A-Z]{1,5}\d{0,3}(?:[\s/.-][\dA-Z]{1,8}){0,6}[\s/.-]\d[\w./-]*|(?:MSS?|Add|Ms)\.?\s[\w.]{1,12}\s?\d*"
    r"|(?:[Bb]ox|[Ff]older|[Ff]ile|[Ff]asc|b|[Bb]usta|[Cc]arton|[Ll]eg(?:ajo)?|[Dd]ossier|[Aa]kte|[Nn]r|[Rr]oll|[Rr]eel|[Cc]aja|[Pp]iece)\.?\s[\d\"][\w/.-]*"
    r"|(?:fond|f|opis|op|delo|d|l)\.\s?\d+|(?:[Фф]|[Оо]п|[Дд]|[Ее]д\.\sхр|[Кк]арт|[Пп]ап)\.\s?\d+|(?:[Ll]iasse|[Ll]ayette|[Rr]eg|[Cc]od|[Cc]lm|[Ss]ign)\.?\s\d+)"
)
_LEAF = re.compile(
    r"(?<!\w)(?:fols?|ff?|cc?|Bl|Л|л|лл)\.\s?\d{1,4}\s?(?:[rv]\b|об)?|(?<!\w)(?:mss?|Hs)\.\s(?:[a-z]{2,4}\.\s)?\d"
)
"""A leaf, which printed books have not: with an archive's name it says that what is cited lies there."""
_UNIT = re.compile(r"[A-ZÄÖÜ][^\W\d_]+(?:\s[^\W\d_]+){0,3}\s\d{1,5}")
"""A holding with its number, right behind the archive: `Biccherna 2`."""
_CHUNK = re.compile(r"[^,;:()]+")
_WRITTEN = re.compile(r"\sto\s|\san\s[a-z]|(?<!\w)(?:1[4-9]|20)\d\d(?![\w/])")


@cache
def _holders() -> re.Pattern[str]:
    names = one_of(read_words("archives"), space=r"\ ")
    long = one_of((name for name in read_words("archive-names") if len(name) > _TINY), space=r"\ ", cased=True)
    short = rf"(?<![^,;:(]\s)(?:{long})(?=[,.:;)]|$)"
    return re.compile(rf"(?<!\w)(?:{names}|(?-i:{_NAMED})|(?-i:{short}))(?!\w)", re.IGNORECASE)


_TINY = 2
"""Short names of so few letters are read only where they open a reference: they may be initials, or `AD 400`."""
_NAMED = r"[^\W\d_]{2,25}archivs?|Archiv[ioe]+s?|Archives|Архив"
"""What archives of one language call themselves: `Hofkammerarchiv`."""


@cache
def _opening() -> re.Pattern[str]:
    """Give the pattern of a short name that opens a reference, before a number: `AN, F7 4210`, `BnF, ms. fr. 212`."""
    names = one_of(read_words("archive-names"), space=r"\ ", cased=True)
    number = r"(?:[^\d;]{0,60}\s)?[A-Z]{0,3}\s?[\d/]{1,8}"
    return re.compile(rf"[\s(]*(?P<name>{names}),\s{number}")


_ACRONYM = re.compile(r"[\s(]*(?P<name>[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,5}[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,3}),\s")
"""A short name that a paper gives an archive of its own, before a shelf mark with a leaf: `StAC, 30040, Bl. 4`."""


def _is_shelved(text: str, start: int) -> bool:
    return _ACRONYM.match(text, start) is not None and _LEAF.search(text, start) is not None


def find_archive(text: str, start: int = 0) -> tuple[int, int] | None:
    """Find the holding and shelf mark of a document; None where no archive or no shelf mark is named.

    A title in quotation marks names neither: “The Literary Archive of a City”.
    """
    if not _is_kept(text, start):
        return None
    for quoted in find_quoted(text):
        inner = re.sub(r"[^\W\d_]", "-", text[quoted.start : quoted.end])
        text = f"{text[: quoted.start]}{inner}{text[quoted.end :]}"
    if not _is_kept(text, start):
        return None
    chunks = list(_chunks(text, start))
    held = [_names_holding(text[first:last]) for first, last in chunks]
    if True not in held:
        return None
    at = held.index(True)
    last = at
    for index in range(at + 1, len(chunks)):
        chunk = text[slice(*chunks[index])]
        if held[index] or is_place(chunk) or (_UNIT.fullmatch(chunk) and index - last == 1):
            last = index
        elif _WRITTEN.search(chunk) or index - last > 1 or GONE in text[chunks[index - 1][1] : chunks[index][0]]:
            break
    first = at - 1 if at and is_place(text[slice(*chunks[at - 1])]) else at
    return chunks[first][0], chunks[last][1]


def _is_kept(text: str, start: int) -> bool:
    """Tell whether a text names a series, or an archive and a shelf mark."""
    if _SERIES.search(text, start) or _opening().match(text, start) or _is_shelved(text, start):
        return True
    marked = _MARK.search(text, start) or _LEAF.search(text, start)
    return marked is not None and _holders().search(text, start) is not None


def _chunks(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in _CHUNK.finditer(text, start):
        inner = match.group().strip(' ."\0')
        if inner:
            begin = match.start() + match.group().index(inner)
            yield begin, begin + len(inner)


def _names_holding(chunk: str) -> bool:
    if _WRITTEN.search(chunk) and not _SERIES.search(chunk):
        return False
    if _ACRONYM.fullmatch(f"{chunk}, "):
        return True
    return any(one.search(chunk) for one in (_SERIES, _holders())) or _MARK.match(chunk) is not None


def take_archive(draft: Draft, start: int) -> str | None:
    """Take the holding as what a document stands in; give its type, or None where it lies in no archive."""
    found = find_archive(draft.rest, start)
    if found is None:
        return None
    draft.take("container", *found)
    return "manuscript"


def read_document(draft: Draft, start: int) -> None:
    """Take the title of a document in an archive: what stands in marks, else what is left before or behind it."""
    marked = sorted((*find_quoted(draft.rest), *find_italics(draft.rest)), key=lambda one: one.start)
    if marked:
        draft.take("title", marked[0].start, marked[0].end, clean_title(draft.text[slice(*marked[0].inner)]))
        return
    for match in re.compile(r"[^\0;]+").finditer(draft.rest, start):
        if re.search(r"[^\W\d_]{3}", match.group()):
            draft.take("title", *match.span())
            return
