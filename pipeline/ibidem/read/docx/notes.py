"""The numbers of a DOCX's notes, which stand nowhere in it: counted as its settings and sections say."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ibidem.read.docx.numbering import formatted
from ibidem.read.docx.package import child, value
from ibidem.read.walk import local

_KINDS = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class _Count:
    """How the notes of a section count: the first number, its format, whether they restart with the section."""

    start: int = 1
    style: str = "decimal"
    restarts: bool = False
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A note that a marker points at; `mark` is a sign of its own, which has no number."""

    name: str
    kind: str
    id: str
    number: int | None
    printed: str
    mark: str = ""


@dataclass(slots=True)
class Notes:
    """The notes in the order of their markers, counted."""

    main: etree._Element
    settings: etree._Element | None
    counts: dict[str, list[_Count]] = field(default_factory=dict)
    marked: dict[tuple[str, str], Marked] = field(default_factory=dict)
    next: dict[str, int] = field(default_factory=dict)
    section: int = 0
    rendered: bool = False
    """Whether the file says where its pages ended when it was printed last."""

    def __post_init__(self) -> None:
        """Read how each section counts."""
        self.rendered = any(local(one) == "lastRenderedPageBreak" for one in self.main.iter())
        for kind in _KINDS:
            general = _count(
                child(self.settings, f"{kind}Pr"), _Count(style="decimal" if kind == "footnote" else "lowerRoman")
            )
            held = [_count(child(one, f"{kind}Pr"), general) for one in self.main.iter() if local(one) == "sectPr"]
            self.counts[kind] = held or [general]
            self.next[kind] = self._count(kind).start

    def end_section(self) -> None:
        """Go on to the next section."""
        self.section += 1
        for kind in _KINDS:
            count = self._count(kind)
            if count.restarts:
                self.next[kind] = count.start

    def end_page(self) -> None:
        """Go on to the next page, as it was printed last."""
        for kind in _KINDS:
            count = self._count(kind)
            if count.paged:
                self.next[kind] = count.start

    def point(self, kind: str, id: str, *, mark: str | None = None) -> Marked:
        """Count a marker's note, unless it has a `mark` of its own or was counted before."""
        known = self.marked.get((kind, id))
        if known is not None:
            return known
        name = f"{kind} {id}"
        if mark is not None:
            note = Marked(name, kind, id, None, mark, mark)
        else:
            count, number = self._count(kind), self.next[kind]
            self.next[kind] = number + 1
            # Where numbers restart with each page, which they are is known only if the file says where pages ended.
            counted = number if self.rendered or not count.paged else None
            note = Marked(name, kind, id, counted, formatted(number, count.style))
        self.marked[kind, id] = note
        return note

    def _count(self, kind: str) -> _Count:
        held = self.counts[kind]
        return held[min(self.section, len(held) - 1)]


def _count(properties: etree._Element | None, general: _Count) -> _Count:
    start = value(child(properties, "numStart"))
    restart = value(child(properties, "numRestart"))
    return _Count(
        int(start) if start is not None and start.isdecimal() and len(start) < 8 else general.start,
        value(child(properties, "numFmt")) or general.style,
        restart == "eachSect" if restart is not None else general.restarts,
        restart == "eachPage" if restart is not None else general.paged,
    )


def texts(root: etree._Element | None) -> Iterator[tuple[str, int, etree._Element]]:
    """Give the id, the place among its siblings from 1, and the element of each note; separators are none."""
    for place, one in enumerate(root if root is not None else (), start=1):
        if local(one) in _KINDS and value(one, "type") in (None, "normal"):
            yield value(one, "id") or "", place, one
