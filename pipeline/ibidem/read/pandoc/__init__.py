"""Read Markdown, LaTeX, reST and Org by pandoc, which keeps their notes but not the numbers of these."""

import re
from pathlib import Path
from typing import Any

from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read import decode
from ibidem.read.compose import compose
from ibidem.read.front import placed
from ibidem.read.handmade import with_handmade
from ibidem.read.pandoc.carry import Carried
from ibidem.read.pandoc.latex import carry_latex
from ibidem.read.pandoc.macros import passing
from ibidem.read.pandoc.markdown import carry_markdown
from ibidem.read.pandoc.markup import carry_org, carry_rst
from ibidem.read.pandoc.meta import front_of, metadata_of
from ibidem.read.pandoc.process import convert
from ibidem.read.pandoc.tree import Walk

_READERS = {
    # What stands in the file stays: straight quotes, `\footnote`, a paragraph that opens with `A. Smith`, and
    # headings and quotations right under a paragraph, as most programs read them.
    "markdown": "markdown-smart-raw_tex-fancy_lists-blank_before_header-blank_before_blockquote+autolink_bare_uris",
    "latex": "latex",
    "rst": "rst",
    "org": "org",
}
_CARRIERS = {"markdown": carry_markdown, "latex": carry_latex, "rst": carry_rst, "org": carry_org}
_SECONDS = 8.0
_FIRST, _AGAIN = 5.5, 2.5
"""How long pandoc may take for LaTeX, which may be read twice."""
_LARGEST = 20_000_000
_SETTINGS = re.compile(rb"---[ \t]*\n(?:[^\n]*\n){0,400}?(?:---|\.\.\.)[ \t]*\n")
_TITLE = re.compile(rb"^title:[ \t]*[\"']?([^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
_INPUT = re.compile(r"\\(?:input|include|subfile)\b|^\.\. include::|^#\+include:", re.MULTILINE | re.IGNORECASE)


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read a file by pandoc; raise InputError for what it cannot read, or not in bounded time and memory."""
    if len(data) > _LARGEST:
        raise InputError(f"has {len(data):,} bytes, more than {_LARGEST:,}; split it", path=path)
    # The last line end keeps a definition on the last line one of its own.
    carried = _CARRIERS[format](decode(data, path=path).removeprefix("\ufeff").replace("\r\n", "\n") + "\n")
    tree = _tree(carried.source, format=format, path=path)
    try:
        metadata = metadata_of(tree.get("meta", {}))
        walk = Walk(carried, dashes=format == "markdown", counted=format == "latex")
        front = front_of(tree.get("meta", {}), walk.runs_of)
        blocks = walk.blocks_of(tree.get("blocks", []), front=front)
        document = compose(placed(with_handmade(blocks)), metadata=metadata)
    except RecursionError:
        raise InputError("nests deeper than a paper does; export it again", path=path) from None
    if not document.text:
        raise InputError(_empty(carried), path=path)
    return document


def _tree(source: bytes, *, format: str, path: Path) -> dict[str, Any]:
    """Convert a source; LaTeX twice where commands were left out that hold text."""
    if format == "markdown":
        return _markdown(source, path=path)
    converted = convert(source, reader=_READERS[format], path=path, seconds=_FIRST if format == "latex" else _SECONDS)
    known = passing(converted.skipped, source.decode()) if format == "latex" else b""
    if known:
        try:
            converted = convert(known + source, reader=_READERS[format], path=path, seconds=_AGAIN)
        except InputError:
            # It cannot be read with them: it stays as it is without.
            return converted.tree
    return converted.tree


def _markdown(source: bytes, *, path: Path) -> dict[str, Any]:
    """Convert Markdown; a block of settings that is no YAML gives its title and is left out."""
    try:
        return convert(source, reader=_READERS["markdown"], path=path, seconds=_SECONDS).tree
    except InputError as error:
        block = _SETTINGS.match(source)
        if block is None or "YAML" not in str(error):
            raise
    titled = b"".join(b"%% %b\n" % title[1] for title in [_TITLE.search(block[0])] if title)
    return convert(titled + source[block.end() :], reader=_READERS["markdown"], path=path, seconds=_SECONDS).tree


def _empty(carried: Carried) -> str:
    if _INPUT.search(carried.source.decode("utf-8", "replace")):
        return "holds no text of its own but takes it from other files, which are not read; put all into one file"
    return "holds no text; fill it, or name another file"
