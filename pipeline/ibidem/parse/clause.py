"""Clauses: the stretch of a sentence that reports one dated thing."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ibidem.edtf import Date, is_edtf
from ibidem.parse.date import FoundDate
from ibidem.parse.event_kind import has_noun
from ibidem.parse.evidence import provision_opening
from ibidem.parse.lexicon import one_of, past_verb, treaty_nouns, treaty_verbs

_LONGEST_DAYS = 740
"""What is dated more loosely than two years and a little is dated to a period, not to a year."""
_STOP = re.compile(r";\s")
_BREAKS = (
    re.compile(r",\s(?=(?:but|while|whereas|yet|so\sthat)\s|and\s(?![A-Z]))"),
    re.compile(r",\s(?=(?:when|where|which|who|after\swhich)\s)"),
    re.compile(r"\s(?=but\s)"),
    re.compile(
        r"\s(?=and\s(?:(?:in|on|by|at|from|until|during|later|then|finally|again|its|their|his|her|the|was|were|of)\s|\d))"
    ),
    re.compile(r"\s(?=(?:when|where|while|before|after|until)\s)"),
    re.compile(r",\s(?=(?:in|on|by|at|from|until|during|later|then|finally)\s)"),
    re.compile(r",\s(?=(?:the|an?|he|she|it|they|his|her|their|its)\s)"),
    re.compile(rf",\s(?={past_verb()}\s)"),
    re.compile(r",?\s(?=and\s)"),
)
"""Where two dated things are parted, the surest place first."""
_NEAREST = 12
"""Dates closer than this, in code points, are parted by a semicolon only."""
_VERB = re.compile(rf"\b(?:is|are|has|have|{past_verb()})\b")
_UNTIL = re.compile(r"\s(?:until|to|through|till)\s{1,2}(?:late|early|mid|the\send\sof)?[\s-]{0,2}")
_FROM = re.compile(r"\bfrom\s(?:[^.;,]|[.,]\d){1,60}?\s(?:in\s)?$", re.IGNORECASE)
_TO = re.compile(r"\sto\s(?:[^.;,]|[.,]\d){1,60}\s(?:in|by)\s")
_AND_IN = re.compile(
    r",\s(?P<cut>)(?:and|but)\s(?:in|on|by|from|until|since|at)\s(?:the\s)?(?:early\s|late\s|mid-?|end\sof\s)?$"
)
_CITED = re.compile(
    r"\(\s?(?:[^()]{0,60}[,\s])?(?:1\d|20)\d\d[a-z]?(?:\s?[–-]\s?\d{2,4})?(?:\s?[:,]\s?[\d–-]{1,9})?\s?\)"
)
_CONNECTED = re.compile(r"(?:and|after|following|before|during|then|with|despite)\s", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:(?:and|but|yet)\s(?:later\s|then\s)?|(?:however|again|moreover|furthermore|further|similarly|thus|hence|finally|meanwhile"
    r"|nevertheless|indeed|therefore|consequently),\s)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"according\sto\s[^,.;]{1,90},\s(?:[A-Z][^,.;]{1,60},\s)?", re.IGNORECASE)


def reported_clauses(
    text: str, start: int, end: int, dates: tuple[FoundDate, ...]
) -> tuple[tuple[int, int, FoundDate], ...]:
    """Cut the sentence `text[start:end]` into one clause a date; dates that nothing parts share the first one's clause.

    Decades and other periods of more than two years, and the years of a citation in parentheses, do not count.
    """
    inside = _told_of(text, list(_joined(text, [date for date in dates if is_reported(text, date)])))
    if not inside:
        return ()
    opening = _AND_IN.search(text, max(start, inside[0].start - 30), inside[0].start)
    cuts = [opening.end("cut") if opening is not None and _VERB.search(text, start, opening.start()) else start]
    kept = [inside[0]]
    for index, (before, after) in enumerate(pairwise(inside), start=2):
        until = inside[index].start if index < len(inside) else end
        cut = _cut_between(text, cuts[-1], before.end, after.start)
        if cut is not None and (_VERB.search(text, cut, until) or has_noun(text[cut:until])):
            cuts.append(cut)
            kept.append(after)
    pairs = zip(cuts, [*cuts[1:], end], kept, strict=True)
    return tuple((*narrowed(text, first, last, date.start), date) for first, last, date in pairs)


def _told_of(text: str, dates: list[FoundDate]) -> list[FoundDate]:
    """Leave out the dates that only name a treaty, or that the next one says better."""
    pairs = pairwise([*dates, None])
    return [date for date, after in pairs if date is not None and (after is None or not _gives_way(text, date, after))]


def _gives_way(text: str, date: FoundDate, after: FoundDate) -> bool:
    """Tell of "the treaty of 22 April 1930 was ratified in October 1930" that the first date only names it."""
    if not date.complete and date.date.earliest <= after.date.earliest and after.date.latest <= date.date.latest:
        # "Two years later it was signed on 16 September 1987": the day is the date.
        return True
    if _named_treaty().search(text, max(0, date.start - 90), date.start) is None:
        return False
    return _done_to_it().match(text, date.end) is not None or text[date.end : after.start].strip() in ("in", "on")


@cache
def _done_to_it() -> re.Pattern[str]:
    made = one_of(form for form, (_, use) in treaty_verbs().items() if use == "made")
    return re.compile(rf",?\s(?:was|were|(?:had|has)\sbeen)\s(?:\w{{3,9}}\s)?(?:{made})\b")


@cache
def _treaty_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(treaty_nouns())})\b", re.IGNORECASE)


@cache
def _named_treaty() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(treaty_nouns())})\b(?:\s[^.;:,\d]{{1,60}}?)?\s(?:of|dated)\s$", re.IGNORECASE)


def _joined(text: str, dates: list[FoundDate]) -> Iterator[FoundDate]:
    """Join "from late August until November" and "from 10 in 1816 to 24 in 1871" to one interval."""
    at = 0
    while at < len(dates):
        one, other = dates[at], dates[at + 1] if at + 1 < len(dates) else None
        edtf = f"{one.date.edtf}/{other.date.edtf}" if other is not None else ""
        if other is not None and _spans(text, one, other) and is_edtf(edtf) and "/" not in other.date.edtf:
            yield FoundDate(one.start, other.end, Date(edtf, text[one.start : other.end]), one.complete)
            at += 2
        else:
            yield one
            at += 1


def _spans(text: str, one: FoundDate, other: FoundDate) -> bool:
    if _UNTIL.fullmatch(text, one.end, other.start):
        return True
    begins = _FROM.search(text, max(0, one.start - 70), one.start) is not None
    return begins and _TO.fullmatch(text, one.end, other.start) is not None


def is_reported(text: str, date: FoundDate) -> bool:
    """Tell whether a date is one of the world told about, and not looser than two years."""
    return (date.date.latest - date.date.earliest).days <= _LONGEST_DAYS and is_told(text, date)


def is_told(text: str, date: FoundDate) -> bool:
    """Tell whether a date is one of the world told about: not the year of a citation in parentheses."""
    opening = text.rfind("(", max(0, date.start - 70), date.start)
    cited = _CITED.match(text, opening) if opening >= 0 else None
    return cited is None or not cited.end() > date.start


def _cut_between(text: str, start: int, before: int, after: int) -> int | None:
    """Find where to part two dates: at the best break behind a piece that has a verb of its own."""
    stops = list(_STOP.finditer(text, before, after))
    if stops:
        return stops[-1].end()
    provides = _treaty_noun().search(text, start, before) and provision_opening().search(text, before, after)
    if after - before < _NEAREST or provides:
        # What a treaty "provided for" by a later date is no event of that date.
        return None
    for pattern in _BREAKS:
        found = None
        for match in pattern.finditer(text, before, after):
            if _VERB.search(text, start, match.start()) or _is_adverbial(text[start : match.start()]):
                found = match
        if found is not None:
            return found.end()
    return None


def _is_adverbial(piece: str) -> bool:
    """Tell whether a piece without a verb reports something all the same: "after several rounds of talks in 1996"."""
    return _CONNECTED.match(piece.lstrip(" ,")) is not None and has_noun(piece)


def narrowed(text: str, start: int, end: int, date: int) -> tuple[int, int]:
    """Narrow a range to the clause itself: no white space and commas, no "however", no "according to ...".

    `date` is where its date begins: what holds it stays.
    """
    while end > start and text[end - 1] in " \t\n\r,;":
        end -= 1
    moved = -1
    while moved < start:
        while start < end and text[start] in " \t\n\r,;(":
            start += 1
        moved = start
        for lead in (_LEAD, _ACCORDING):
            match = lead.match(text, start, end)
            if match is not None and match.end() <= date:
                start = match.end()
                moved = -1
                break
    return start, end
