"""Short forms: `Mott, The Small States, p. 12`, `Mott, 215`, `Steinbach 1979, S. 66`."""

import re
from dataclasses import dataclass

from ibidem.cited import Name
from ibidem.parse.fields import clean_title, flat
from ibidem.parse.letters import LOWER, UPPER
from ibidem.parse.page import find_locator
from ibidem.parse.signal import find_signal
from ibidem.parse.via import find_via

_FAMILY = rf"(?:(?:van|von|de|der|du|la|le|el|al|bin)[\s-])?[{UPPER}][\w'’-]+"
NAMES = (
    rf"{_FAMILY}(?:\s{_FAMILY})?(?:(?:\s?/\s?{_FAMILY}){{1,4}}|(?:,\s{_FAMILY}){{0,3}},?\s(?:and|und|et|y|e|u\.|&)\s{_FAMILY})?"
    r"(?:,?\s(?:et\sal|u\.\s?a)\.?)?"
)
"""The pattern of family names alone: one, two, or several with a slash or `and`."""
_NOTED = r"(?:bes|insb|esp|especially|insbesondere|hier|v\.\s?a|spéc|in\sparticolare)\.?\s"
_VOLUME = r"(?:[IVXLC]{1,6},\s\d{1,3}|[IVXL]{1,5}|(?:Bd|vol|Vol|t|T)\.\s?(?:\d{1,2}|[IVXLivxl]{1,5}))[,:]\s"
_LABEL = (
    r"(?:at\s|pp?\.?\s?|págs?\.\s?|S\.\s?|С\.\s?|pages?\s|chaps?\.?\s?|ch\.\s?"
    r"|(?:cols?|paras?|fols?|arts?|docs?|nos?|Sp|Rn|capp?|Kap|app|tavv?|figs?|Abb|Tab|lib|cc?|ff?|л|гл)\.?\s|§§?\s?|n°\s?"
    r"|(?:apéndice|appendix|appendice|annexe|anexo|Anhang|chapitre|capítulo|capitolo|Kapitel|tabla|tabella|tableau|table|libro)\s)"
)
_NOTES = r"(?:m\.\s?w\.\s?N|mwN|u\.\s?ö)\.?|mit\sweiteren\s(?:Nachweisen|Belegen)|mit\sAnm\.\s\d{1,3}"
_MORE = rf"(?:(?:et\ssuiv|y\sss|e\sss|ss|sqq?)\.?)?(?:\s(?:{_NOTES}))?"
_PAGES = (
    rf"(?!\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}})(?:{_NOTED})?(?:{_VOLUME})?(?:{_NOTED})?{_LABEL}?"
    rf"(?:[\dxvi][\dxvi\s,&fn.:-]*(?:,\s{_NOTED}{_LABEL}?[\dxvi][\dxvi\s,&fn.:-]*)?{_MORE}|passim)"
)
_ASIDE = r"(?:\((?![^()]*(?:1[4-9]|20)\d\d\))[^()]{0,80}\))?"
"""A remark in brackets, which is no imprint: it does not end in a year."""
_TITLED = re.compile(
    rf"(?P<names>{NAMES})[,:]\s(?P<title>[^\d()]{{3,160}}?),?\*?[\"”’']?,?\*?\s(?P<pages>{_PAGES}){_ASIDE}[\s.*]*"
)
_BARE = re.compile(rf"(?P<names>{NAMES})(?:,\s\*?|\s\()(?P<pages>{_PAGES})\)?{_ASIDE}[\s.*]*")
_DATED = re.compile(
    rf"(?P<names>{NAMES}),?\s\(?(?P<year>(?:1[4-9]|20)\d\d[a-z]?)\)?(?:[,:]?\s(?:insbesondere\s|esp\.\s|especially\s)?(?P<pages>{_PAGES}))?"
    r"\)?(?:\([^()]{0,80}\))?[\s.*,]*"
)
_TRAILING = re.compile(rf"(?<=\d),\s(?:[{LOWER}]+\s){{2}}[^;]*$")
"""What a sentence says behind the page: `p. 30, for a dissenting view`."""
_JOURNAL = re.compile(r"(?<![\w.])[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,5}[A-ZÄÖÜ][A-Za-z]{0,4}\s(?:19|20)\d\d,\s\d")
"""A German law journal and its year: `NJW 1989, 1276`."""
_JOINT = re.compile(r",\s(?:and|&)\s|,\s|\s?/\s?|\s(?:and|und|et|y|e|u\.|&)\s")
_OTHERS = re.compile(r",?\s(?:et\sal|u\.\s?a)\.?$")
_PREFACE = re.compile(
    r"^(?:introduction|preface|foreword|afterword|Einleitung|Vorwort|Nachwort|préface|introduzione|prefazione|introducción|prólogo)"
    r"\s(?:to|zu|zur|à|de|a|al|alla|an?)\s[*\"]?",
)
"""A part of a book that the book's title follows: `Brandt, introduction to Color and Commerce, 5`."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Short:
    """A short form: family names, with a short title or a year or neither, and a locator.

    `after` is what follows the first of several names: it may be a title (`Kost, Zoll und Ehre, S. 3`).
    """

    signal: str | None
    names: tuple[Name, ...]
    title: str | None
    year: str | None
    locator: str | None
    after: str | None = None


def parse_short(text: str) -> Short | None:
    """Read a reference that has the shape of a short form; whether it is one, what was cited before decides."""
    if len(text) > _LONGEST:
        return None
    plain = flat(text)
    signal = find_signal(plain)
    body = plain[signal[1] if signal else 0 :].strip(" *(")
    second_hand = next(iter(find_via(body)), None)
    if second_hand and second_hand[0] == 0:
        body = body[second_hand[1] :]
    trailing = _TRAILING.search(body)
    body = body[: trailing.start()] if trailing and not find_via(trailing.group()) else body
    for pattern in (_DATED, _BARE, _TITLED):
        match = pattern.fullmatch(body)
        if match and not (pattern is _DATED and _JOURNAL.search(body)):
            found = match.groupdict()
            title = clean_title(_PREFACE.sub("", found["title"])) if found.get("title") else None
            locator = find_locator(found["pages"]) if found.get("pages") else None
            after = found["names"].partition(", ")[2] or None
            said = signal[0] if signal else None
            return Short(said, _names(found["names"]), title, found.get("year"), locator, after)
    return None


def _names(printed: str) -> tuple[Name, ...]:
    bare = _OTHERS.sub("", printed)
    return tuple(Name(part.strip()) for part in _JOINT.split(bare) if part.strip())
