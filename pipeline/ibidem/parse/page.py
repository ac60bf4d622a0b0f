"""Pages and other locators as printed: `p. 12`, `pp. 19-20`, `at 171`, `SU/1668, B/17`, a bare number at the end."""

import re
from dataclasses import dataclass
from functools import cache

from ibidem.parse.oneof import one_of
from ibidem.words import read_table

_NUMBER = r"(?:[A-Z]{0,4}\.?\d{1,6}(?:[.:]\d{1,4}){0,3}(?:n\d{1,3}|[a-z])?|[ivxlcIVXLC]{1,8}|passim)(?![\w])"
_MORE = r"(?:\s?-{1,3}\s?|\s?[,&/]\s?(?!(?:1[5-9]|20)\d\d(?!\d))|\s(?:and|und|et|y|to|at)\s(?:pp?\.\s?)?)"
_LIST = rf"{_NUMBER}(?:{_MORE}{_NUMBER}){{0,12}}(?:\s?(?:ff?|sqq?|et\ssuiv|et\ssq|e\sss|y\sss|ss)\b\.?)?"
_CODE = re.compile(
    r"(?<![\w/])[A-Z]{1,5}/\d{1,5}(?:/[A-Z]\d?)?(?:[\s,]{1,3}[A-Z]\d?/\d{1,3}(?:-\d{1,3})?|/\d{1,3}(?:-\d{1,3})?)?(?![\w/])"
)
_AT = re.compile(rf"\bat\s(?:(?:pp?|pages?)\.?\s?)?(?P<value>{_LIST})", re.IGNORECASE)
_LAST = re.compile(
    rf"(?:^|[,:)\"\0’]|(?<=[\w.])\s)\s*(?P<value>\d{{1,5}}(?:{_MORE}\d{{1,5}}){{0,8}}(?:\s?ff?\b\.?)?)"
    r"(?:\s\([^()\0]{3,120}\seds?\.,?\s\0{4}\))?[\s.,\0*()]*$"
)
_INNER = re.compile(r",\s(?P<value>\d{1,5}\s?-{1,2}\s?\d{1,5})(?=\.\s[A-ZÀ-Þ][^.:\d]{1,40}(?::|,\s\0))")
_FIRST = re.compile(rf"[\s,.:;(*]*(?P<value>{_LIST})")
_NUMBERED = re.compile(
    r"[\s,.:;(*]*(?P<value>(?:nos?|n[°º]|Nr|docs?|Dok|vols?|Bd|tome|t|box|folder|file|exp|leg|b|busta|dossier)\.?\s?[\dIVXL]{1,6}(?:\s?-\s?\d{1,6})?)(?!\w)",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"[\s,.:;(*]*(?P<value>\[\d{1,4}\](?:\s?-{1,2}\s?\[\d{1,4}\])?)")
"""The numbered paragraphs of a judgment: `ibid [31]`."""
_LEAF = re.compile(
    r"[\s,.:;(*]*(?P<value>(?:cc?|ff?|л|лл|Л)\.\s?\d{1,4}\s?(?:[rv]\b|об\.?)?(?:\s?-{1,2}\s?\d{1,4}\s?(?:[rv]\b|об\.?)?)?)"
)
_ROMAN_LAST = re.compile(r"[,:)]\s*(?P<value>[ivxlc]{1,8}(?:-[ivxlc]{1,8})?)[\s.\0*)]*$")
_COUNT = re.compile(
    r"(?<![\w.])(?:[ivxlc]{1,7}\s?[,+]\s?)?\d{1,4}\s?(?:pp?|pages|Seiten|S|págs?)\.?(?![\w])(?!\.?\s?\d)"
)


@dataclass(frozen=True, slots=True)
class FoundPages:
    """A locator's range, its value without a page label, and its unit (page, or as labelled)."""

    start: int
    end: int
    value: str
    unit: str


@cache
def _labelled() -> re.Pattern[str]:
    names = one_of((row[0] for row in read_table("locator-labels")), space=r"\ ")
    return re.compile(rf"(?<![\w.])(?P<label>{names})(?:\.\s?|\s|(?=\d))\.?(?P<value>{_LIST})", re.IGNORECASE)


def find_codes(text: str) -> tuple[FoundPages, ...]:
    """Find the report numbers of monitoring services, such as `SU/1668, B/17`."""
    return tuple(FoundPages(*match.span(), match.group().strip(" ,"), "report") for match in _CODE.finditer(text))


def find_labelled(text: str) -> tuple[FoundPages, ...]:
    """Find the locators that have a label or `at`, in order; `text` has plain dashes and spaces."""
    units = {row[0]: row[1] for row in read_table("locator-labels")}
    found = []
    for match in _labelled().finditer(text):
        unit = units[match["label"].casefold()]
        if not re.search(r"\d", match["value"]) and (unit != "page" or match["label"].casefold() in {"s", "ss"}):
            continue
        value = match["value"] if unit == "page" else match.group()
        found.append(FoundPages(*match.span(), tidy(value), unit))
    pointed = (match for match in _AT.finditer(text) if re.search(r"\d", match["value"]))
    found += [FoundPages(*match.span(), tidy(match["value"]), "at") for match in pointed]
    kept: list[FoundPages] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def find_last(text: str) -> FoundPages | None:
    """Find the bare number that ends a reference and points at a page."""
    match = _LAST.search(text, max(0, len(text) - 160)) or _ROMAN_LAST.search(text, max(0, len(text) - 40))
    if match is None:
        return None
    return FoundPages(match.start("value"), match.end("value"), tidy(match["value"]), "page")


def find_inner(text: str) -> FoundPages | None:
    """Find a bare range of pages before the imprint: `In Essays, 68-90. London: Verso`."""
    match = _INNER.search(text)
    return FoundPages(match.start("value"), match.end("value"), tidy(match["value"]), "page") if match else None


def find_count(text: str) -> tuple[int, int] | None:
    """Find a statement of extent such as `312 pp.`, which points at nothing."""
    match = _COUNT.search(text)
    return match.span() if match else None


def tidy(value: str) -> str:
    """Write a locator with plain hyphens and single spaces."""
    return re.sub(r"\s*-{1,3}\s*", "-", re.sub(r"\s+", " ", value)).strip(" ,.;")


def find_locator(text: str) -> str | None:
    """Give the locator of what follows `Ibid.` and its like: labelled, after `at`, or bare at the start."""
    shown = text[:200]
    codes = find_codes(shown)
    if codes:
        return codes[0].value
    labelled = find_labelled(shown)
    bare = _FIRST.match(shown)
    first = labelled and bare and labelled[0].unit != "page" and bare.end() <= labelled[0].start
    if labelled and not (first and bare and bare["value"][0].isdigit()):
        return _with_part(shown, labelled)
    match = _LEAF.match(shown) or _FIRST.match(shown) or _NUMBERED.match(shown) or _PARAGRAPHS.match(shown)
    return tidy(match["value"]) if match else None


def _with_part(text: str, found: tuple[FoundPages, ...]) -> str:
    """Give the first locator, with the second where that is a part of it: `§ 31 Rn. 14`, `art. 5, para. 3`."""
    first, *others = found
    if not others or first.unit not in _WHOLE or others[0].unit not in _PART:
        return first.value
    joined = text[first.end : others[0].start].strip(" ,.") == ""
    return tidy(text[first.start : others[0].end]) if joined else first.value


_WHOLE = frozenset({"section", "article", "chapter"})
_PART = frozenset({"paragraph", "section"})


def is_outside(locator: str, extent: str) -> bool:
    """Tell whether all pages of a locator lie outside a work's; what is not written in figures never does."""
    ends = _pages(extent)
    pages = _pages(locator)
    if len(ends) < 2 or not pages or ends[0] > ends[-1]:
        return False
    return all(not ends[0] <= page <= ends[-1] for page in pages)


def _pages(printed: str) -> list[int]:
    """Give the figures of a range, a shortened end written out: `173-79` is 173 and 179."""
    match = re.fullmatch(r"(\d{1,5})(?:\s?-\s?(\d{1,5}))?", printed.strip())
    if match is None:
        return []
    first, last = match.group(1), match.group(2)
    if last is None:
        return [int(first)]
    return [int(first), int(first[: -len(last)] + last if len(last) < len(first) else last)]
