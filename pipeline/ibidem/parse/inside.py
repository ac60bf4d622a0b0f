"""References that stand inside a comment: in brackets, at its end, at its beginning, or with a note's number."""

import re
from collections.abc import Iterator

from ibidem.cited import Form
from ibidem.parse.anaphor import note_number, parse_anaphor
from ibidem.parse.imprint import is_place
from ibidem.parse.short import NAMES
from ibidem.parse.sign import DATED, MARKED, OPENS, STRONG, YEAR, is_comment, is_reference
from ibidem.parse.signal import find_signal
from ibidem.words import read_words

_TRAILING = re.compile(
    r"(?<=\s)(?:(?:[A-ZÀ-Þ]\.\s?){1,3}|(?:[A-ZÀ-Þ][\w'’.-]+\s){1,3})(?:(?:van|von|de|del|di)\s)?[A-ZÀ-Þ][\w'’-]+,\s(?=[*\"A-ZÀ-Þ])"
)
_COLON = re.compile(r"[^\W\d_]:\s(?=[\"‘*])")
_INSIDE = re.compile(r"\((?P<inner>[^()]{6,400}(?:\([^()]{0,120}\)[^()]{0,200}){0,3})\)")
_TITLED = re.compile(r"[*\"][^*\"]{3,80}[*\"]{1,2},?[*\"]?\s(?:\d{1,2}:)?\d{1,4}(?:-\d{1,4})?")
"""A short title in marks with a page: `(“Bad Air,” 20)`."""
_NAME_BEFORE = re.compile(rf"(?<![\w.])(?P<names>{NAMES})\s\($")
_PAGE = r"(?:at\s|pp?\.\s?|S\.\s?|paras?\s|§{1,2}\s?)?\d{1,4}(?:-\d{1,4})?(?![\w/])(?:\sff?\b\.?)?"
_PLACE = rf"(?:,?\s(?:\[\d{{1,4}}\](?:-\[\d{{1,4}}\])?|{_PAGE}))?"
_NOTED = re.compile(
    rf"(?<![\w.])(?:\*[^*]{{3,80}}\*|{NAMES})\s\((?:wie\s|oben\s|above\s|supra\s)?{note_number()}\){_PLACE}"
)
"""A name or case with the number of a note: `was left open in *Ellison* (n 2) [60]`."""
_BACK = frozenset({Form.OP_CIT, Form.SUPRA, Form.SHORT})
"""The forms that a name before their bracket belongs to."""


def bracketed(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the references that stand in brackets in a comment: `(See M. King, Literatures (1980) at 216)`."""
    for match in _INSIDE.finditer(plain, start, end):
        inner = match["inner"]
        placed = is_place(re.split(r"[,:]", inner)[0])
        dated = not placed and YEAR.search(inner) and (MARKED.search(inner) or OPENS.match(inner))
        named = _TITLED.fullmatch(inner) is not None
        if dated or named or parse_anaphor(inner) is not None or (find_signal(inner) and is_reference(inner)):
            yield _with_name(plain, match.start("inner"), start), match.end("inner")


def _with_name(plain: str, inner: int, start: int) -> int:
    """Give where the reference of a bracket starts: at a name before it that belongs to it: `Gauthier (art. cit.)`."""
    anaphor = parse_anaphor(plain[inner : inner + 80].split(")")[0])
    before = _NAME_BEFORE.search(plain, max(start, inner - 80), inner)
    if anaphor is None or before is None or anaphor.names or anaphor.title or anaphor.form not in _BACK:
        return inner
    return before.start()


def noted(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the names with the number of a note, and the place behind them."""
    for match in _NOTED.finditer(plain, start, end):
        yield match.start() + opener(match.group()), match.end()


def opener(text: str) -> int:
    """Give how long the word is that opens a sentence before a name, and is none: `As Rowe (2001: 9) puts it`."""
    first, _, rest = text.lstrip(" (").partition(" ")
    opens = first.casefold() in read_words("comment-openers") and rest[:1].isupper()
    return len(text) - len(rest) if opens else 0


def trailing(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the whole reference that ends a comment: `A good guide is A. Bee, *Book* (Paris, 1990).`."""
    for match in _TRAILING.finditer(plain, start, end):
        if STRONG.search(plain, match.end(), end) and not is_comment(plain[match.start() : end]):
            yield match.start(), end
            return
    colon = _COLON.search(plain, start, end)
    if colon and STRONG.search(plain, colon.end(), end):
        yield colon.end(), end


def leading(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the name and year that open a comment: `Steinbach 1979 shows that ...`."""
    match = DATED.match(plain, start, end)
    if match and re.match(r"\s+[^\W\d_A-ZÀ-Þ]", plain[match.end() : end]):
        text = match.group()
        start = match.start() + (opener(text) or len(text) - len(text.lstrip(" (")))
        yield start, match.start() + len(text.rstrip(" .,;-"))
