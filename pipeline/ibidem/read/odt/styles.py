"""What the styles of an ODT make of a paragraph or run: its kind, italics, indents; and how its lists count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ibidem.read.look import Look, style_kinds

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt|pc)")
_TWIPS = {"cm": 567.0, "mm": 56.7, "in": 1440.0, "pt": 20.0, "pc": 240.0}
_CODED = re.compile(r"_([0-9a-f]{2,4})_")


@dataclass(frozen=True, slots=True)
class Counting:
    """How a level of a list counts: the format of its numbers, what stands around them, where it starts."""

    format: str
    before: str
    after: str
    start: int


class Styles:
    """The styles of a document, those that it made by itself and those that have names."""

    def __init__(self, *roots: etree._Element) -> None:
        """Read the styles of the parts, the first being the strongest."""
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self.lists: dict[str, dict[int, Counting]] = {}
        self.language: str | None = None
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                key = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")
                self._elements.setdefault(key, style)
            for one in root.iter(f"{TEXT}list-style"):
                self.lists.setdefault(one.get(f"{STYLE}name", ""), dict(_levels(one)))

    def look(self, family: str, name: str | None) -> Look:
        """Give the look of a style of a family; one that has itself for a parent stops there."""
        key = family, name or ""
        if key not in self._looks:
            chain: list[tuple[str, str]] = []
            while key in self._elements and key not in chain and key not in self._looks:
                chain.append(key)
                key = family, self._elements[key].get(f"{STYLE}parent-style-name", "")
            look = self._looks.get(key) or Look(kind=_kind(key[1]))
            for one in reversed(chain):
                look = self._looks[one] = _look(self._elements[one], one[1]).over(look)
            return look
        return self._looks[key]


def _kind(name: str) -> str | None:
    """Give the kind of a named style; in the names of the file other signs than letters are coded: `_20_`."""
    shown = _CODED.sub(lambda match: chr(int(match[1], 16)), name)
    return style_kinds().get(shown.casefold())


def _look(style: etree._Element, name: str) -> Look:
    held: dict[str, Any] = {"kind": _kind(style.get(f"{STYLE}display-name") or name)}
    for one in style:
        if one.tag == f"{STYLE}text-properties":
            held |= dict(_of_text(one))
        elif one.tag == f"{STYLE}paragraph-properties":
            held["left"] = _twips(one.get(f"{FO}margin-left"))
            held["right"] = _twips(one.get(f"{FO}margin-right"))
            held["first"] = _twips(one.get(f"{FO}text-indent"))
            aligned = one.get(f"{FO}text-align")
            held["centred"] = aligned == "center" if aligned else None
    return Look(**held)


def _of_text(properties: etree._Element) -> Iterator[tuple[str, Any]]:
    slanted, weight = properties.get(f"{FO}font-style"), properties.get(f"{FO}font-weight")
    lined, position = properties.get(f"{STYLE}text-underline-style"), properties.get(f"{STYLE}text-position")
    size, shown = _twips(properties.get(f"{FO}font-size")), properties.get(f"{TEXT}display")
    if slanted or lined:
        yield "italic", slanted in ("italic", "oblique") or lined not in (None, "none")
    if weight:
        yield "bold", weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
    if position:
        yield "raised", position.startswith("super") or (position[0].isdigit() and not position.startswith("0"))
    if size:
        yield "size", size // 10
    if shown:
        yield "hidden", shown == "none"


def _levels(style: etree._Element) -> Iterator[tuple[int, Counting]]:
    for one in style:
        level = one.get(f"{TEXT}level", "")
        if one.tag == f"{TEXT}list-level-style-number" and level.isdecimal():
            start = one.get(f"{TEXT}start-value", "1")
            before, after = one.get(f"{STYLE}num-prefix", ""), one.get(f"{STYLE}num-suffix", "")
            first = int(start) if start.isdecimal() and len(start) < 8 else 1
            yield int(level), Counting(one.get(f"{STYLE}num-format", ""), before, after, first)


def _twips(length: str | None) -> int | None:
    match = _LENGTH.fullmatch(length) if length else None
    return round(float(match[1]) * _TWIPS[match[2]]) if match else None
