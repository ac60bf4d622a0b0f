"""Hold the back-references of a set of footnotes against the links that people made between them.

The footnotes are a set's in the format of llamore (mpilhlt/bibliographic-tei): each a raw string with its TEI.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ibidem.document import Document, PartKind
from ibidem.errors import InputError
from ibidem.read import read_bytes
from ibidem.read.compose import Block, Run, compose
from ibidem.score.found import Found
from ibidem.score.gold import Link
from ibidem.score.tally import Tally

_LABEL = re.compile(r"\s*(\d{1,4})[.)]?\s+")
_WORD = re.compile(r"[^\W_]+")
_SET = "{https://gitlab.mpcdf.mpg.de/dcfidalgo/llamore}"
_BIBL = "{http://www.tei-c.org/ns/1.0}bibl"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Footnotes:
    """A set's notes as a paper that has nothing but notes; `references` has the number and the text of each id."""

    document: Document
    references: Mapping[str, tuple[int, str]]


def read_footnotes(path: Path) -> Footnotes:
    """Read a set of footnotes; raise InputError for what is none."""
    # The parser is loaded by those alone who read such a set.
    from ibidem.read.markup import parse_xml

    root = parse_xml(read_bytes(path), path=path)
    blocks: list[Block] = [Block(PartKind.TITLE, (Run(path.stem),))]
    references: dict[str, tuple[int, str]] = {}
    for place, instance in enumerate(root.iter(f"{_SET}instance"), start=1):
        raw = instance.findtext(f"{_SET}input") or ""
        label = _LABEL.match(raw)
        number = int(label[1]) if label else place
        text = raw[label.end() if label else 0 :]
        if text.strip():
            blocks.append(Block(PartKind.NOTE, (Run(text),), note=f"{number}-{place}", label=f"{number}."))
        for bibl in instance.iter(_BIBL):
            references[bibl.get(_ID, "")] = number, "".join(bibl.itertext())
    if not references:
        raise InputError("holds no footnotes with their references; name a set of that format", path=path)
    return Footnotes(compose(blocks), references)


def score_links(
    links: Iterable[Link], footnotes: Mapping[str, Footnotes], found: Mapping[str, Sequence[Found]]
) -> Tally:
    """Compare the links of the sets given, by their names, with what was found in each.

    One is right where its work is that of the reference at the end of the chain, or a part of the book that is
    cited there where gold says so.
    """
    asked = [link for link in links if link.doc in footnotes]
    right: list[Link] = []
    answered: list[Link] = []
    misses: list[str] = []
    for link in asked:
        its, theirs = footnotes[link.doc].references, found[link.doc]
        one = _at(int(link.note), link.text, theirs)
        ends = [other for name in link.final if name in its and (other := _at(*its[name], theirs)) is not None]
        if one is None or one.work is None:
            misses.append(f"note {link.note}: {link.text}: {_why(one)}")
            continue
        answered.append(link)
        if _is_right(link, one, ends):
            right.append(link)
        else:
            misses.append(f"note {link.note}: {link.text}: {one.work}, gold has {', '.join(link.final)}")
    simple = sum(_simple(link, footnotes[link.doc].references) for link in asked)
    figures = (
        ("back-references: right of answered", len(right), len(answered)),
        ("back-references: answered", len(answered), len(asked)),
        ("back-references: last one before", simple, len(asked)),
    )
    return Tally(figures, tuple(misses))


def _why(one: Found | None) -> str:
    return "not found" if one is None else f"not answered: {'; '.join(one.told)}"


def _is_right(link: Link, one: Found, ends: Sequence[Found]) -> bool:
    if link.role:
        return any(one.resolved == end.key and one.work != end.work for end in ends)
    return any(one.work == end.work for end in ends)


def _at(number: int, text: str, found: Sequence[Found]) -> Found | None:
    """Give the reference of a note that shares most words with a text."""
    words = set(_words(text))
    held = [(len(words & set(_words(one.text))), one) for one in found if one.number == number]
    best = max((often for often, _ in held), default=0)
    return next((one for often, one in held if often == best), None) if best else None


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(text))


def _simple(link: Link, references: Mapping[str, tuple[int, str]]) -> bool:
    """Tell whether the last reference of the note before would have been right."""
    names = [name for name, (number, _) in references.items() if number < int(link.note)]
    return bool(names) and names[-1] in link.final
