"""Turn pandoc's inline nodes into runs of text, italics and markers."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ibidem.read.compose import Run
from ibidem.read.pandoc.carry import MARK, OPEN, Carried

Node = dict[str, Any]
_LEFT = re.compile(r"\[\^([^\s\[\]^]{1,80})\]")
_PLACED = re.compile(r"\[\^(\d+)x\]")
_TAG = re.compile(r"<\s*(/?)\s*([A-Za-z]+)")
_DASHES = re.compile(r"(?<!-)-{2,3}(?!-)")
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_INSIDE = frozenset({"Strong", "Strikeout", "Subscript", "SmallCaps"})
_ITALIC = frozenset({"Emph", "Underline"})
"""What is set in italics; underlining stands for it in typescript."""


@dataclass(slots=True)
class Inlines:
    """The runs of a paragraph as they grow; `noted` takes in a note and gives its marker, `marks` are those met."""

    noted: Callable[[Sequence[Node]], Run | None]
    marked: Callable[[str, str], Run | None]
    carried: Carried
    dashes: bool = False
    runs: list[Run] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    raised: bool = False

    def add(self, nodes: Iterable[Node], *, italic: bool = False) -> None:
        """Add inline nodes in their order."""
        html_italic = 0
        for node in nodes:
            kind, held = node["t"], node.get("c")
            if kind == "RawInline":
                html_italic = self._raw(held, html_italic)
                continue
            self._node(kind, held, italic=italic or html_italic > 0)

    def _node(self, kind: str, held: Any, *, italic: bool) -> None:
        if kind == "Str":
            self._text(held, italic)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            self.runs.append(Run(" ", italic=italic))
        elif kind == "Note":
            marker = self.noted(held)
            if marker is not None:
                self.runs.append(marker)
        elif kind in _ITALIC:
            self.add(held, italic=kind == "Underline" or not italic)
        elif kind in _INSIDE:
            self.add(held, italic=italic)
        elif kind == "Superscript":
            self.raised = True
            self.add(held, italic=italic)
            self.raised = False
        elif kind == "Quoted":
            opening, closing = _QUOTES[held[0]["t"]]
            self.runs.append(Run(opening, italic=italic))
            self.add(held[1], italic=italic)
            self.runs.append(Run(closing, italic=italic))
        elif kind in ("Link", "Span"):
            self.add(held[1], italic=italic)
        elif kind == "Cite":
            self._cite(held, italic)
        elif kind in ("Code", "Math"):
            self.runs.append(Run(self._code(held[1]), italic=italic))

    def _cite(self, held: Any, italic: bool) -> None:
        """Add a citation as it is printed; where only its command stands in the source, by its keys."""
        if any(node["t"] != "RawInline" for node in held[1]):
            self.add(held[1], italic=italic)
            return
        labels = dict(self.carried.cited)
        for place, cited in enumerate(held[0]):
            self.runs.append(Run("; " if place else "["))
            self.add(cited["citationPrefix"], italic=italic)
            key = cited["citationId"]
            self.runs.append(Run((" " if cited["citationPrefix"] else "") + labels.get(key, key), italic=italic))
            if cited["citationSuffix"]:
                self.runs.append(Run("" if _opens_with_comma(cited["citationSuffix"]) else ", "))
                self.add(cited["citationSuffix"], italic=italic)
        self.runs.append(Run("]"))

    def _code(self, text: str) -> str:
        """Give code as it stands in the source."""
        names = self.carried.names
        text = MARK.sub("", text)
        return _PLACED.sub(lambda match: f"[^{names[int(match[1])]}]", text) if names else text

    def _raw(self, held: Any, italic: int) -> int:
        """Heed a tag of HTML in the text: a line break, italics; what else is raw is no text."""
        tag = _TAG.match(held[1]) if held[0] == "html" else None
        if tag and tag[2].lower() == "br":
            self.runs.append(Run(" "))
        if tag and tag[2].lower() == "sup":
            self.raised = not tag[1]
        if tag and tag[2].lower() in ("i", "em", "cite"):
            return max(0, italic + (-1 if tag[1] else 1))
        return italic

    def _text(self, text: str, italic: bool) -> None:
        if self.dashes and "://" not in text:
            text = _DASHES.sub(lambda match: "—" if len(match[0]) > 2 else "–", text)
        at = 0
        for match in MARK.finditer(text) if OPEN in text else ():
            self._plain(text[at : match.start()], italic)
            self.marks.append((match[1], match[2]))
            marker = self.marked(match[1], match[2])
            if marker is not None:
                self.runs.append(marker)
            at = match.end()
        self._plain(text[at:], italic)

    def _plain(self, text: str, italic: bool) -> None:
        """Add text; a marker whose note is defined nowhere is still one."""
        at = 0
        for match in _LEFT.finditer(text) if "[^" in text else ():
            self.runs.append(Run(text[at : match.start()], italic=italic))
            placed = _PLACED.fullmatch(match[0]) if self.carried.names else None
            index = int(placed[1]) if placed else None
            shown = match[0] if index is None else f"[^{self.carried.names[index]}]"
            self.runs.append(Run(shown, note=f"?{match[1]}" if index is None else f"n{index}"))
            at = match.end()
        if text[at:]:
            self.runs.append(Run(text[at:], italic=italic, raised=self.raised))


def plain(nodes: Iterable[Node]) -> str:
    """Give the text of inline nodes, without notes."""
    held = Inlines(lambda _: None, lambda *_: None, Carried(b""))
    held.add(nodes)
    return " ".join("".join(run.text for run in held.runs).split())


def _opens_with_comma(nodes: Sequence[Node]) -> bool:
    return nodes[0]["t"] == "Str" and str(nodes[0]["c"]).startswith((",", ";", "."))
