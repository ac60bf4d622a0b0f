"""One printed reference taken apart: signal, source, its fields and locator, and the work it is quoted in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ibidem.cited import Fields, Name
from ibidem.edtf import Date
from ibidem.parse.archive import read_document, take_archive
from ibidem.parse.body import read_body
from ibidem.parse.choice import settle
from ibidem.parse.fields import Draft, flat
from ibidem.parse.gost import take_gost
from ibidem.parse.learned import read_many
from ibidem.parse.legal import read_legal, take_legal
from ibidem.parse.name import parse_name
from ibidem.parse.number import choose_date, take_numbers
from ibidem.parse.signal import find_signal
from ibidem.parse.source import Source
from ibidem.parse.title import find_italics, find_quoted
from ibidem.parse.type import worded_type
from ibidem.parse.via import find_via

__all__ = ["LONGEST", "ParsedReference", "Source", "parse_reference", "parse_source", "read_ahead"]

LONGEST = 3000
"""References longer than this many code points are read up to here only."""


@dataclass(frozen=True, slots=True)
class ParsedReference:
    """A reference: what is printed before it, the source, and the hosts that it is quoted in, nearest first."""

    signal: str | None
    source: Source
    hosts: tuple[Source, ...]

    @property
    def locator(self) -> str | None:
        """Give the source's own locator, or else that of the first host that has one."""
        return next((one.locator for one in (self.source, *self.hosts) if one.locator), None)


def parse_reference(text: str) -> ParsedReference:
    """Take one reference apart; ranges of pieces are code points of `text`.

    `X, quoted in Y` has X as the source and Y as a host; where nothing stands before the phrase, the
    first source of what follows is the source (`Cited in X, *Y*`).
    """
    signal, parts = _parts(text[:LONGEST])
    sources = [parse_source(text[:LONGEST], first, last) for first, last in parts]
    hosts = tuple(_dated(host, sources[0]) for host in sources[1:])
    return ParsedReference(signal, sources[0], hosts)


def read_ahead(texts: Iterable[str], *, lists: bool = False) -> None:
    """Let the model read many references at once, which is much faster than one by one; they are parsed later.

    `lists` says that they are entries of a list, which are printed in other ways than references in notes.
    """
    cut = ((text[:LONGEST], _parts(text[:LONGEST])[1]) for text in texts)
    read_many([text[first:last] for text, parts in cut for first, last in parts], lists=lists)


def _parts(whole: str) -> tuple[str | None, list[tuple[int, int]]]:
    """Give the signal of a reference and the ranges of its sources, nearest first; at least one."""
    signal = find_signal(whole)
    start = signal[1] if signal else 0
    cuts = [cut for cut in find_via(flat(whole)) if cut[0] >= start]
    ends = [cut[0] for cut in cuts] + [len(whole)]
    starts = [start] + [cut[1] for cut in cuts]
    spans = [(first, last) for first, last in zip(starts, ends, strict=True) if whole[first:last].strip(" ,.*;:(")]
    if not cuts:
        spans = _inside(whole, *spans[0]) if spans else spans
    parts: list[tuple[int, int]] = []
    for index, (first, last) in enumerate(spans):
        chained = bool(cuts) and (index > 0 or not whole[start : ends[0]].strip(" ,.*;:("))
        parts.extend(_chain(whole, first, last) if chained else [(first, last)])
    return signal[0] if signal else None, parts or [(start, len(whole))]


_IN_MARKED = re.compile(r"\*([Ii]n)\*")
_DIGESTS = frozenset({"press-digest", "monitoring-report"})
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?,?\s[^\W\d_]{3,10}\.?,?\s\d{4}|[^\W\d_]{3,10}\.?\s\d{1,2},\s\d{4}")
_IN = re.compile(r",?\s+in\s(?:the\s)?(?=[*A-ZÀ-Þ])")


def _inside(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut `ITAR-TASS, 24 August 1993, in FBIS-SOV, 25 August 1993`: a source that a digest of another day prints."""
    for match in _IN.finditer(text, start, end):
        digest = worded_type(text[match.end() : end], _DIGESTS)
        if digest and _DAY.search(text, start, match.start()) and re.search(r"\d{2}", text[match.end() : end]):
            return [(start, match.start()), (match.end(), end)]
    return [(start, end)]


def _dated(host: Source, source: Source) -> Source:
    """Date a digest by its running number where that ends in the year of what it quotes: `(21-93)` for 1993."""
    issue, date = host.fields.issue, source.fields.date
    if host.fields.date or date is None or not re.fullmatch(rf"\d{{1,2}}-{date.edtf[2:4]}", issue or ""):
        return host
    return replace(host, fields=replace(host.fields, date=Date(date.edtf[:4], issue or "")))


def _chain(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut `A, 26 May 1993, *B*, (21-93)` before the second emphasised name: A stands in B."""
    pattern = re.compile(r"\d{4}\W{1,4}(?=\*[^*\s])")
    if '"' in flat(text[start:end]):
        return [(start, end)]
    for match in pattern.finditer(text, start, end):
        if re.search(r"[^\W\d_]{3}", text[start : match.start()]):
            return [(start, match.end()), (match.end(), end)]
    for match in _DAY.finditer(text, start, end):
        rest = text[match.end() : end]
        if re.match(r",\s[A-ZÀ-Þ]", rest) and worded_type(rest, _DIGESTS) and re.search(r"\d{2}", rest):
            return [(start, match.end()), (match.end() + 1, end)]
    return [(start, end)]


def parse_source(text: str, start: int, end: int) -> Source:
    """Read one source from `text[start:end]`, which names nothing but it."""
    return settle(read_by_rules(text, start, end), text[:end])


def read_by_rules(text: str, start: int, end: int) -> Source:
    """Read one source from `text[start:end]` by rules alone."""
    blank = "\0" * start
    draft = Draft(text[:end], blank + _IN_MARKED.sub(r" \1 ", flat(text[start:end])))
    marked = bool(find_quoted(draft.rest) or find_italics(draft.rest))
    kept = take_archive(draft, start)
    legal = None if kept else take_legal(draft, start)
    date = choose_date(draft, start)
    if legal:
        read_legal(draft, start)
    numbers = take_numbers(draft, date)
    daily = date is not None and re.fullmatch(r"\d{4}-\d\d-\d\d.?", date.edtf) is not None
    if kept:
        read_document(draft, start)
    kind = kept or legal or take_gost(draft, start)
    kind = kind or read_body(draft, start, numbered=numbers.numbered, daily=daily)
    unread = sum(char.isalnum() for char in draft.rest[start:end])
    return Source(_fields(draft, kind, date), tuple(draft.pieces), numbers.locator, start, end, unread, marked)


def _names(draft: Draft, name: str) -> tuple[Name, ...]:
    return tuple(parse_name(piece.value) for piece in draft.pieces if piece.name == name)


def _value(draft: Draft, name: str) -> str | None:
    piece = draft.get(name)
    return piece.value if piece else None


def _fields(draft: Draft, kind: str, date: Date | None) -> Fields:
    return Fields(
        type=kind,
        authors=_names(draft, "author"),
        editors=_names(draft, "editor"),
        title=_value(draft, "title"),
        container=_value(draft, "container"),
        container_editors=_names(draft, "container-editor"),
        volume=_value(draft, "volume"),
        issue=_value(draft, "issue"),
        number=_value(draft, "number"),
        date=date,
        place=_value(draft, "place"),
        publisher=_value(draft, "publisher"),
        pages=_value(draft, "pages"),
    )
