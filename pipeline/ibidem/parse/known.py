"""Short forms inside comments, of works whose authors or short names the notes give: `Marsh (p. 63) doubts`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ibidem.parse.alias import find_aliases
from ibidem.parse.fields import flat
from ibidem.parse.letters import LOWER, UPPER
from ibidem.parse.name import read_names
from ibidem.parse.short import NAMES, parse_short
from ibidem.parse.sign import STRONG
from ibidem.parse.signal import find_signal, is_signal
from ibidem.words import read_words

_LABEL = (
    r"(?:pp?\.|pages?|S\.|С\.|págs?\.|fols?\.|ff?\.|Bl\.|Rn\.|Rz\.|§{1,2}|¶{1,2}|at"
    r"|chaps?\.|ch\.|Kap\.|arts?\.|paras?\.|Sp\.|col\.|capp?\.|app\.|cc\.|л\.|гл\."
    r"|apéndice|appendix|appendice|annexe|anexo|Anhang|chapter|chapitre|capítulo|capitolo|Kapitel)"
)
_TITLE = rf"(?:,\s[*\"‘]?[{UPPER}][^\d(),;:.]{{2,80}}?[*\"’,]{{0,2}})"
_NUMBER = r"[\dxvi]{1,6}(?:[\s\d,&f.-]{0,30}(?:ff|f)?(?<![\s,])\.?)?"
_SHORT = re.compile(
    rf"(?P<names>{NAMES})(?:{_TITLE}?(?:,\s|\s\()(?:bes\.\s|esp\.\s)?{_LABEL}\s?{_NUMBER}|{_TITLE},?\s{_NUMBER}(?=[.)\s]*$|\)|\.\s[{UPPER}]|;|,\s[{LOWER}]))"
)
_WORD = re.compile(rf"(?<![\w.])[{UPPER}\d][\w'’-]*")
_LOCATED = re.compile(rf"(?:,\s|\s\(|\s)(?={_LABEL}\s?[\dxvi])[^;()]{{1,40}}")
_BEFORE = re.compile(rf"(?P<word>[{UPPER}][\w'’&-]*)\s$")
_TITLED = re.compile(rf"[\s(*\"]*(?P<title>[{UPPER}][\w'’-]*\s[^.,:;()\[\]\d*\"/]{{4,80}}?)(?=\s?[.,:;(*\"/])")
_PLACED = re.compile(rf"[*\".,]{{0,3}}\s(?:[{UPPER}]\.|{_LABEL})\s?[\dxvi]{{1,6}}[^;()]{{0,30}}")
_BRACKET = re.compile(
    rf"\((?P<inner>(?P<title>[{UPPER}][^(),;:\d*\"]{{2,60}}),\s(?:{_LABEL}\s?)?(?:\d{{1,2}}:)?\d{{1,4}}(?:-\d{{1,4}})?)\)"
)
"""A short title with a page in brackets: `The phrase is Garrod's (Miasmatists, 150)`."""
_SHORTEST = 200
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Known:
    """The family names of authors, and the short names of works by their first word, that the notes of a paper give.

    `titles` are those of works that name nobody, up to the first stop; `shorts` are the titles of short forms.
    """

    families: frozenset[str]
    aliases: dict[str, tuple[str, ...]]
    titles: frozenset[str] = frozenset()
    shorts: frozenset[str] = frozenset()


def known_names(references: Iterable[str]) -> Known:
    """Collect them from the references that are whole."""
    families: set[str] = set()
    aliases: dict[str, set[str]] = {}
    titles: set[str] = set()
    shorts: set[str] = set()
    for text in references:
        plain = flat(text[:600])
        for alias in find_aliases(plain):
            if len(alias) >= _FEWEST or (alias.isupper() and len(alias) > 1):
                aliases.setdefault(alias.split()[0], set()).add(alias)
        if STRONG.search(plain) or _whole().search(plain):
            signal = find_signal(plain)
            start = signal[1] if signal else 0
            names, _ = read_names(plain[start : start + 160].lstrip())
            families |= {family for one in names if (family := one.name.family) and _names_somebody(family)}
            titled = None if names else _TITLED.match(plain, start)
            titles |= {titled["title"]} if titled else set()
        short = parse_short(plain) if len(plain) < _SHORTEST else None
        if short is not None and short.title and short.locator:
            shorts.add(short.title)
    ordered = {first: tuple(sorted(held, key=len, reverse=True)) for first, held in aliases.items()}
    return Known(frozenset(families), ordered, frozenset(titles), frozenset(shorts))


def _names_somebody(family: str) -> bool:
    return len(family) >= _FEWEST - 1 and family.casefold() not in read_words("no-names")


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"(?<![\d./-])(?:1[4-9]|20)\d\d")


def find_known(plain: str, start: int, end: int, *, known: Known) -> Iterator[tuple[int, int]]:
    """Give the ranges between `start` and `end` that name a known author, or a work by its short name, with a place."""
    at = start
    again = _again(plain, start, end, known)
    if again:
        yield again
        at = again[1]
    for bracket in _BRACKET.finditer(plain, at, end):
        if bracket["title"] in known.shorts:
            yield bracket.span("inner")
    for word in _WORD.finditer(plain, start, end):
        if word.start() < at or _goes_on(plain, word.start()):
            continue
        stop = _alias_end(plain, word.start(), end, known) or _short_end(plain, word, end, known)
        if stop:
            yield word.start(), stop
            at = stop


def _again(plain: str, start: int, end: int, known: Known) -> tuple[int, int] | None:
    """Give the range of a title alone that a work without authors has, with its place: `Letters of a Nun. P. 16`."""
    signal = find_signal(plain[start:end])
    titled = _TITLED.match(plain, start + (signal[1] if signal else 0), end)
    if titled is None or titled["title"] not in known.titles:
        return None
    located = _PLACED.match(plain, titled.end(), end)
    return (start, located.end()) if located else None


def split_known(plain: str, start: int, end: int, *, known: Known) -> list[tuple[int, int]]:
    """Cut a stretch at its semicolons where each part opens with a known author; else give it whole."""
    cuts = [match.start() for match in re.finditer(";", plain[start:end])]
    if not cuts:
        return [(start, end)]
    edges = [start, *(start + cut for cut in cuts), end]
    parts = [(first + (plain[first] == ";"), last) for first, last in pairwise(edges)]
    trimmed = [(first + len(part) - len(part.lstrip()), last) for first, last in parts for part in [plain[first:last]]]
    return trimmed if all(_opens(plain[first:last], known) for first, last in trimmed) else [(start, end)]


def _opens(text: str, known: Known) -> bool:
    signal = find_signal(text)
    word = _WORD.match(text, signal[1] if signal else 0)
    return word is not None and word.group() in known.families


def _goes_on(plain: str, start: int) -> bool:
    """Tell whether a large word right before makes a longer name of it: `Ex Parte Letter`."""
    before = _BEFORE.search(plain, max(0, start - 30), start)
    return before is not None and not is_signal(before["word"])


def _alias_end(plain: str, start: int, end: int, known: Known) -> int | None:
    first = plain[start:end].split(None, 1)[0].rstrip(".,") if plain[start:end].strip() else ""
    held = (*known.aliases.get(first, ()), *known.aliases.get(f"{first}.", ()))
    for alias in held:
        if plain.startswith(alias, start):
            located = _LOCATED.match(plain, start + len(alias), end)
            if located:
                return located.end()
    return None


def _short_end(plain: str, word: re.Match[str], end: int, known: Known) -> int | None:
    if word.group() not in known.families:
        return None
    match = _SHORT.match(plain, word.start(), end)
    return match.end() if match else None
