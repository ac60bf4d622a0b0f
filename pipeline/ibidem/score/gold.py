"""Gold readings in JSON: of a paper's notes, of its quotations, of the back-references in a set of footnotes."""

from pathlib import Path
from typing import Literal

import msgspec

from ibidem.errors import InputError
from ibidem.read import read_bytes

Kind = Literal["full", "ibid", "short", "mixed", "xref", "none"]


class Part(msgspec.Struct, frozen=True):
    """One reference of a note, in printed order: its form, and for one that points back the note that it means."""

    form: Literal["full", "ibid", "short"]
    antecedent: str | None = None
    source: str | None = None
    intended_source: str | None = None


class Note(msgspec.Struct, frozen=True):
    """A note: what it holds; `parts` where it holds several references of which one points back.

    `source` is the note that cites the work in full, `intended_source` the one that the author evidently meant.
    """

    kind: Kind
    antecedent: str | None = None
    source: str | None = None
    intended_source: str | None = None
    parts: tuple[Part, ...] = ()

    def references(self) -> tuple[Part, ...]:
        """Give the references; one of the note's kind where gold does not list them."""
        if self.parts or self.kind not in ("full", "ibid", "short"):
            return self.parts
        return (Part(self.kind, self.antecedent, self.source, self.intended_source),)


class NotesGold(msgspec.Struct, frozen=True):
    """A reading of notes by their numbers; `scope` begins with `all` where no note is left out."""

    notes: dict[str, Note]
    scope: str = "all"

    @property
    def whole(self) -> bool:
        """Tell whether every note of the paper was read."""
        return self.scope.startswith("all")


class Quote(msgspec.Struct, frozen=True):
    """A quotation: its text, who speaks (None for what nobody says), the number of the marker that follows it."""

    quote: str
    speaker: str | None = None
    note_after: str | None = None


class QuotesGold(msgspec.Struct, frozen=True):
    """A reading of quotations."""

    quotes: tuple[Quote, ...]


class Link(msgspec.Struct, frozen=True):
    """A reference that points back, in a note of a file: its text, and the ids of the full references it ends at."""

    doc: str
    note: str
    id: str
    text: str
    kind: str
    final: tuple[str, ...]
    role: str = ""


Gold = NotesGold | QuotesGold | tuple[Link, ...]


def read_json_gold(path: Path) -> Gold:
    """Read a gold reading, whose kind its content says; raise InputError for what is none."""
    data = read_bytes(path)
    try:
        plain = msgspec.json.decode(data)
        if isinstance(plain, list):
            return msgspec.convert(plain, tuple[Link, ...])
        if isinstance(plain, dict) and "quotes" in plain:
            return msgspec.convert(plain, QuotesGold)
        gold = msgspec.convert(plain, NotesGold)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise InputError(f"is no gold reading: {error}; docs/scoring.md says what one holds", path=path) from None
    wrong = next((number for number in gold.notes if not number.isdecimal()), None)
    if wrong is not None:
        raise InputError(f"names a note {wrong!r}; notes are named by their numbers", path=path)
    return gold
