"""What the styles of a DOCX make of a paragraph or run: its kind, italics, indents, its place in an outline or list."""

from dataclasses import replace
from typing import Any

from lxml import etree

from ibidem.read.docx.package import child, is_on, value
from ibidem.read.look import Look, style_kinds
from ibidem.read.walk import local

_NOTHING = Look()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read each style, with those that it is based on."""
        self._elements: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self.default: str | None = None
        self.language: str | None = value(child(root, "docDefaults", "rPrDefault", "rPr", "lang"))
        for style in root if root is not None else ():
            name = value(style, "styleId")
            if local(style) == "style" and name is not None:
                self._elements.setdefault(name, style)
                if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on"):
                    self.default = name

    def look(self, name: str | None) -> Look:
        """Give the look of a style; one that is based on itself stops there."""
        name = name if name is not None else self.default
        if name is None:
            return _NOTHING
        if name not in self._looks:
            chain: list[str] = []
            while name in self._elements and name not in chain and name not in self._looks:
                chain.append(name)
                name = value(child(self._elements[name], "basedOn")) or ""
            look = self._looks.get(name, _NOTHING)
            for one in reversed(chain):
                look = self._looks[one] = _style(self._elements[one], one).over(look)
            return look
        return self._looks[name]


def _style(style: etree._Element, name: str) -> Look:
    look = run_look(child(style, "rPr")).over(paragraph_look(child(style, "pPr")))
    kind = style_kinds().get((value(child(style, "name")) or name).casefold())
    listed = name if look.list is not None else None
    return replace(look, kind=kind, style=listed)


def paragraph_look(properties: etree._Element | None) -> Look:
    """Read the properties of a paragraph."""
    held: dict[str, Any] = {}
    for one in properties if properties is not None else ():
        name = local(one)
        if name == "ind":
            held["left"] = _twips(value(one, "left") or value(one, "start"))
            held["right"] = _twips(value(one, "right") or value(one, "end"))
            hanging = _twips(value(one, "hanging"))
            held["first"] = -hanging if hanging else _twips(value(one, "firstLine"))
        elif name == "jc":
            held["centred"] = value(one) == "center"
        elif name == "outlineLvl":
            held["outline"] = _twips(value(one))
        elif name == "numPr":
            held["list"] = value(child(one, "numId"))
            held["level"] = _twips(value(child(one, "ilvl")))
    return Look(**held) if held else _NOTHING


def run_look(properties: etree._Element | None) -> Look:
    """Read the properties of a run; underlining counts as italics, as in typescript."""
    held: dict[str, Any] = {}
    for one in properties if properties is not None else ():
        name = local(one)
        if name == "i" or (name == "u" and not held.get("italic")):
            held["italic"] = is_on(one)
        elif name == "b":
            held["bold"] = is_on(one)
        elif name == "vanish":
            held["hidden"] = is_on(one)
        elif name == "sz":
            held["size"] = _twips(value(one))
        elif name == "vertAlign":
            held["raised"] = value(one) == "superscript"
    return Look(**held) if held else _NOTHING


def _twips(text: str | None) -> int | None:
    try:
        return round(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None
