"""XML and HTML from strangers: no entity is expanded, nothing is fetched, depth and size are bounded."""

from pathlib import Path

from lxml import etree, html

from ibidem.errors import InputError

DEEPEST = 200
"""How deep elements may lie: a paper of a dozen levels is deep."""

_LARGEST = 100_000_000


def parse_xml(data: bytes, *, path: Path) -> etree._Element:
    """Parse XML; raise InputError for what is not well-formed, declares entities, or nests too deep."""
    _bounded(data, path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno if error.lineno and error.lineno > 0 else None
        message = f"is not well-formed XML: {error.msg}; mend it, or export it again"
        raise InputError(message, path=path, line=line) from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError("declares entities, which are not expanded; export it without a DOCTYPE", path=path)
    return _checked(root, path)


def parse_html(data: bytes, *, path: Path) -> etree._Element:
    """Parse HTML as browsers do, whatever is wrong with it; raise InputError for what holds no element."""
    _bounded(data, path)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(data))
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is no HTML that can be read: {error}; export it again", path=path) from None
    return _checked(root, path)


def _bounded(data: bytes, path: Path) -> None:
    if len(data) > _LARGEST:
        raise InputError(f"has {len(data):,} bytes, more than {_LARGEST:,}; split it", path=path)


def _encoding(data: bytes) -> str | None:
    """Give UTF-8 where the bytes are UTF-8: what the file says of itself is believed only where they are not."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _checked(root: etree._Element, path: Path) -> etree._Element:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise InputError(f"has elements more than {DEEPEST} deep; no paper has: export it again", path=path)
    return root
