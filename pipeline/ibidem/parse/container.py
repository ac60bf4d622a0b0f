"""The book or journal that holds a piece, and its editors: `in D. White (ed.), Exiles`, `ed. P. Birks`."""

import re
from dataclasses import dataclass
from functools import cache

from ibidem.parse.fields import Draft
from ibidem.parse.name import FoundName, read_names, split_names
from ibidem.words import read_words

IN = re.compile(r"[\s,.;(\0]*\(?(?<!\w)(?P<word>in|In|IN|dans|aus|Aus|en|apud)(?::|\s|(?=[*\"“‘]))\s*(?:the\s(?=\*))?")
_NAMES_BEFORE = 140


@dataclass(frozen=True, slots=True)
class Editors:
    """The whole range of an editors' statement, label included, and the names in it."""

    start: int
    end: int
    names: tuple[FoundName, ...]


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(word) for word in read_words("editor-labels")), key=len, reverse=True))
    bracketed = rf"\(\s?(?:{names})\.?s?\.?\s?\)"
    named = rf"(?<=[\s,])(?:{names})(?:\.|(?=[,:)\s]))(?!\sby)"
    # Only where a run of spaces starts is it looked along: it is long where other fields were taken out.
    return re.compile(rf"(?:(?<![\s,])[\s,]+|)(?:{bracketed}|{named})[,.:]?", re.IGNORECASE)


@cache
def _phrase() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(word) for word in read_words("editor-phrases")), key=len, reverse=True))
    return re.compile(rf"(?<![\w])\(?(?:{names})(?!\w)\s*(?=[^\W\d_])", re.IGNORECASE)


def editors_after_label(text: str, start: int, end: int) -> Editors | None:
    """Find `edited by NAMES` or `ed. NAMES` in the stretch."""
    for match in _phrase().finditer(text, start, end):
        names, last = read_names(text[:end], match.end())
        if not names and re.match(r"[^\W\d_]", text[match.end() : end]):
            word = re.compile(r"[^,;.()\0\"*]{2,60}").match(text, match.end(), end)
            named = word is not None and len(word.group().split()) <= 3 and word.group()[0].isupper()
            if word and named and match.group().rstrip().endswith("by"):
                names, last = split_names(word.group(), offset=word.start()), word.end()
        if names:
            return Editors(match.start(), last, names)
    return None


_BRACKETED = re.compile(r"\((?P<names>[^()\0]{3,160}?),?\s(?:eds?|trans)\.,?\s*(?:forthcoming\s)?(?=[\0\d])")


def take_bracketed(draft: Draft, start: int) -> None:
    """Take editors that stand in the bracket of the year: `TITLE (Ian MacNeil & Justin O'Brien eds., 2010)`."""
    match = _BRACKETED.search(draft.rest, start)
    names = split_names(match["names"], offset=match.start("names")) if match else ()
    if match and names and all(one.name.family for one in names):
        for one in names:
            draft.take("bracketed", one.start, one.end, one.name.literal)
        draft.drop(match.start() + 1, match.end())


def editors_before_label(text: str, start: int, end: int) -> Editors | None:
    """Find `NAMES (ed.)`, `NAMES, eds.` at the start of the stretch."""
    for match in _label().finditer(text, start, min(end, start + 600)):
        before = text[start : match.start()]
        if not before.strip(" ,.;:") or len(before) > _NAMES_BEFORE * 4 or "\0" in before.strip("\0 ,.;"):
            return None
        names = split_names(before, offset=start)
        good = all(one.name.family or len(one.name.literal.split()) <= 2 for one in names)
        return Editors(start, match.end(), names) if names and good else None
    return None
