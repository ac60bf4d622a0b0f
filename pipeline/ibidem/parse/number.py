"""The figures of a reference: date, volume, issue, report number, pages; taken before words are looked at."""

import re
from dataclasses import dataclass

from ibidem.edtf import Date
from ibidem.parse.date import FoundDate, find_dates
from ibidem.parse.fields import GONE, Draft
from ibidem.parse.name import read_names
from ibidem.parse.page import FoundPages, find_codes, find_count, find_inner, find_labelled, find_last
from ibidem.parse.title import find_italics, find_quoted
from ibidem.parse.type import worded_type
from ibidem.parse.volume import find_bare, find_numbers, find_serials

_URL = re.compile(
    r"(?:<|\(|\b(?:available|retrieved|accessed|online)\s(?:at|from)?:?\s?){0,2}"
    r"(?:https?://|www\.|doi:?\s?10\.|ftp://)[^\s>)\0]{1,300}[>)]?",
    re.IGNORECASE,
)
_ISBN = re.compile(r"\bIS[BS]N(?:-1[03])?:?\s?[\d -]{7,20}[\dXx]")
_VISITED = re.compile(
    r"(?:into\sforce|in\svigore|Kraft\sgetreten|en\svigueur|accessed|visited|retrieved|viewed|consulted|abgerufen|consulté|zugriff)(?:\s(?:on|am|le))?[:\s]*$",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\(?\b(?:\d{1,2}(?:st|nd|rd|th|d|\.)|[Ff]irst|[Ss]econd|[Tt]hird|[Rr]ev(?:ised)?\.?|[Nn]ew)\s(?:rev\.\s)?"
    r"(?:ed(?:ition|n|\.)?|Aufl(?:age|\.)|ser(?:ies|\.))(?!\w)\.?,?"
)
_FETCHED = re.compile(
    r"\b(?:Retrieved|Retirado|Recuperado|Available|Accessed|Last modified)\s(?:from|at|on|de)?[^\0()]{0,200}$"
)
_REPRINT = re.compile(r"\b(?:repr|reprint(?:ed)?|repub|neudruck|nachdruck|rééd)\.?,?\s$", re.IGNORECASE)
_LETTERED = re.compile(r"(?<=\b(?:1[89]|20)\d\d)[a-z](?=[\W_])")
_DATING = re.compile(r"(?<!\w)(?:vom|v\.|dated|datée?\sdu)\s$")
_SERIALS = frozenset({"press-digest", "monitoring-report"})
"""The types of sources that have running numbers such as 92-150."""
_OPENS = ",.;:(/"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the figures say: whether a volume or issue is printed, and the locator."""

    numbered: bool
    locator: str | None


def _shown(draft: Draft) -> str:
    """Give what is left with the quoted and emphasised stretches blanked: their figures belong to titles."""
    shown = draft.rest
    for marked in (*find_quoted(shown), *find_italics(shown)):
        if re.search(r"[^\W\d_]{2}", shown[marked.start : marked.end]):
            shown = shown[: marked.start] + GONE * (marked.end - marked.start) + shown[marked.end :]
    return shown


def choose_date(draft: Draft, start: int) -> Date | None:
    """Take the date of publication: in brackets, or between separators, the last of equals.

    Volumes are masked first where a date could swallow their number (`No. 3 Fall 1995`).
    """
    for match in (*_URL.finditer(draft.rest), *_ISBN.finditer(draft.rest)):
        draft.drop(*match.span())
    for match in _FETCHED.finditer(draft.rest):
        draft.drop(*match.span())
    shown = _shown(draft)
    masked = _LETTERED.sub(" ", shown)
    for one in find_numbers(shown):
        masked = masked[: one.start] + GONE * (one.end - one.start) + masked[one.end :]
    for page in find_labelled(masked):
        if page.unit == "page":
            masked = masked[: page.start] + GONE * (page.end - page.start) + masked[page.end :]
    best: FoundDate | None = None
    score = -1
    for found in find_dates(masked):
        if _VISITED.search(masked, max(0, found.start - 24), found.start):
            draft.drop(found.start, found.end)
            continue
        here = _weight(masked, found, start)
        if here >= score and not (here == score and best is not None and len(best.date.edtf) > len(found.date.edtf)):
            best, score = found, here
    if best is None or score < 1:
        return _dated(draft)
    first, last = best.start, best.end
    if _LETTERED.match(shown, last):
        last += 1
    draft.take("date", first, last, best.date.edtf)
    dating = _DATING.search(shown, max(0, first - 10), first)
    if dating:
        draft.drop(*dating.span())
    return Date(best.date.edtf, draft.text[first:last].strip())


def _dated(draft: Draft) -> Date | None:
    """Give the date that a report of cases has in brackets, taken before."""
    piece = draft.get("date")
    return Date(piece.value, piece.value) if piece else None


def _weight(text: str, found: FoundDate, start: int) -> int:
    before = text[start : found.start].rstrip(" *")[-1:]
    after = text[found.end :].lstrip(" *")[:1]
    bracket = 3 if before == "(" and (after in ");,:" or not after) else 2 if after == ")" or before == "(" else 0
    opened = 1 if before in _OPENS + GONE or not before else 0
    closed = 1 if not after or after in ",.;:)" + GONE else 0
    exact = 1 if len(found.date.edtf) >= 7 and "/" not in found.date.edtf else 0
    spanning = 2 if "/" in found.date.edtf and re.fullmatch(r"\d{4}/\d{4}", found.date.edtf) else 0
    heading = text[start : found.start]
    early = 0 < len(heading.strip()) < 160 and GONE not in heading and len(found.date.edtf) == 4
    if early and re.match(r"[a-z]?\W{0,3}(?:[A-ZÀ-Þ]|\0)", text[found.end :]) and read_names(heading.strip())[0]:
        bracket += 2
    if _REPRINT.search(text, max(0, found.start - 24), found.start):
        bracket -= 3
    return bracket + opened + closed + exact - spanning + (1 if after == GONE else 0)


def take_numbers(draft: Draft, date: Date | None) -> Numbers:
    """Take editions, report numbers, volume and issue, and the locator."""
    edition = _EDITION.search(_shown(draft))
    if edition:
        draft.take("edition", *edition.span())
    locator = None
    for code in find_codes(_shown(draft)):
        draft.take("number" if not draft.has("number") else "code", code.start, code.end, code.value)
        locator = locator or code.value
    for number in find_numbers(_shown(draft)):
        if not draft.has(number.name):
            draft.take(number.name, number.start, number.end, number.value)
    serials = find_serials(_shown(draft)) if worded_type(draft.text, _SERIALS) else ()
    for serial in serials:
        if not draft.has("number") and not draft.has("issue"):
            draft.take("issue", serial.start, serial.end, serial.value)
    locator = locator or _take_locator(draft)
    if not draft.has("volume"):
        bare = find_bare(_shown(draft))
        if bare and (draft.has("locator") or draft.has("pages") or draft.has("issue")):
            draft.take("volume", bare.start, bare.end, bare.value)
    numbered = any(draft.has(name) for name in ("volume", "issue", "number"))
    return Numbers(numbered, locator)


_LEGAL = re.compile(r"(?:[\0)’\",]\s|^)\d{1,3}\s[A-ZÀ-Þ][\w.&'’ -]{1,60}$")
_IN_BOOK = re.compile(r"\sin\s{1,2}[A-ZÀ-Þ][^\0,]{3,80}$")
_VOLUME_AND_PAGES = re.compile(r"(?P<volume>\d{1,4}), (?P<pages>[\d, -]*\d-\d+|\d+)")


def _without_volume(draft: Draft, last: FoundPages) -> FoundPages:
    """Take the volume off `Artificial Intelligence, 70, 335-345`; behind a bracket all figures are pages."""
    match = _VOLUME_AND_PAGES.fullmatch(last.value)
    before = draft.rest[: last.start].rstrip(" ,*")
    if match and (_LEGAL.search(before) or _IN_BOOK.search(before)):
        # `105 LQR 431, 440`: the volume stands before the journal; the piece begins at 431.
        cut = last.start + draft.rest[last.start : last.end].index(",")
        draft.take("pages", last.start, cut, match["volume"])
        return FoundPages(cut + 1, last.end, match["pages"], last.unit)
    if match is None or not re.search(r"[^\W\d_]\.?[\s*,]*\0*$", before):
        return last
    dated = draft.get("date")
    spaced = draft.rest[: last.start].rstrip(" *") == before
    early = dated is not None and re.search(r"[^\W\d_]", draft.rest[dated.end : last.start]) is not None
    if "-" not in match["pages"] and not spaced and not early:
        return last
    cut = last.start + draft.rest[last.start : last.end].index(",")
    draft.take("volume", last.start, cut, match["volume"])
    return FoundPages(cut + 1, last.end, match["pages"], last.unit)


def _take_locator(draft: Draft) -> str | None:
    count = find_count(_shown(draft))
    if count and not re.search(r"\b(?:pp?|pages?)\.?\s*$", draft.rest[: count[0]]):
        draft.drop(*count)
    labelled = find_labelled(_shown(draft))
    at = next((one for one in labelled if one.unit == "at"), None)
    pages = [one for one in labelled if one.unit == "page"]
    chosen = at or (pages[-1] if pages else labelled[-1] if labelled else None)
    for one in labelled:
        if one is chosen:
            draft.take("locator", one.start, one.end, one.value)
        elif one.unit in {"page", "at"}:
            draft.take("pages", one.start, one.end, one.value)
    last = find_last(_shown(draft)) or (None if chosen else find_inner(_shown(draft)))
    if last is None:
        return chosen.value if chosen else None
    dated = draft.get("date")
    if chosen and not draft.has("volume") and dated and draft.text[last.end : dated.start].strip() == "(":
        # Before the year in brackets stands the volume: `*Journal* 88 (1969), p. 12`.
        draft.take("volume", last.start, last.end, last.value)
        return chosen.value
    if chosen is None and not draft.has("volume"):
        last = _without_volume(draft, last)
    if chosen is None:
        draft.take("locator", last.start, last.end, last.value)
        return last.value
    draft.take("pages", last.start, last.end, last.value)
    return chosen.value
