"""What of each note no reference covers, so that nothing is lost in silence; and quotations and emphasis in notes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ibidem.candidate import Candidate
from ibidem.document import Document, Note, Passage
from ibidem.parse.elsewhere import is_elsewhere
from ibidem.parse.fields import flat
from ibidem.parse.note import note_sentences
from ibidem.parse.remark import find_emphasis, find_quotations
from ibidem.parse.sign import LONGEST, is_remark
from ibidem.remark import Remark, RemarkKind

_EDGE = " \t\r\n\x0b\x0c\x85\u2028\u2029;,.:()[]*-–—"
_WORD = re.compile(r"[^\W_]+")
_JOINT = 3
"""Of so few words, without figures, is what joins two references: `and`, `but see`."""


def find_remarks(document: Document, found: Iterable[Candidate]) -> Iterator[Remark]:
    """Give the remarks of all notes, in order; `found` are the references."""
    held: dict[int, list[tuple[int, int]]] = {}
    for one in found:
        held.setdefault(one.block, []).append((one.span.start, one.span.end))
    notes = {note.block: note for note in document.notes}
    for passage in document.passages:
        note = notes.get(passage.block)
        if note is not None and passage.text:
            ranges = [_in_passage(passage, pair) for pair in sorted(held.get(passage.block, ()))]
            yield from _of_note(document, note, passage, ranges)


def _in_passage(passage: Passage, pair: tuple[int, int]) -> tuple[int, int]:
    return passage.position(pair[0]), passage.position(pair[1] - 1) + 1


def _of_note(document: Document, note: Note, passage: Passage, ranges: Sequence[tuple[int, int]]) -> Iterator[Remark]:
    def made(kind: RemarkKind, start: int, end: int, *, inside: bool = False) -> Remark:
        mention = document.mention(passage.span(start, end), passage=passage)
        return Remark(note.number, note.section, kind, mention, inside)

    text = passage.text
    edges = [0, *(edge for pair in ranges for edge in pair), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for first, last in note_sentences(flat(text[start:end][:LONGEST])):
            left, right = _trimmed(text, start + first, start + last)
            kind = _kind(text[left:right]) if left < right and (not ranges or _counts(text[left:right])) else None
            if kind is not None and kind is not RemarkKind.EMPHASIS:
                yield made(kind, left, right)
        if end - start > LONGEST:
            yield made(RemarkKind.UNREAD, *_trimmed(text, start + LONGEST, end))
    shown = text[:LONGEST]
    for left, right in (_trimmed(text, *pair) for pair in find_emphasis(shown)):
        within = any(first <= left and right <= last for first, last in ranges)
        yield made(RemarkKind.EMPHASIS, left, right, inside=within or not _alone(text, left, right))
    yield from (made(RemarkKind.QUOTATION, *pair, inside=True) for pair in find_quotations(shown))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether emphasis is a sentence of its own."""
    return text[:start].rstrip(" ([")[-1:] in (".", "") and text[end:].lstrip(" )]")[:1] in (".", "")


def _counts(text: str) -> bool:
    words = _WORD.findall(text)
    return len(words) > _JOINT or any(char.isdigit() for char in text)


def _kind(text: str) -> RemarkKind:
    if is_elsewhere(text):
        return RemarkKind.CROSS_REFERENCE
    emphasis = find_emphasis(text)
    if emphasis and len(_WORD.findall(text[emphasis[0][0] : emphasis[0][1]])) == len(_WORD.findall(text)):
        return RemarkKind.EMPHASIS
    return RemarkKind.COMMENT if is_remark(text) else RemarkKind.UNREAD
