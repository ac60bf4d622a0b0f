"""Find what the pages bring besides their text: running heads, page numbers, stamps of downloads."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from ibidem.read.pdf.page import Line

_EDGE = 6
_SHORTEST_KEY = 9
_MOST_LINES = 2_000
_DEEP = 0.25
_NUMBERS = re.compile(r"\d+|\b[ivxlcdm]+\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\W{0,4}(?:(?:page|seite|p\.|s\.|стр\.?)\s?)?(\d{1,5}|[ivxlc]{1,8})(?:\s?(?:/|of|von|de)\s?\d+)?\W{0,4}", re.I
)
_STAMP = re.compile(
    r"(?:downloaded|téléchargé|heruntergeladen|scaricato|licensed|accessed|terms of use|all rights reserved|©"
    r"|creative commons|issn|doi\b|https?://doi)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?<!\S)\d{1,4}(?!\S)")
_FIRST = re.compile(r"\W{0,3}(\d{1,5})")
_NEAR = 3.0
_FEW_PAGES = 3
_LONGEST_HEAD = 70
_TOUCHING = 1.4
_FAR, _FAR_STEPS, _MOST = 1.9, 1.5, 0.5


def find_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> frozenset[Line]:
    """Give the lines at the heads and feet of pages that repeat, or count the pages, and what stands beside them."""
    # A page that is cut to its text, or set on a larger sheet, has its edges where its letters end.
    bases = [line.base for lines in pages for line in lines]
    lowest, highest = min(bases, default=0.0), max(bases, default=max(heights, default=0.0))
    edges = [_edges(lines, lowest, highest) for lines in pages]
    keys: dict[tuple[bool, str], list[tuple[int, Line]]] = defaultdict(list)
    for page, held in enumerate(edges):
        for line, top in held:
            if len(_key(line)) > 2 and not _ALONE.fullmatch(line.text) and not _opens_note(line):
                keys[top, _key(line)].append((page, line))
    enough = 2 if len(pages) <= _FEW_PAGES + 2 else _FEW_PAGES
    found = {line for group in keys.values() for line in _repeated(group, enough)}
    found |= _numbers(edges) | _changing(pages, edges)
    found = _outermost(edges, found)
    # The first page often has the running head elsewhere.
    known = {_key(line) for line in found if len(_key(line)) > _SHORTEST_KEY}
    found |= {line for held in edges for line, _ in held if _key(line) in known and not _opens_note(line)}
    return frozenset(found | _beside(edges, found) | _stamps(edges, found))


def _outermost(edges: Sequence[Sequence[tuple[Line, bool]]], found: set[Line]) -> set[Line]:
    """Keep what has no text between itself and the edge of the page."""
    kept: set[Line] = set()
    for held in edges:
        level = [line for line, _ in held if line in found]
        for edge in (True, False):
            for line in sorted((line for line, top in held if top is edge), key=lambda line: line.base, reverse=edge):
                if not any(abs(line.base - other.base) < _NEAR for other in level):
                    break
                if not edge and _touches(line, held, found):
                    break
                kept |= {line} & found
    return kept


def _opens_note(line: Line) -> bool:
    """Tell whether a raised number opens a line of text."""
    return bool(line.raised) and not line.text[: line.raised[0].start].strip() and any(map(str.isalpha, line.text))


def _repeated(group: Sequence[tuple[int, Line]], enough: int) -> Iterator[Line]:
    """Give the lines of one wording that stand at one height on enough pages; numbers before them count the pages."""
    pages: dict[tuple[int, int | None], set[int]] = defaultdict(set)
    for page, line in group:
        pages[round(line.base / _NEAR), _offset(line, page)].add(page)
    for page, line in group:
        level, offset = round(line.base / _NEAR), _offset(line, page)
        near = set[int]().union(*(pages.get((level + step, offset), ()) for step in (-1, 0, 1)))
        if len(near) >= (enough if len(line.text) < _LONGEST_HEAD else _FEW_PAGES):
            yield line


def _offset(line: Line, page: int) -> int | None:
    """Give how far the number that opens a line is from the page; None where none does."""
    opened = _FIRST.match(line.text)
    return int(opened[1]) - page if opened else None


def _edges(lines: Sequence[Line], lowest: float, highest: float) -> list[tuple[Line, bool]]:
    """Give the lines next to the head and the foot of a page, and whether it is the head."""
    levels = sorted({round(line.base, 0) for line in lines}, reverse=True)
    head, foot = set(levels[:_EDGE]), set(levels[-_EDGE:])
    upper, lower = highest - _DEEP * (highest - lowest), lowest + _DEEP * (highest - lowest)
    if len(lines) > _MOST_LINES:
        return []
    top = [(line, True) for line in lines if round(line.base, 0) in head and line.base > upper]
    return top + [(line, False) for line in lines if round(line.base, 0) in foot and line.base < lower]


def _key(line: Line) -> str:
    return " ".join(_NUMBERS.sub("#", line.text.casefold()).split())


def _numbers(edges: Sequence[Sequence[tuple[Line, bool]]]) -> set[Line]:
    """Find page numbers: they stand alone and count on with the pages."""
    offsets = Counter[int]()
    seen: list[tuple[int, Line]] = []
    for page, held in enumerate(edges):
        for line, _ in held:
            alone = _ALONE.fullmatch(line.text.strip())
            if alone and alone[1].isdecimal():
                seen.append((int(alone[1]) - page, line))
            elif alone:
                seen.append((_roman(alone[1]) - page, line))
            elif _BESIDE.search(line.text):
                # A number beside a running head says what numbers are right, too.
                offsets.update({int(number) - page for number in _BESIDE.findall(line.text)})
    offsets.update(offset for offset, _ in seen)
    usual = {offset for offset, count in offsets.items() if count >= min(2, len(edges))}
    return {line for offset, line in seen if offset in usual}


def _changing(pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[tuple[Line, bool]]]) -> set[Line]:
    """Find running heads that change with the section: the first line, at one height, far above the second one."""
    heads: list[Line] = []
    for lines, held in zip(pages, edges, strict=True):
        heights = sorted({round(line.base, 1) for line in lines}, reverse=True)
        first = [line for line, top in held if top and abs(line.base - heights[0]) < _NEAR]
        below = next((height for height in heights if height < heights[0] - _NEAR), None)
        usual_step = median([a - b for a, b in pairwise(heights)]) if len(heights) > 1 else 0.0
        far = max(_FAR * max((line.size for line in first), default=0.0), _FAR_STEPS * usual_step)
        if first and below is not None and heights[0] - below > far:
            heads += first
    levels = Counter(round(line.base) for line in heads)
    usual = {level for level, count in levels.items() if count >= max(_FEW_PAGES, _MOST * len(pages))}
    return {line for line in heads if any(abs(line.base - level) < _NEAR for level in usual)}


def _touches(line: Line, held: Sequence[tuple[Line, bool]], found: Container[Line]) -> bool:
    """Tell whether a line is the last one of the notes above it, though others have its words at its height."""
    gaps = (other.base - line.base for other, _ in held if other not in found and abs(other.size - line.size) < 0.3)
    return any(0 < gap < _TOUCHING * line.size for gap in gaps)


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    figures = [values.get(letter, 0) for letter in text.casefold()]
    pairs = zip(figures, [*figures[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def _beside(edges: Sequence[Sequence[tuple[Line, bool]]], found: set[Line]) -> set[Line]:
    """Find running heads that change with the chapter: they stand where most pages have furniture, above or below all.

    Those on a level with a running head or a page number of their own page go with it.
    """
    more: set[Line] = set()
    slots = Counter[tuple[bool, int]]()
    for held in edges:
        slots.update({(top, round(line.base / _NEAR)) for line, top in held if line in found})
    for held in edges:
        levels = {line.base for line, _ in held if line in found}
        bases: Mapping[bool, list[float]] = {
            edge: sorted((line.base for line, top in held if top is edge), reverse=edge) for edge in (True, False)
        }
        for line, top in held:
            common = sum(slots[top, round(line.base / _NEAR) + step] for step in (-1, 0, 1)) * 2 >= len(edges) > 2
            outermost = abs(line.base - bases[top][0]) < _NEAR
            if any(abs(line.base - level) < 1.5 for level in levels) or (common and outermost and _apart(line, held)):
                more.add(line)
    return more


def _apart(line: Line, held: Sequence[tuple[Line, bool]]) -> bool:
    others = [abs(other.base - line.base) for other, _ in held if abs(other.base - line.base) > 1.5]
    return not others or min(others) > 1.5 * line.size


def _stamps(edges: Sequence[Sequence[tuple[Line, bool]]], found: set[Line]) -> set[Line]:
    """Find lines of rights and downloads that stand at the very foot of one page only."""
    more: set[Line] = set()
    for held in edges:
        foot = sorted((line for line, top in held if not top and line not in found), key=lambda line: line.base)
        for line in foot:
            if not _STAMP.search(line.text):
                break
            more.add(line)
    return more
