"""XML and HTML from strangers: no entity is expanded, nothing is fetched, depth and size are bounded."""

import re
from html.entities import html5
from pathlib import Path

from lxml import etree, html

from ibidem.errors import InputError

DEEPEST = 200
"""How deep elements may lie: a paper of a dozen levels is deep."""

_LARGEST = 60_000_000
MOST = 200_000
"""How many elements a paper may have: a book of a thousand notes has a tenth of them."""
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})


def parse_xml(data: bytes, *, path: Path, most: int = MOST) -> etree._Element:
    """Parse XML; raise InputError for what is not well-formed, declares entities, or nests too deep.

    `most` is how many elements it may have.
    """
    _bounded(data, path, most)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_ENTITY.sub(_written_out, data), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno if error.lineno and error.lineno > 0 else None
        message = f"is not well-formed XML: {' '.join((error.msg or '').split())}; mend it, or export it again"
        raise InputError(message, path=path, line=line) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError("declares entities, which are not expanded; export it without a DOCTYPE", path=path)
    for entity in root.iter(etree.Entity):
        raise InputError(f"uses {entity.text}, which stands for nothing known; write the character", path=path)
    return _checked(root, path, most)


def parse_html(data: bytes, *, path: Path) -> etree._Element:
    """Parse HTML as browsers do, whatever is wrong with it; raise InputError for what holds no element."""
    _bounded(data, path, MOST)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(data))
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is no HTML that can be read: {error}; export it again", path=path) from None
    return _checked(root, path)


def parse_xhtml(data: bytes, *, path: Path) -> etree._Element:
    """Parse HTML that may be XML: as XML where it says so and is well-formed, else as browsers parse HTML."""
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<?xml") or b"http://www.w3.org/1999/xhtml" in head:
        try:
            return parse_xml(data, path=path)
        except InputError:
            # What is at fault is said by the parser of HTML, if anything is.
            return parse_html(data, path=path)
    return parse_html(data, path=path)


def _written_out(match: re.Match[bytes]) -> bytes:
    """Give the characters that HTML's name of an entity stands for: the same names as in the DTDs of JATS and TEI."""
    name = match[1].decode("ascii")
    known = None if name in _OWN else html5.get(f"{name};")
    return match.group() if known is None else "".join(f"&#{ord(one)};" for one in known).encode("ascii")


def _bounded(data: bytes, path: Path, most: int) -> None:
    if len(data) > _LARGEST:
        raise InputError(f"has {len(data):,} bytes, more than {_LARGEST:,}; split it", path=path)
    if data.count(b"<") > 3 * most:
        # Said before the tree is made: that takes a hundred times the room.
        raise InputError(f"has more than {most:,} elements; split it", path=path)


def _encoding(data: bytes) -> str | None:
    """Give UTF-8 where the bytes are UTF-8: what the file says of itself is believed only where they are not."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _checked(root: etree._Element, path: Path, most: int = MOST) -> etree._Element:
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if count > most:
            raise InputError(f"has more than {most:,} elements; split it", path=path)
        if depth > DEEPEST:
            raise InputError(f"has elements more than {DEEPEST} deep; no paper has: export it again", path=path)
    return root
