"""What a file says of itself in its metadata, as pandoc gives it: title, authors, abstract, keywords, date."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ibidem.document import Metadata, PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.facts import doi_of, edtf_of, issn_of, licence_of
from ibidem.read.pandoc.inline import plain

Node = dict[str, Any]
Runs = Callable[[Iterable[Node]], tuple[Run, ...]]


def metadata_of(meta: dict[str, Node]) -> Metadata:
    """Read a file's metadata."""
    journal = meta.get("journal") or meta.get("container-title")
    inside = journal["c"] if journal and journal["t"] == "MetaMap" else {}
    doi = _text(meta.get("doi") or meta.get("DOI"))
    return Metadata(
        title=_text(meta.get("title")) or None,
        authors=tuple(_names(meta)),
        date=edtf_of(_text(meta.get("date"))),
        language=_text(meta.get("lang") or meta.get("language")) or None,
        journal=_text(inside.get("title") or inside.get("name") if inside else journal) or None,
        issn=issn_of(_text(meta.get("issn") or inside.get("issn") or inside.get("pissn"))),
        doi=doi_of(doi) or doi or None,
        license=_link(meta.get("license") or meta.get("licence") or meta.get("rights")),
    )


def _names(meta: dict[str, Node]) -> Iterator[str]:
    for author in _items(meta.get("author") or meta.get("authors")):
        names = (name.strip() for name in _name(author).split(";"))
        yield from (name for name in names if name)


def front_of(meta: dict[str, Node], runs: Runs) -> Iterator[Block]:
    """Give the blocks that a file's metadata prints at its head."""
    title = meta.get("title")
    if title is not None:
        yield Block(PartKind.TITLE, _runs(title, runs))
    if "subtitle" in meta:
        yield Block(PartKind.TITLE, _runs(meta["subtitle"], runs), joined=title is not None)
    for author in _items(meta.get("author") or meta.get("authors")):
        yield Block(PartKind.AUTHOR, _runs(author, runs))
    for nodes in _paragraphs(meta.get("abstract")):
        yield Block(PartKind.ABSTRACT, runs(nodes))
    words = [_text(word) for word in _items(meta.get("keywords"))]
    if any(words):
        yield Block(PartKind.KEYWORD, (Run("; ".join(filter(None, words))),))


def _items(value: Node | None) -> Sequence[Node]:
    if value is None:
        return ()
    held: Sequence[Node] = value["c"] if value["t"] == "MetaList" else [value]
    return held


def _runs(value: Node, runs: Runs) -> tuple[Run, ...]:
    if value["t"] == "MetaInlines":
        return runs(value["c"])
    if value["t"] == "MetaBlocks":
        return tuple(run for nodes in _paragraphs(value) for run in (*runs(nodes), Run(" ")))
    return (Run(_name(value)),)


def _paragraphs(value: Node | None) -> Iterator[Sequence[Node]]:
    if value is not None and value["t"] == "MetaBlocks":
        yield from (node["c"] for node in value["c"] if node["t"] in ("Para", "Plain"))
    elif value is not None and value["t"] == "MetaInlines":
        yield value["c"]


def _name(value: Node) -> str:
    """Give the name of an author, in whatever shape the settings have it."""
    if value["t"] != "MetaMap":
        return _text(value)
    held = {key: _text(one) for key, one in value["c"].items()}
    given = " ".join(filter(None, (held.get("given"), held.get("family"))))
    return held.get("name") or held.get("literal") or given or held.get("long") or next(iter(held.values()), "")


def _text(value: Node | None) -> str:
    if value is None:
        return ""
    if value["t"] == "MetaMap":
        return _name(value)
    if value["t"] == "MetaList":
        return ", ".join(filter(None, map(_text, value["c"])))
    if value["t"] in ("MetaString", "MetaBool"):
        return str(value["c"])
    return " ".join(plain(nodes) for nodes in _paragraphs(value))


def _link(value: Node | None) -> str | None:
    text = _text(value)
    found = re.search(r"https?://\S+", text)
    return licence_of(text) or (found[0].rstrip(".,;)") if found else None)
