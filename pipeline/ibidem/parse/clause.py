"""Clauses: the stretch of a sentence that reports one dated thing, and the few words that name it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ibidem.edtf import Date, bounds, is_edtf
from ibidem.parse.date import FoundDate
from ibidem.parse.evidence import provision_opening
from ibidem.parse.lexicon import function_words, one_of
from ibidem.words import read_table

_LONGEST_DAYS = 740
"""What is dated more loosely than two years and a little is dated to a period, not to a year."""
_BREAKS = (
    re.compile(r";\s"),
    re.compile(r",\s(?=(?:but|while|whereas|yet)\s|and\s(?![A-Z]))"),
    re.compile(r",\s(?=(?:when|where|which|who|after\swhich)\s)"),
    re.compile(r"\s(?=but\s)"),
    re.compile(
        r"\s(?=and\s(?:(?:in|on|by|at|from|until|during|later|then|finally|again|its|their|his|her|the|was|were|of)\s|\d))"
    ),
    re.compile(r"\s(?=(?:when|where|while|before|after|until)\s)"),
    re.compile(r",\s(?=(?:in|on|by|at|from|until|during|later|then|finally)\s)"),
    re.compile(r",\s(?=(?:the|an?|he|she|it|they|his|her|their|its)\s)"),
    re.compile(r",?\s(?=and\s)"),
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|began|took|came|went|met|made|led|left|fought|won|lost|[^\W\d_]{2,14}ed)\b"
)
_UNTIL = re.compile(r"\s(?:until|to|through|till)\s{1,2}(?:late|early|mid|the\send\sof)?[\s-]{0,2}")
_CITED = re.compile(
    r"\(\s?(?:[^()]{0,60}[,\s])?(?:1\d|20)\d\d[a-z]?(?:\s?[–-]\s?\d{2,4})?(?:\s?[:,]\s?[\d–-]{1,9})?\s?\)"
)
_CONNECTED = re.compile(r"(?:and|after|following|before|during|then|with|despite)\s", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"”]{0,400}[\"”]?")
_WORD = re.compile(r"[^\s]+")
_OPENING = re.compile(
    r"(?:according\sto\s[^,]{1,90},\s(?:[A-Z][^,]{1,60},\s)?"
    r"|it\swas\s(?:not\s)?[^,]{0,60},?\sthat\s"
    r"|(?:after|before|following|when|as|since|despite)\s[^,;:]{1,110},\s"
    r"|(?P<place>(?:in|on|at|by|from|until|during|for|between|with|under)\s[^,;:]{1,110},\s)"
    r"|beginning,\s"
    r"|(?:however|then|thus|again|also|hence|moreover|finally|meanwhile|earlier|later|similarly|furthermore|and|but|for\sexample|in\spractice),?\s)",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s?\([^()]{0,120}\)")
_LABEL_STOP = re.compile(
    r"[;:?!“”\"]|(?<=[^\W\d_]{2})\.(?:\s|$)|,\s(?:which|who|where|when|whereby|that|and|but|providing)\b|\s(?:whereby|which|because|although|so\sthat|when)\s"
)
_LABEL_WORDS = 12
_UNCLOSED = re.compile(r"\s?\([^()]{0,120}$")
_WHEN = re.compile(r"(?:[Ww]hen|[Aa]s|[Aa]fter)\s(?P<clause>[^,]{8,160}),\s")
_ATTRIBUTE = re.compile(r"\b(?:the|a|an|his|her|its|their|this|that)\s$", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:(?:^|\s)(?:in|on|of|at|by|since|from|until|during|between|beginning|dated|around|about|as\searly\sas|before|after))?"
    r"(?:(?:^|\s)(?:the\s)?(?:early|late|mid|middle\sof|beginning\sof|end\sof|first\shalf\sof|second\shalf\sof|spring\sof|same\smonth\sof))?"
    r"(?:(?:^|\s)the)?[\s-]{0,2}$",
    re.IGNORECASE,
)


def reported_clauses(
    text: str, start: int, end: int, dates: tuple[FoundDate, ...]
) -> tuple[tuple[int, int, FoundDate], ...]:
    """Cut the sentence `text[start:end]` into one clause a date; dates that nothing parts share the first one's clause.

    Decades and other periods of more than two years, and the years of a citation in parentheses, do not count.
    """
    inside = list(
        _joined(text, [date for date in dates if start <= date.start and date.end <= end and is_reported(text, date)])
    )
    if not inside:
        return ()
    cuts = [start]
    kept = [inside[0]]
    for before, after in pairwise(inside):
        cut = _cut_between(text, cuts[-1], before.end, after.start)
        if cut is not None:
            cuts.append(cut)
            kept.append(after)
    pairs = zip(cuts, [*cuts[1:], end], kept, strict=True)
    return tuple((*trimmed(text, first, last), date) for first, last, date in pairs)


def _joined(text: str, dates: list[FoundDate]) -> Iterator[FoundDate]:
    """Join "from late August until November" to one interval."""
    at = 0
    while at < len(dates):
        one, other = dates[at], dates[at + 1] if at + 1 < len(dates) else None
        edtf = f"{one.date.edtf}/{other.date.edtf}" if other is not None else ""
        if (
            other is not None
            and _UNTIL.fullmatch(text, one.end, other.start)
            and is_edtf(edtf)
            and "/" not in other.date.edtf
        ):
            yield FoundDate(one.start, other.end, Date(edtf, text[one.start : other.end]), one.complete)
            at += 2
        else:
            yield one
            at += 1


def is_reported(text: str, date: FoundDate) -> bool:
    """Tell whether a date is one of the world told about, and not looser than two years."""
    first, last = bounds(date.date.edtf)
    if (last - first).days > _LONGEST_DAYS:
        return False
    opening = text.rfind("(", max(0, date.start - 70), date.start)
    cited = _CITED.match(text, opening) if opening >= 0 else None
    return cited is None or not cited.end() > date.start


def _cut_between(text: str, start: int, before: int, after: int) -> int | None:
    """Find where to part two dates: at the best break behind a piece that has a verb of its own."""
    if provision_opening().search(text, before, after):
        # What a treaty "provided for" by a later date is no event of that date.
        return None
    for pattern in _BREAKS[:1] if after - before < 12 else _BREAKS:
        found = None
        for match in pattern.finditer(text, before, after):
            if _VERB.search(text, start, match.start()) or _is_adverbial(text[start : match.start()]):
                found = match
        if found is not None:
            return found.end()
    return None


def _is_adverbial(piece: str) -> bool:
    return _CONNECTED.match(piece.lstrip(" ,")) is not None and _kinds()[1][0].search(piece) is not None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a range to what is neither white space nor a comma at its ends."""
    while start < end and text[start] in " \t\n\r,;(":
        start += 1
    while end > start and text[end - 1] in " \t\n\r,;":
        end -= 1
    return start, end


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    made = []
    for part in ("verb", "noun"):
        forms = {form: kind for form, kind, which in read_table("event_kinds") if which == part}
        made.append((re.compile(rf"\b({one_of(forms)})\b", re.IGNORECASE), forms))
    return tuple(made)


def telling_verb(clause: str) -> str | None:
    """Give the first form of `words/event_kinds.tsv` that is a verb of the clause, outside quotation marks."""
    match = _kinds()[0][0].search(_QUOTED.sub("", clause))
    return match.group(1) if match is not None else None


def event_kind(clause: str, dates: tuple[str, ...] = ()) -> str:
    """Give the kind of event a clause reports, by the telling verb nearest to its date, else noun, else `other`."""
    bare = _QUOTED.sub("", " ".join(clause.split()))
    at = next((found for printed in dates if (found := bare.find(" ".join(printed.split()))) >= 0), 0)
    for pattern, forms in _kinds():
        matches = list(pattern.finditer(bare))
        if matches:
            nearest = min(matches, key=lambda match: abs(match.start() - at) if at else match.start())
            return forms[" ".join(nearest.group(1).casefold().split())]
    return "other"


def clause_label(clause: str, dates: tuple[str, ...] = ()) -> str:
    """Name a clause in at most twelve of its own words, from its subject on, without dates, openings and asides.

    Where the date stands in an opening "when" clause, that clause is the event.
    """
    whole = _PARENTHESIS.sub("", _UNCLOSED.sub("", " ".join(clause.split())))
    dated = _WHEN.match(whole)
    if dated is not None and any(printed in dated["clause"] for printed in dates):
        whole = dated["clause"]
    bare = _without_dates(whole, dates)
    for _ in range(4):
        opening = _OPENING.match(bare)
        if opening is None or len(bare) - opening.end() < 15 or (opening["place"] and telling_verb(opening["place"])):
            break
        bare = bare[opening.end() :]
    stop = _LABEL_STOP.search(bare, 12)
    words = (bare[: stop.start()] if stop else bare).split()[:_LABEL_WORDS]
    while len(words) > 3 and words[-1].casefold().strip(",’'") in function_words():
        words.pop()
    label = " ".join(words).strip(" ,;:.’'\"“")
    return label[:1].upper() + label[1:] if label else " ".join(clause.split()[:_LABEL_WORDS])


def _without_dates(text: str, dates: tuple[str, ...]) -> str:
    for printed in dates:
        at = text.find(" ".join(printed.split()))
        if at < 0:
            continue
        after = text[at + len(" ".join(printed.split())) :].lstrip(" ")
        attribute = _ATTRIBUTE.search(text, max(0, at - 8), at) and after[:1].isalpha()
        before = text[:at] if attribute else _LEADING.sub("", text[:at])
        text = after.lstrip(", ") if not before.strip(" ,") else f"{before.rstrip()} {after}".replace(" ,", ",")
    return text.replace(",,", ",")
