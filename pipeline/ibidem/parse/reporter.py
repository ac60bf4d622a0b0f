"""Law reports and series that cases, orders and articles are cited by: `740 F.3d 623`, `29 FCC Rcd at 5562`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ibidem.parse.date import months
from ibidem.parse.fields import flat
from ibidem.parse.letters import UPPER
from ibidem.parse.page import find_locator
from ibidem.parse.signal import find_signal

_TOKEN = rf"[{UPPER}][\w.'’&]{{0,16}}"
_SERIES = rf"{_TOKEN}(?:\s(?:{_TOKEN}|\d(?:d|th)\.?|&|of|the)){{0,6}}?"
_PAGE = r"\d{1,6}(?![\w/])"
_REPORTED = re.compile(
    rf"(?<![\w.,/-])(?<!\d,\s)(?P<volume>\d{{1,4}})\s(?P<series>{_SERIES})(?:\s\(\d{{1,2}}\s[A-Z][a-z]+\.?\))?\s(?P<at>at\s)?(?P<page>{_PAGE})"
)
_GERMAN = re.compile(
    r"(?<![\w.])(?P<series>[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,5}[A-ZÄÖÜ][A-Za-z]{0,4}(?:-RR)?)\s(?P<volume>\d{1,3}|(?:19|20)\d\d)"
    r"(?:\s\((?:18|19|20)\d\d\))?,\s(?:S\.\s)?(?P<page>\d{1,5})(?!\d)"
)
"""German reports and law journals put the series first: `BVerfGE 7, 198`, `NJW 1989, 1276`."""
_OFFICIAL = re.compile(
    r"(?:(?:BT|BR|LT)-(?:Drs|Drucks|Drucksache|Plenarprotokoll|PlPr)\.?|(?:COM|KOM|SEC|SWD)\s?\(\d{4}\)|(?:Cmn?d?|Cm|Cd|HC|HL)\s(?=\d))\s?\d{1,5}(?:[/-]\d{1,6})?"
)
"""Numbered papers of parliaments and commissions: `BT-Drucks. 16/10120`, `COM(2001) 593`, `Cm 6234`."""
_YEARED = re.compile(r"\((?:[^()]{0,60}[\s,])?(?:1[6-9]|20)\d\d\)")
_LETTERS = re.compile(r"[\W_]+")
_HEAD = 120
_AT = re.compile(
    rf"(?:\d{{4}}\s|\d{{1,3}}(?:st|nd|rd|th)\s)?[{UPPER}][\w.'’&/-]*"
    rf"(?:[,:]?\s(?:[{UPPER}\d][\w.'’&/-]*|of|the|and|et|al\.|&|for|in|on|to|\([{UPPER}][^()]{{2,60}}\))){{0,14}}?,?\s"
    r"(?:at\s(?=(?:nn?\.|notes?|paras?\.?|pp?\.?|¶{1,2}|§{1,2})?\s?(?:\d|[ivxl]{1,6}\b|[A-Z]{1,3}-\d))|(?=§{1,2}\s?\d))"
)


@dataclass(frozen=True, slots=True)
class Reported:
    """A volume of a series and a page, as printed; `key` tells one volume from others however it is spelt.

    `at` says that the page alone is pointed at, which short forms do.
    """

    start: int
    end: int
    key: tuple[str, str]
    page: str
    at: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A short form that names its work and the volume, or the page alone: `Verizon, 740 F.3d at 645`, `Order at 3`.

    `key` is None where no volume is printed; `sure` says that nothing but a short form is printed so.
    """

    signal: str | None
    name: str
    key: tuple[str, str] | None
    locator: str | None
    sure: bool


@lru_cache(maxsize=1024)
def find_reported(text: str) -> tuple[Reported, ...]:
    """Find the volumes of series in a text, in order; a date is none."""
    found = []
    for match in _REPORTED.finditer(flat(text)):
        first = match["series"].split()[0].casefold().rstrip(".")
        year = re.fullmatch(r"(?:1[5-9]|20)\d\d", match["page"]) and not match["at"]
        dated = year and "." not in match["series"] and not match["series"].isupper()
        series = match["series"]
        plain_word = series.isalpha() and series[1:].islower()
        if first not in months() and not dated and not plain_word:
            key = match["volume"], _LETTERS.sub("", match["series"].casefold())
            found.append(Reported(*match.span(), key, match["page"], match["at"] is not None))
    for match in _GERMAN.finditer(flat(text)):
        found.append(Reported(*match.span(), (match["volume"], match["series"].casefold()), match["page"], at=False))
    return tuple(found)


@cache
def _edge() -> str:
    return " \t,.;:*_\"“”‘’'()[]"


def parse_named(text: str) -> Named | None:
    """Read a reference that is a name with a volume, or with `at`; whether it is short, what was cited decides."""
    plain = flat(text)
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    said = signal[0] if signal else None
    reported = next(iter(find_reported(plain[: start + 2 * _HEAD])), None)
    if reported is not None and start < reported.start <= start + _HEAD:
        name = plain[start : reported.start].strip(_edge())
        if name and not _YEARED.search(plain, reported.end):
            locator = find_locator(plain[reported.end - len(_last(plain, reported)) :]) if reported.at else None
            return Named(said, name, reported.key, locator, reported.at)
        return None
    match = _AT.match(plain, start)
    if match is None or reported is not None:
        return None
    name = re.sub(r",?\sat\s$", "", match.group()).strip(_edge())
    at = match.end() - 3 if plain[match.end() - 3 : match.end()] == "at " else match.end()
    return Named(said, name, None, find_locator(plain[at:]), False)


def _last(plain: str, reported: Reported) -> str:
    match = re.search(r"\d+$", plain[reported.start : reported.end])
    return match.group() if match else ""


def is_reported(text: str) -> bool:
    """Tell whether a stretch cites a volume of a series, or names a source with `at` and a page."""
    plain = flat(text)
    signal = find_signal(plain)
    start = signal[1] if signal else 0
    return bool(find_reported(plain)) or any(one.match(plain, start) for one in (_AT, _OFFICIAL))
