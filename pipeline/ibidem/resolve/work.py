"""Which printed sources are one work: an index that takes them in the order of the notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ibidem.cited import Fields
from ibidem.parse.reference import Source
from ibidem.resolve.family import families
from ibidem.resolve.likeness import content_words, plain_words
from ibidem.resolve.sameness import PERIODICAL, same_work

BOOKISH = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
"""The types of what stands in a book, which has editors, a date and an imprint of its own."""
OF_BOOK = ("edition", "series", "isbn")
"""What of a printed chapter is said of its book, beside its imprint."""
_AS_WHOLE = {"container": "title", "container-editor": "editor"}
_SUBTITLED = re.compile("[:,(]")
_BLOCK = 60
"""How many works with a word in common are looked at, the latest ones: what keeps long lists linear."""


class Role(StrEnum):
    """As what a reference names a work: the one cited, the one it is quoted in, or what contains it."""

    CITED = "cited"
    VIA = "via"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True)
class Printing:
    """One place where a work is named: a reference's key, the source as printed, as what, and whether for certain."""

    reference: str
    source: Source
    role: Role
    certain: bool


@dataclass(slots=True)
class Group:
    """The printings of one work, in order, and for each the group of what contains it."""

    printings: list[Printing] = field(default_factory=list)
    containers: list[int | None] = field(default_factory=list)


class WorkIndex:
    """The works named so far; a source that fits exactly one of them joins it."""

    def __init__(self) -> None:
        """Start without works."""
        self.groups: list[Group] = []
        self._exact: dict[tuple[object, ...], int] = {}
        self._blocks: dict[tuple[str, ...], list[int]] = {}
        self._families: dict[str, list[int]] = {}
        self._unsigned: dict[str, list[int]] = {}
        self._inside: dict[str, list[int]] = {}

    def add(self, reference: str, source: Source, *, role: Role = Role.CITED) -> int:
        """Put a source, and what contains it, into the groups of their works; give the source's group."""
        inside = container_of(source)
        held = self._put(reference, inside, Role.CONTAINER) if inside else None
        number = self._put(reference, source, role)
        self.groups[number].containers.append(held)
        return number

    def join(self, reference: str, source: Source, number: int, *, certain: bool) -> int:
        """Put a source into the group of a work that it is known to cite; what contains it stays that of the work."""
        self.groups[number].printings.append(Printing(reference, source, Role.CITED, certain))
        self.groups[number].containers.append(next((held for held in self.groups[number].containers if held), None))
        self._file(number, source.fields)
        return number

    def add_to(self, reference: str, source: Source, other: int) -> int:
        """Put a chapter into a group of its own, in the book that the other group is or stands in."""
        held = next((number for number in self.groups[other].containers if number is not None), other)
        number = self._put(reference, source, Role.CITED)
        self.groups[number].containers.append(held)
        return number

    def _put(self, reference: str, source: Source, role: Role) -> int:
        signature = _signature(source.fields)
        known = self._exact.get(signature)
        certain = known is not None
        if known is None:
            known, certain = self._fitting(source.fields)
        if known is None:
            known, certain = len(self.groups), True
            self.groups.append(Group())
        if signature not in self._exact:
            self._exact[signature] = known
            self._file(known, source.fields)
        self.groups[known].printings.append(Printing(reference, source, role, certain))
        if role is Role.CONTAINER:
            self.groups[known].containers.append(None)
        return known

    def _file(self, number: int, fields: Fields) -> None:
        for key in _keys(fields):
            block = self._blocks.setdefault(key, [])
            if number not in block[-_BLOCK:]:
                block.append(number)
        if not families(fields) and fields.type != PERIODICAL:
            for word in dict.fromkeys(plain_words(fields.title or "")):
                held = self._unsigned.setdefault(word, [])
                if number not in held[-_BLOCK:]:
                    held.append(number)
        if fields.container and fields.type in BOOKISH | {"letter", "personal_communication"}:
            for word in dict.fromkeys(plain_words(fields.container)):
                held = self._inside.setdefault(word, [])
                if number not in held[-_BLOCK:]:
                    held.append(number)
        for family in families(fields):
            known = self._families.setdefault(family, [])
            if number not in known[-_BLOCK:]:
                known.append(number)

    def unsigned(self, name: str) -> tuple[int, ...]:
        """Give the groups of works that name nobody as author, and have the name in their title."""
        words = plain_words(name)
        return tuple(self._unsigned.get(words[-1], ())) if words else ()

    def inside(self, title: str) -> tuple[int, ...]:
        """Give the groups of works that stand in a book whose title holds the words of the one given."""
        words = plain_words(title)
        found = [set(self._inside.get(word, ())) for word in words]
        return tuple(sorted(set.intersection(*found))) if found else ()

    def titled(self, title: str) -> tuple[int, ...]:
        """Give the groups of works whose title, up to its subtitle, has the words of the one given."""
        return tuple(self._blocks.get(("title", "main", *content_words(title)), ()))

    def _fitting(self, fields: Fields) -> tuple[int | None, bool]:
        near = {number for key in _keys(fields) for number in self._blocks.get(key, ())[-_BLOCK:]}
        fits: dict[int, bool] = {}
        for number in sorted(near):
            for printing in self.groups[number].printings[:8]:
                verdict = same_work(printing.source.fields, fields)
                if verdict is not None:
                    fits[number] = fits.get(number, False) or verdict
        certain = [number for number, sure in fits.items() if sure]
        if len(certain) == 1:
            return certain[0], True
        return (next(iter(fits)), False) if len(fits) == 1 else (None, True)

    def by_family(self, family: str) -> tuple[int, ...]:
        """Give the groups whose author or editor has the family name, in order."""
        words = plain_words(family)
        return tuple(self._families.get(words[-1], ())) if words else ()

    def named(self, number: int) -> Iterator[Fields]:
        """Give the fields of a group's printings that are its own references'."""
        return (printing.source.fields for printing in self.groups[number].printings)


def container_of(source: Source) -> Source | None:
    """Give the book, journal, newspaper or digest that a source stands in, as a source of its own."""
    fields = source.fields
    if not fields.container:
        return None
    book = fields.type in BOOKISH
    kept = {"container", "container-editor", *(("date", "publisher", "place", "volume", *OF_BOOK) if book else ())}
    inside = Fields(
        type="book" if book else PERIODICAL,
        editors=fields.container_editors,
        title=fields.container,
        date=fields.date if book else None,
        publisher=fields.publisher if book else None,
        place=fields.place if book else None,
        volume=fields.volume if book else None,
        **({name: getattr(fields, name) for name in OF_BOOK} if book else {}),
    )
    held = (piece for piece in source.pieces if piece.name in kept)
    pieces = tuple(replace(piece, name=_AS_WHOLE.get(piece.name, piece.name)) for piece in held)
    return replace(source, fields=inside, pieces=pieces, locator=None)


def _signature(fields: Fields) -> tuple[object, ...]:
    return (
        fields.type == PERIODICAL,
        plain_words(fields.title or ""),
        plain_words(fields.container or ""),
        fields.volume,
        fields.issue,
        fields.number if not fields.title else None,
        fields.date.edtf if fields.date else None,
        tuple(name.literal.casefold() for name in (*fields.authors, *fields.editors)),
    )


def _keys(fields: Fields) -> tuple[tuple[str, ...], ...]:
    """Give what sources must share one of to be compared: two long words of the title, or all before its colon."""
    words = content_words(fields.title or fields.container or "")
    longest = sorted(sorted(set(words), key=lambda word: (-len(word), word))[:4])
    head = ("title",) if fields.title else ("container",)
    keys: list[tuple[str, ...]] = [(*head, word) for word in longest]
    if len(longest) > 2:
        keys = [(*head, a, b) for index, a in enumerate(longest) for b in longest[index + 1 :]]
    # Before the subtitle, which some prints leave out.
    return (*keys, (*head, "main", *content_words(_SUBTITLED.split(fields.title or "")[0])))
