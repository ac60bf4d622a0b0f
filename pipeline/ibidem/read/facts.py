"""What a text says of dates, DOIs, ISSNs, licences and names: one reading of them for the readers of all formats."""

import re
from functools import cache

from ibidem.edtf import is_edtf
from ibidem.words import read_table, read_words

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s].*)?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_DAY_MONTH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)? (?:de )?)?([^\W\d_]{3,12})\.?,? (?:del? )?"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})"
)
_MONTHS = 12
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]{1,200}")
_ISSN = re.compile(r"\d{4}-\d{3}[\dXx]")
_NAMED_ISSN = re.compile(r"\bISSN\b[^\d\n]{0,12}(\d{4})[-–](\d{3}[\dXx])", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?creativecommons\.org/((?:licenses|publicdomain)/[\w./-]{2,40})")
_NAMED = re.compile(r"\b(?:CC|Creative\sCommons)(?![^\W\d_])", re.IGNORECASE)
_PARTS = re.compile(
    r"[\W_]{0,3}(?:cc[\W_]{1,2})?(by(?:-(?:nc|sa|nd)){0,3})(?![^\W_])[^\d;]{0,45}([1-4]\.0|2\.[15])(?![\d%])"
)
_ZERO = re.compile(r"(?:0|\W?zero)(?![^\W_])")
_JOINT = re.compile(r"(?<![^\W_])(by|nc|sa|nd)\s?[\s‐‑–—/,-]\s?(?=(?:nc|sa|nd)(?![^\W_]))")
_AHEAD = 180
_ORDER = ("by", "nc", "nd", "sa")
_BETWEEN = re.compile(r"\s*[;&·•|\n]\s*|\s*,\s*(?:(?:and|und|et|y|e|и)\s+)?|\s+(?:and|und|et|y|e|и)\s+")
_MARKS = " \t*∗†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹0123456789.,"
_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"[IVX]+")
_LONGEST_NAME = 6


def edtf_of(text: str) -> str | None:
    """Give a text that is one date as EDTF: 2016-05-12, 12.5.2016, 12 May 2016, mai 2016; None for any other."""
    text = " ".join(text.split())
    match = _DATE.fullmatch(text)
    if match is not None:
        return _dated(match[1], match[2], match[3])
    dotted = _DOTTED.fullmatch(text)
    if dotted is not None:
        return _dated(dotted[3], dotted[2], dotted[1])
    named = _DAY_MONTH.fullmatch(text)
    month = _months().get(named[2].casefold()) if named is not None else None
    if named is None or month is None:
        return None
    if month > _MONTHS:
        return f"{named[4]}-{month}"
    return _dated(named[4], str(month), named[1] or named[3])


def _dated(year: str, month: str | None, day: str | None) -> str:
    parts = [year]
    for piece, most in ((month, _MONTHS), (day, 31)):
        if piece is None or not 1 <= int(piece) <= most:
            break
        parts.append(f"{int(piece):02d}")
    whole = "-".join(parts)
    return whole if is_edtf(whole) else "-".join(parts[:2])


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in read_table("months")}


def doi_of(text: str) -> str | None:
    """Give the first DOI in a text."""
    match = _DOI.search(text)
    if match is None:
        return None
    doi = match.group().rstrip(".,;:")
    while doi.endswith((")", "]")) and doi.count(doi[-1]) > doi.count({")": "(", "]": "["}[doi[-1]]):
        doi = doi[:-1].rstrip(".,;:")
    return doi


def issn_of(text: str) -> str | None:
    """Give the first ISSN in a text that holds identifiers."""
    match = _ISSN.search(text)
    return match.group().upper() if match else None


def printed_issn(text: str) -> str | None:
    """Give the first ISSN that a text calls so."""
    match = _NAMED_ISSN.search(text)
    return f"{match[1]}-{match[2].upper()}" if match else None


def licence_of(text: str) -> str | None:
    """Give the address of the Creative Commons licence that a text gives or names with its version: CC BY-SA 4.0."""
    match = _ADDRESS.search(text)
    if match is not None:
        address = match.group().rstrip(".-")
        return address if address.startswith("http") else f"https://{address}"
    for named in _NAMED.finditer(text):
        behind = _shortened(text[named.end() : named.end() + _AHEAD])
        if _ZERO.match(behind):
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        parts = _PARTS.match(behind)
        if parts is not None:
            kinds = "-".join(kind for kind in _ORDER if kind in parts[1].split("-"))
            return f"https://creativecommons.org/licenses/{kinds}/{parts[2]}/"
    return None


def _shortened(text: str) -> str:
    """Write the parts of a licence short, with hyphens between them."""
    text = " ".join(text.casefold().replace("’", "'").split())
    for printed, short in _kinds():
        text = text.replace(printed, short)
    return _JOINT.sub(r"\1-", text)


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Give the printed forms of the parts of licences, the longest first."""
    return tuple(sorted(((row[0], row[1]) for row in read_table("licence-words")), key=lambda row: -len(row[0])))


def names_of(text: str) -> tuple[str, ...]:
    """Give the people of a line of authors: what is an institution, an address or no name is left out."""
    return tuple(written(name) for name in (part.strip(_MARKS) for part in _BETWEEN.split(text)) if _is_name(name))


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= _LONGEST_NAME or "@" in text or any(char.isdigit() for char in text):
        return False
    small, bodies = read_words("particles"), frozenset(read_words("organisation-words"))
    if re.sub(r"[\s.]", "", text).casefold() in read_words("degrees"):
        return False
    if any(word.casefold().strip(".,") in bodies for word in words):
        return False
    return all(word[0].isupper() or word in small or not word[0].isalpha() for word in words) and words[-1][0].isupper()


def written(name: str) -> str:
    """Write a name in capitals throughout as names are written: ANNE O'HARA VAN DER BERG, Anne O'Hara van der Berg."""
    words = name.split()
    if not name.isupper() or not any(len(word.strip(".-")) > 3 for word in words):
        return name
    small = read_words("particles")
    return " ".join(
        word.casefold() if at and word.casefold() in small else word if _stays(word) else _WORD.sub(_capital, word)
        for at, word in enumerate(words)
    )


def _stays(word: str) -> bool:
    return "." in word or len(word) == 1 or _NUMERAL.fullmatch(word) is not None


def _capital(match: re.Match[str]) -> str:
    return match.group().capitalize()
