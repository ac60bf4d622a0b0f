"""Reports of cases, series of treaties and symbols of United Nations documents, which law and diplomacy cite by."""

import re
from functools import cache

from ibidem.parse.fields import GONE, Draft, Piece, clean_title
from ibidem.parse.title import find_italics, find_quoted
from ibidem.words import read_words

_REPORT = re.compile(
    r"\[(?P<year>1[4-9]\d\d|20\d\d)\]\s(?:(?P<volume>\d{1,3})\s)?(?P<container>[A-Z][\w.]*(?:\s\(?[A-Z][\w.]*\)?){0,4})"
    r"\s(?P<pages>\d{1,5})(?!\w)"
)
_VOLUME = re.compile(
    r"(?<=\*,\s)(?P<volume>\d{1,4})\s(?P<container>[A-Z][\w.&'’]*(?:\s[A-Z&][\w.&'’]*){0,6})"
    r"(?:\s(?P<pages>\d{1,5})(?=,\s\d[\dn,\s-]{0,20}\s\([^()]{0,40}(?:1[4-9]|20)\d\d\))"
    r"|(?=\s\d{1,5}\s\([^()]{0,40}(?:1[4-9]|20)\d\d\)))"
)
_CITED = re.compile(
    r"(?<=,\s)(?P<volume>\d{1,4})\s(?P<container>[A-Z][\w.&'’]*(?:\s(?:[A-Z&][\w.&'’]*|\d(?:d|th)\.?)){0,5})\s(?P<pages>\d{1,5})"
    r"(?=(?:,\s[\dn.,\s–-]{1,20})?\s?\((?:[^()]{0,40}\s)?(?:1[6-9]|20)\d\d\))"
)
"""Where a case is reported whose name has no marks (Bluebook, rule 10): `A v. B, 36 F.2d 123, 127 (2d Cir. 1931)`."""
_COURT = re.compile(r"[\s,\dn.–-]{0,24}\((?P<court>[^()]{2,40}\s)(?=(?:1[6-9]|20)\d\d\))")
_RESOLUTION = re.compile(
    r"(?:(?:United Nations|UN|U\.N\.)\s)?(?:Security Council|General Assembly|UNSC|UNGA|S\.?C\.?|G\.?A\.?),?\s"
    r"[Rr]es(?:olution|\.)?\s\d{1,5}(?:/\d{1,4})?(?:\s\((?:[IVXS-]{1,6}|(?P<year>19\d\d|20\d\d))\))?"
)
_SYMBOL = re.compile(
    r"(?:,\s)?\(?(?:U\.?N\.?\s[Dd]oc(?:ument|\.)?\s)?(?<![\w/])(?P<number>(?:A|S|E|ST|CCPR|CAT|CERD|CEDAW|CRC|HRI|DP|FCCC|UNEP)"
    r"(?:/[A-Z][A-Za-z.]{0,12}){0,3}/(?:\d{1,6}|[A-Z][\w.-]{0,12}/\d)[\w./-]*(?:\([IVXLCS-]{1,8}\))?)"
)
_DOCUMENTS = re.compile(
    r"\bU\.?N\.?\b|United Nations|/(?:RES|PV|SR|PRST|INF|Add|Rev|CN|AC|C|SC|S-)\b|/(?:19|20)\d\d/|\bRes"
)
_TITLE_END = re.compile(
    r"[,.]?\s*(?:\0|(?<=\s)\((?![IVX]{1,5}\))|(?<=\s)\[|(?<=\s)(?=arts?\.?\s\d|¶)|(?<=,\s)(?=adopted|signed|opened|done|concluded|entered)|$)"
)
_CASE = re.compile(r"[^\W\d_a-z][^\[\0\"]{0,80}\sv\.?\s[^\W\d_a-z]")


@cache
def _treaty() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in read_words("treaty-series"))
    return re.compile(rf"(?<![\w.])(?P<volume>\d{{1,4}})\s(?P<container>{names})\s(?P<pages>\d{{1,6}})(?!\w)")


def take_legal(draft: Draft, start: int) -> str | None:
    """Take where a case, treaty or United Nations document is printed, and give its type; None for other sources."""
    treaties = list(_treaty().finditer(draft.rest, start))
    report = None if treaties else _reported(draft, start)
    # Of several series the last, which is the one of the United Nations or the League, counts.
    printed = [*treaties[-1:], *([report] if report else [])]
    for match in printed:
        for name, value in match.groupdict().items():
            if value:
                draft.take(name if name != "year" else "date", *match.span(name))
    for match in (*treaties, *printed):
        draft.drop(*match.span())
    if treaties:
        return "treaty"
    resolution = _RESOLUTION.match(draft.rest, _first(draft, start))
    if resolution:
        draft.take("title", *resolution.span())
        if resolution["year"]:
            draft.pieces.append(Piece("date", *resolution.span("year"), resolution["year"]))
    symbol = _SYMBOL.search(draft.rest, start)
    if symbol and _DOCUMENTS.search(draft.rest, start):
        draft.take("number", *symbol.span("number"))
        draft.drop(*symbol.span())
        return None if _marked(draft, start) else "document"
    if resolution:
        return "document"
    if report is not None and _named(draft, start):
        court = _COURT.match(draft.rest, report.end())
        if court and report["pages"]:
            draft.drop(*court.span("court"))
        return "legal_case"
    return "legal_case" if _is_case(draft, start) else None


def _reported(draft: Draft, start: int) -> re.Match[str] | None:
    """Find the volume of reports that a case is printed in."""
    found = _REPORT.search(draft.rest, start) or _VOLUME.search(draft.rest, start)
    return found or (_CITED.search(draft.rest, start) if _named(draft, start) else None)


def _named(draft: Draft, start: int) -> bool:
    return _CASE.match(draft.rest, _first(draft, start)) is not None


def read_legal(draft: Draft, start: int) -> None:
    """Take the title, which reaches to the first bracket or to what was taken."""
    if draft.has("title"):
        return
    first = _first(draft, start)
    marked = find_italics(draft.rest)[:1]
    if marked and not re.search(r"[^\W\d_]", draft.rest[start : marked[0].start]):
        draft.take("title", marked[0].start, marked[0].end, clean_title(draft.text[slice(*marked[0].inner)]))
        return
    stop = _TITLE_END.search(draft.rest, first)
    end = stop.start() if stop else len(draft.rest)
    if GONE not in draft.rest[first:end] and end - first > 2:
        draft.take("title", first, end)


def _first(draft: Draft, start: int) -> int:
    match = re.compile(r"[^\W_]").search(draft.rest, start)
    return match.start() if match else len(draft.rest)


def _marked(draft: Draft, start: int) -> bool:
    return any(one.start >= start for one in (*find_quoted(draft.rest), *find_italics(draft.rest)))


def _is_case(draft: Draft, start: int) -> bool:
    """Tell whether the emphasis that opens the source names two parties: `*X v Y*`."""
    marked = find_italics(draft.rest)[:1]
    if not marked or re.search(r"[^\W\d_]", draft.rest[start : marked[0].start]):
        return False
    return _CASE.match(draft.rest[slice(*marked[0].inner)]) is not None
