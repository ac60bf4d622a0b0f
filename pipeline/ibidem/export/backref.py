"""The words of a reference in pieces: its signal, the words that refer back, the number of a note, the pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ibidem.cited import Form
from ibidem.export.bibliography import Citation
from ibidem.words import read_table, read_words

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"))
_PAGES = re.compile(r"[\divxlcdm]+(?:-[\divxlcdm]+)?(?:, ?[\divxlcdm]+(?:-[\divxlcdm]+)?)*", re.IGNORECASE)
_LABEL = re.compile(r"(?<!\w)([^\W\d_]+\.?) ?$")
_NUMBERED = re.compile(r"(?<!\w)([^\W\d_]{1,12}\.?) ?(\d{1,5})(?!\w)")
_TYPES: tuple[tuple[Form, str], ...] = (
    (Form.IBID, "precedingWork"),
    (Form.OP_CIT, "precedingWork"),
    (Form.SHORT, "precedingWork"),
    (Form.SUPRA, "precedingWork"),
    (Form.IDEM, "precedingAuthor"),
    (Form.INFRA, "subsequentWork"),
)
"""What each printed form points at, in the words of TEIC/TEI issue 2974."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reference: an element of TEI, or plain words; `note` is the number of the note that it names."""

    text: str
    tag: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    note: str = ""


def printed(citation: Citation, antecedent: Citation | None) -> Iterator[Piece]:
    """Divide the words of a reference; the pieces together are its words, character by character."""
    text = citation.exact
    start, end = _locator(text, citation.locator)
    begin = len(citation.signal) if _begins(text, citation.signal) else 0
    if begin > start:
        begin = 0
    if begin:
        yield Piece(text[:begin], "seg", (("type", "signal"),))
    yield from _back(text[begin:start], citation.form, antecedent)
    if start < end:
        unit = _unit(citation.locator)
        yield Piece(text[start:end], "citedRange", (("unit", unit),) if unit else ())
    if text[end:]:
        yield Piece(text[end:])


def _begins(text: str, signal: str) -> bool:
    return bool(signal) and text.casefold().startswith(signal.casefold()) and not text[len(signal) :][:1].isalnum()


def _locator(text: str, locator: str) -> tuple[int, int]:
    """Find where a locator is printed, the last place where it stands alone; the end of the text where it is not."""
    if locator:
        wanted = re.compile(rf"(?<![\w-]){re.escape(locator.translate(_DASHES))}(?![\w-])")
        found = list(wanted.finditer(text.translate(_DASHES)))
        if found:
            return found[-1].span()
    return len(text), len(text)


def _back(words: str, form: str, antecedent: Citation | None) -> Iterator[Piece]:
    """Divide what stands before the pages: of a full reference nothing refers back."""
    kind = next((kind for known, kind in _TYPES if known == form), "")
    if not kind:
        if words:
            yield Piece(words)
        return
    end = _referring(words)
    begin = len(words) - len(words.lstrip(" ,;:"))
    note = _note(words[:end], form, antecedent)
    if words[:begin]:
        yield Piece(words[:begin])
    cut = note.start() if note else end
    head = words[begin:cut].rstrip(" ,;:(")
    if head:
        yield Piece(head, "ref", (("type", kind),))
    between = words[begin + len(head) : cut]
    if between:
        yield Piece(between)
    if note:
        yield Piece(note.group(), "ref", (("type", "footnote"), ("n", note.group(2))), note=note.group(2))
    rest = words[note.end() if note else end :]
    if rest:
        yield Piece(rest)


def _referring(words: str) -> int:
    """Give where the words that refer back end: before the label of the pages, and the marks before it."""
    label = _LABEL.search(words)
    if label is not None and label.group(1).casefold().rstrip(".") in _labels():
        words = words[: label.start()]
    return len(words.rstrip(" ,;:"))


def _unit(locator: str) -> str:
    """Tell what a locator counts: numbers alone are pages, all else has its label."""
    if _PAGES.fullmatch(locator):
        return "page"
    return _labels().get(locator.partition(" ")[0].casefold().rstrip("."), "")


@cache
def _labels() -> dict[str, str]:
    return {row[0].casefold().rstrip("."): row[1] for row in read_table("locator-labels")}


def _note(words: str, form: str, antecedent: Citation | None) -> re.Match[str] | None:
    """Find the printed number of the note that is meant, with the word before it: `n. 22`.

    It is that of the antecedent's note; where there is no antecedent, a `supra` or an `infra` may name any.
    """
    for found in _NUMBERED.finditer(words):
        if found.group(1).casefold().rstrip(".") not in read_words("note-labels"):
            continue
        if found.group(2) == antecedent.number if antecedent else form in (Form.SUPRA, Form.INFRA):
            return found
    return None
