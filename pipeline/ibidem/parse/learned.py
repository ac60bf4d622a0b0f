"""A source as the statistical model reads it, with the ranges that its fields were read from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ibidem.cited import Name
from ibidem.parse.fields import Piece, trim
from ibidem.parse.references import parse_references
from ibidem.parse.source import Source
from ibidem.parse.tagger.decode import shipped
from ibidem.parse.tagger.fields import Reading
from ibidem.parse.tagger.stretch import Stretch

_PEOPLE = {"author": "author", "director": "author", "producer": "author", "translator": "translator"}
_VALUES = {
    "title": "title",
    "journal": "container",
    "container-title": "container",
    "collection-title": "series",
    "date": "date",
    "location": "place",
    "publisher": "publisher",
    "edition": "edition",
    "genre": "genre",
    "archive": "archive",
    "source": "archive",
    "doi": "doi",
    "url": "url",
    "isbn": "isbn",
}
_KEPT: dict[str, Reading] = {}
_MOST = 20_000
"""How many readings are kept at most."""
_SPACE = re.compile(r"\s")


def read_learned(text: str, start: int, end: int) -> Source:
    """Read one source from `text[start:end]` by the model; ranges of pieces are code points of `text`."""
    reading = _reading(_SPACE.sub(" ", text[start:end]))
    pieces = tuple(sorted(_pieces(text, start, reading), key=lambda piece: piece.start))
    pages = reading.fields.pages if reading.locator else None
    # In a note, the pages of a source are those pointed at where no others follow.
    locator = reading.locator or reading.fields.pages
    return Source(replace(reading.fields, pages=pages), pieces, locator, start, end, _unread(reading))


def forget() -> None:
    """Forget the readings that were kept: another paper may print an entry of a list that this one has in a note."""
    _KEPT.clear()


def read_many(texts: Iterable[str], *, lists: bool = False) -> None:
    """Read sources together, as they stand in notes or in `lists`, and keep the readings for `read_learned`."""
    fresh = [text for text in dict.fromkeys(_SPACE.sub(" ", text) for text in texts) if text not in _KEPT]
    if not fresh:
        return
    if len(_KEPT) + len(fresh) > _MOST:
        _KEPT.clear()
    _KEPT.update(zip(fresh, parse_references(fresh, tagger=shipped(lists=lists)), strict=True))


def _reading(text: str) -> Reading:
    if text not in _KEPT:
        read_many((text,))
    return _KEPT[text]


def _unread(reading: Reading) -> int:
    """Count the letters and figures in stretches that speak of no field."""
    return sum(char.isalnum() for note in reading.printed("note") for char in note)


def _pieces(text: str, shift: int, reading: Reading) -> Iterator[Piece]:
    fields = reading.fields
    editor = "container-editor" if fields.container_editors else "editor"
    names = {
        "author": iter(fields.authors),
        "translator": iter(fields.translators),
        editor: iter(fields.editors or fields.container_editors),
    }
    done: set[str] = set()
    for one in reading.stretches:
        role = editor if one.label == "editor" else _PEOPLE.get(one.label)
        if role:
            yield from _named(text, shift, one, role, names[role])
            continue
        name = _VALUES.get(one.label)
        value = getattr(fields, name, None) if name and name not in done else None
        if name and value:
            done.add(name)
            yield Piece(name, *_bare(text, shift + one.start, shift + one.end), getattr(value, "edtf", value))


def _named(text: str, shift: int, one: Stretch, role: str, names: Iterator[Name]) -> Iterator[Piece]:
    """Give a piece for each name of a stretch: from its first to its last printed part."""
    at, end = shift + one.start, shift + one.end
    for name in names:
        parts = [part for part in (name.literal, name.family or "") if part]
        found = next((place for part in parts if (place := text.find(part, at, end)) >= 0), -1)
        if found < 0:
            # Printed in another form: the whole of what is left stands for it.
            yield Piece(role, *_bare(text, at, end), name.literal)
            continue
        width = len(name.literal) if text.startswith(name.literal, found) else len(name.family or "")
        yield Piece(role, found, found + width, name.literal)
        at = found + width
        if at >= end:
            return


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a range without separators and without a bracket that the other end does not match."""
    first, last = trim(text, start, end)
    if text[first : first + 1] in ("(", "[") and text[last - 1 : last] not in (")", "]"):
        first, last = trim(text, first + 1, last)
    if text[last - 1 : last] in (")", "]") and not any(mark in text[first:last] for mark in "(["):
        first, last = trim(text, first, last - 1)
    return first, last
