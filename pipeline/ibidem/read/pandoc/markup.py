"""Carry the labels of the notes of reStructuredText and Org through pandoc."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ibidem.read.pandoc.carry import Carried, mark, unmarked

_RST_DEFINED = re.compile(r"^([ \t]*\.\. \[)(\d{1,5}|#[\w.+:-]*|\*)\](?=\s|$)[ \t]?", re.MULTILINE)
_RST_OTHER = re.compile(r"^[ \t]*(?:\.\. (?:literal)?include::|:(?:file|url):).*$", re.MULTILINE)
"""What brings in other files, which are not read: pandoc reads nothing at all where it cannot read them."""
_RST_POINTED = re.compile(r"\[(\d{1,5}|#[\w.+:-]*|\*)\]_")
_ORG_DEFINED = re.compile(r"^\[fn:([\w-]{1,80})\][ \t]?", re.MULTILINE)
_ORG_INLINE = re.compile(r"\[fn:([\w-]{1,80}):")
_ORG_POINTED = re.compile(r"(?<!^)\[fn:([\w-]{1,80})[\]:]|^\[fn:([\w-]{1,80}):", re.MULTILINE)
_SIGNS = ("*", "†", "‡", "§", "¶", "#", "♠", "♥", "♦", "♣")
"""The signs of reStructuredText's auto-symbol footnotes, in their order."""


def carry_rst(text: str) -> Carried:
    """Mark the footnotes of reStructuredText, whose numbers are the given ones and the next free ones."""
    text = _RST_OTHER.sub("", unmarked(text))
    names = [match[2] for match in _RST_DEFINED.finditer(text)]
    labels = tuple(_rst_labels(names))
    places = iter(range(len(names)))
    marked = _RST_DEFINED.sub(lambda match: f"{match[1]}{match[2]}] {mark('n', next(places))} ", text)
    unused = _unused(names, _RST_POINTED.findall(text))
    return Carried(_with(marked, [f"[{name}]_" for name in unused]).encode(), labels)


def _rst_labels(names: Iterable[str]) -> Iterator[str]:
    given = list(names)
    taken = {name for name in given if name.isdecimal()}
    free = (str(number) for number in range(1, len(given) + len(taken) + 1) if str(number) not in taken)
    signs = 0
    for name in given:
        if name == "*":
            yield _SIGNS[signs % len(_SIGNS)] * (1 + signs // len(_SIGNS))
            signs += 1
        else:
            yield name if name.isdecimal() else next(free)


def carry_org(text: str) -> Carried:
    """Mark the footnotes of Org: numbers where all labels are numbers, else counted."""
    text = unmarked(text)
    names: list[str] = []

    def opened(match: re.Match[str]) -> str:
        names.append(match[1])
        return f"{match[0].rstrip()} {mark('n', len(names) - 1)} "

    marked = _ORG_DEFINED.sub(opened, text)
    defined = list(names)
    # An inline note may be pointed at again by its name.
    marked = _ORG_INLINE.sub(lambda match: opened(match).replace(" ", ""), marked)
    pointed = [one or other for one, other in _ORG_POINTED.findall(text)]
    unused = _unused(defined, pointed)
    counted = "[fn::" in text or not all(name.isdecimal() for name in names)
    labels = tuple("" if counted else name for name in names)
    return Carried(_with(marked, [f"[fn:{name}]" for name in unused]).encode(), labels)


def _unused(defined: Iterable[str], pointed: Iterable[str]) -> list[str]:
    """Give the notes that no marker points at; those without a name have one marker each."""
    left = Counter(pointed)
    unused = []
    for name in defined:
        if not left[name]:
            unused.append(name)
        elif name in ("#", "*"):
            left[name] -= 1
    return unused


def _with(text: str, unused: list[str]) -> str:
    """Point at the notes that nothing points at from a paragraph that is no text."""
    return f"{text}\n\n{mark('x')} {' '.join(unused)}\n" if unused else text
