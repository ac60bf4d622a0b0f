"""The numbers that a DOCX counts for its lists, headings and paragraphs: printed, but nowhere in its text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ibidem.read.docx.package import child, is_on, value
from ibidem.read.look import Look
from ibidem.read.ordinal import letters, roman, sign
from ibidem.read.walk import local

_LEVEL = re.compile(r"%(\d)")
_LEVELS = 9
_LONGEST = 40


def formatted(number: int, style: str | None) -> str:
    """Give a number in one of OOXML's number formats; in figures where it is none of the usual ones."""
    if style in ("lowerRoman", "upperRoman"):
        return roman(number) if style == "lowerRoman" else roman(number).upper()
    if style in ("lowerLetter", "upperLetter"):
        return letters(number) if style == "lowerLetter" else letters(number).upper()
    if style == "chicago":
        return sign(number)
    return "" if style == "none" else f"{number:02}" if style == "decimalZero" else str(number)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    text: str
    legal: bool
    paragraph_style: str | None


@dataclass(slots=True)
class Numbering:
    """The lists of a document with their counters: what is counted is the abstract list that lists share."""

    root: etree._Element | None
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read the lists."""
        for one in self.root if self.root is not None else ():
            if local(one) == "abstractNum":
                levels = (level for level in one if local(level) == "lvl")
                self.levels[value(one, "abstractNumId") or ""] = {
                    _number(value(level, "ilvl"), 0): _level(level) for level in levels
                }
            elif local(one) == "num":
                starts = {
                    _number(value(over, "ilvl"), 0): _number(value(child(over, "startOverride")), 1)
                    for over in one
                    if local(over) == "lvlOverride" and child(over, "startOverride") is not None
                }
                self.lists[value(one, "numId") or ""] = (value(child(one, "abstractNumId")) or "", starts)

    def label(self, look: Look) -> str:
        """Count on for a paragraph and give its number as printed; nothing for a bullet or a paragraph without."""
        if look.list is None or look.list not in self.lists:
            return ""
        abstract, starts = self.lists[look.list]
        levels = self.levels.get(abstract, {})
        at = look.level if look.level is not None else _of_style(levels, look.style)
        if at not in levels or not 0 <= at < _LEVELS:
            return ""
        counters = self.counters.setdefault(abstract, [None] * _LEVELS)
        if look.list not in self.begun:
            self.begun.add(look.list)
            for level, start in starts.items():
                if 0 <= level < _LEVELS:
                    counters[level] = start - 1
        before = counters[at]
        counters[at] = levels[at].start if before is None else before + 1
        counters[at + 1 :] = [None] * (_LEVELS - at - 1)
        return self._printed(levels, at, counters)

    def _printed(self, levels: dict[int, _Level], at: int, counters: list[int | None]) -> str:
        if levels[at].style == "bullet":
            return ""

        def number(match: re.Match[str]) -> str:
            level = levels.get(int(match[1]) - 1)
            if level is None:
                return ""
            held = counters[int(match[1]) - 1]
            style = "decimal" if levels[at].legal else level.style
            return formatted(level.start if held is None else held, style)

        return _LEVEL.sub(number, levels[at].text[:_LONGEST]).strip()


def _of_style(levels: dict[int, _Level], style: str | None) -> int:
    """Give the level that a style is linked to; the first one where none is."""
    return next((at for at, level in levels.items() if style is not None and level.paragraph_style == style), 0)


def _level(level: etree._Element) -> _Level:
    return _Level(
        start=_number(value(child(level, "start")), 1),
        style=value(child(level, "numFmt")) or "decimal",
        text=value(child(level, "lvlText")) or "",
        legal=is_on(child(level, "isLgl")) or False,
        paragraph_style=value(child(level, "pStyle")),
    )


def _number(text: str | None, instead: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else instead
