"""Read TEI: notes where they stand or gathered at the end, quotations, reference lists, the header."""

from dataclasses import replace
from pathlib import Path

from ibidem.document import Document, PartKind
from ibidem.errors import InputError
from ibidem.read.compose import compose
from ibidem.read.front import opens_with_title, placed
from ibidem.read.markup import parse_xml
from ibidem.read.tei.acts import Reader
from ibidem.read.tei.hands import EDITOR
from ibidem.read.tei.header import read_header
from ibidem.read.tei.quoting import find_quoting
from ibidem.read.walk import walk


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read a text, all of its texts where it is a corpus; raise InputError for one without text."""
    root = parse_xml(data, path=path)
    metadata = read_header(root)
    reader = Reader(root, find_quoting(root, language=metadata.language))
    blocks = [replace(one, hand=EDITOR) if one.note in reader.editors else one for one in walk(root, reader.act)]
    if not blocks:
        raise InputError("holds a header at most, and no text; name the file that holds the paper", path=path)
    told = any(block.kind is PartKind.TITLE for block in blocks) or not opens_with_title(blocks, metadata.title)
    return compose(placed(blocks, told=told), metadata=metadata)
