"""Turn pandoc's tree into blocks: the running text in order, then the notes, each told by its marks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ibidem.document import PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.ordinal import ordinal
from ibidem.read.pandoc.carry import Carried
from ibidem.read.pandoc.inline import Inlines
from ibidem.read.pandoc.numbered import Numbers, marks_of

Node = dict[str, Any]
_QUOTED = re.compile(r"<(/?)blockquote\b", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,1000}>")
_BREAK: Node = {"t": "LineBreak"}
_CLASSES: dict[str, dict[str, Any]] = {
    "thebibliography": {"entry": True},
    "references": {"entry": True},
    "citations": {"entry": True},
    "abstract": {"kind": PartKind.ABSTRACT},
    "displayquote": {"kind": PartKind.QUOTE},
    "quoting": {"kind": PartKind.QUOTE},
    "epigraph": {"kind": PartKind.QUOTE},
}
"""What the paragraphs of a division are, by its class."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: what its paragraphs are, and of which note; `label` is printed before its first one."""

    kind: PartKind = PartKind.PARAGRAPH
    note: str | None = None
    entry: bool = False
    label: str = ""


class Walk:
    """Walks the tree; `dashes` says that two hyphens are a dash, three a long one; `counted` that notes count."""

    def __init__(self, carried: Carried, *, dashes: bool = False, counted: bool = False) -> None:
        """Start before the first block."""
        self.carried = carried
        self.dashes = dashes
        self.numbers = Numbers(carried, counted=counted)
        self.body: list[Block] = []
        self.notes: list[Block] = []
        self.endnotes: list[Block] = []
        self.quoted = False

    def blocks_of(self, nodes: Sequence[Node], *, front: Iterable[Block] = ()) -> list[Block]:
        """Give the blocks of a document behind those of its metadata."""
        before = list(front)
        titled = any(block.kind is PartKind.TITLE for block in before)
        for place, node in enumerate(nodes):
            if place == 0 and not titled and _is_title(nodes):
                self._paragraph(node["c"][2], Place(PartKind.TITLE))
            else:
                self._block(node, Place())
        return [*before, *self.body, *self.notes, *self.endnotes]

    def runs_of(self, nodes: Iterable[Node]) -> tuple[Run, ...]:
        """Give the runs of inline nodes; take their notes in."""
        return tuple(self._inlines(nodes).runs)

    def _inlines(self, nodes: Iterable[Node]) -> Inlines:
        held = Inlines(self._note, self.numbers.marked, self.carried, dashes=self.dashes)
        held.add(nodes)
        return held

    def _note(self, nodes: Sequence[Node]) -> Run | None:
        """Take a note in; give its marker, None where that stands elsewhere."""
        marks = marks_of(nodes)
        name, label, new = self.numbers.opened(marks)
        if new:
            held, self.body = self.body, []
            for place, node in enumerate(nodes):
                self._block(node, Place(PartKind.NOTE, name, label=_label(label) if not place else ""))
            body, self.body = self.body, held
            (self.endnotes if "e" in marks else self.notes).extend(body)
        return None if "q" in marks else Run("" if label.isdecimal() else label, note=name)

    def _block(self, node: Node, place: Place) -> None:
        kind: str = node["t"]
        held: Any = node.get("c")
        if kind in ("Para", "Plain"):
            self._paragraph(held, place)
        elif kind == "Header":
            self._paragraph(held[2], replace(place, kind=_in_body(place, PartKind.HEADING)))
        elif kind == "BlockQuote":
            self._all(held, replace(place, kind=_in_body(place, PartKind.QUOTE)))
        elif kind == "LineBlock":
            self._paragraph([node for line in held for node in (*line, _BREAK)], place)
        elif kind in ("OrderedList", "BulletList"):
            self._list(held, place, ordered=kind == "OrderedList")
        elif kind == "DefinitionList":
            self._definitions(held, place)
        elif kind == "Table":
            self._table(held, place)
        elif kind == "Figure":
            self._all([*held[2], *held[1][1]], place)
        elif kind == "Div":
            self._all(held[1], replace(place, **_of_class(held[0])) if place.note is None else place)
        elif kind == "CodeBlock":
            self._paragraph([{"t": "Code", "c": held}], place)
        elif kind == "RawBlock":
            self._raw(held, place)

    def _all(self, nodes: Iterable[Node], place: Place) -> None:
        for node in nodes:
            self._block(node, place)
            place = replace(place, label="")

    def _paragraph(self, nodes: Iterable[Node], place: Place) -> None:
        held = self._inlines(nodes)
        marks = dict(held.marks)
        if "x" in marks:
            return
        if "b" in marks and place.note is None:
            label = self.carried.cited[int(marks["b"])][1]
            place = replace(place, kind=PartKind.PARAGRAPH, entry=True, label=f"[{label}]")
        kind = PartKind.QUOTE if self.quoted and place == Place() else place.kind
        label, runs = place.label, held.runs
        if label and place.note is None and not place.entry:
            label, runs = "", [Run(f"{label} ", furniture=True), *runs]
        self.body.append(Block(kind, tuple(runs), note=place.note, entry=place.entry, label=label))

    def _list(self, held: Any, place: Place, *, ordered: bool) -> None:
        for index, item in enumerate(held[1] if ordered else held):
            label = ""
            if ordered:
                first, style, delimiter = held[0]
                label = ordinal(first + index, style=style["t"], delimiter=delimiter["t"])
            # In a note a number of a list is text: the label is the note's own.
            noted = place.note is not None
            opened = _labelled(item, label) if noted and label else item
            self._all(opened, replace(place, label=place.label or ("" if noted else label)))
            place = replace(place, label="")

    def _definitions(self, held: Any, place: Place) -> None:
        for term, definitions in held:
            if place.entry:
                # The entries of reST: what is defined is the label.
                label = "".join(run.text for run in self.runs_of(term))
                for nodes in definitions:
                    self._all(nodes, replace(place, label=f"[{label}]"))
                continue
            self._paragraph(term, place)
            for nodes in definitions:
                self._all(nodes, replace(place, label=""))

    def _table(self, held: Any, place: Place) -> None:
        """Take the cells row by row, the caption before them."""
        _, caption, _, head, bodies, foot = held
        self._all(caption[1], place)
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        for row in rows:
            for cell in row[1]:
                self._all(cell[4], place)

    def _raw(self, held: Any, place: Place) -> None:
        if held[0] != "html":
            return
        for match in _QUOTED.finditer(held[1]):
            self.quoted = not match[1]
        text = _TAGS.sub(" ", held[1]).strip()
        if text and not held[1].lstrip().startswith("<!--"):
            self._paragraph([{"t": "Str", "c": text}], place)


def _is_title(nodes: Sequence[Node]) -> bool:
    """Tell whether the heading that opens a text is its title: no other one is of its level."""
    levels = [node["c"][0] for node in nodes if node["t"] == "Header"]
    return nodes[0]["t"] == "Header" and levels[0] == min(levels) and levels.count(levels[0]) == 1 and len(levels) > 1


def _in_body(place: Place, kind: PartKind) -> PartKind:
    return kind if place.note is None and not place.entry else place.kind


def _of_class(attributes: Any) -> dict[str, Any]:
    found = (_CLASSES[name] for name in (attributes[0], *attributes[1]) if name in _CLASSES)
    return next(found, {})


def _label(label: str) -> str:
    return f"{label}." if label.isdecimal() else label


def _labelled(item: Sequence[Node], label: str) -> Sequence[Node]:
    first = item[0] if item else _BREAK
    if first["t"] not in ("Para", "Plain"):
        return item
    return [{"t": first["t"], "c": [{"t": "Str", "c": f"{label} "}, *first["c"]]}, *item[1:]]
