"""Read JATS, NLM and BITS: notes with and without labels, reference lists, the article's metadata."""

from pathlib import Path

from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read.compose import compose
from ibidem.read.front import placed
from ibidem.read.jats.acts import Reader
from ibidem.read.jats.meta import read_metadata
from ibidem.read.markup import parse_xml
from ibidem.read.walk import walk


def read(data: bytes, *, path: Path, format: str) -> Document:
    """Read an article; raise InputError for one without text."""
    root = parse_xml(data, path=path)
    blocks = list(walk(root, Reader(root).act))
    if not blocks:
        raise InputError("holds no text; name the file that holds the paper", path=path)
    return compose(placed(blocks, told=True), metadata=read_metadata(root))
