"""Which format a file has: its content decides where it can, else its suffix."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ibidem.errors import InputError
from ibidem.words import read_table

_HEAD = 4096
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,60})[\s/>]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TEX = re.compile(rb"^[^%\n]{0,200}\\(?:documentclass|documentstyle|starttext|begin\{document\})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the module of `read/` that reads it, the suffixes of its files."""

    name: str
    module: str
    suffixes: tuple[str, ...]


def formats() -> tuple[Format, ...]:
    """Give the formats that are read, of `words/formats.tsv`."""
    return tuple(Format(row[0], row[1], tuple(row[2].split())) for row in read_table("paper-formats"))


def find_format(data: bytes, *, path: Path) -> Format:
    """Tell the format of a file; raise InputError for what no reader reads, saying what to convert it to."""
    name = _by_content(data)
    known = formats()
    if name is None:
        suffix = path.suffix.lower()
        found = next((one for one in known if suffix in one.suffixes), None)
        if found and found.module in ("text", "pandoc") and not data.startswith(b"PK\x03\x04"):
            return found
        listed = ", ".join(suffix for one in known for suffix in one.suffixes)
        kind = path.suffix or "a file without suffix"
        raise InputError(f"no reader for {kind}; convert it to one of {listed}", path=path)
    return next(one for one in known if one.name == name)


def _by_content(data: bytes) -> str | None:
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _of_archive(data)
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML.match(bare):
        return "html"
    if bare.startswith(b"<"):
        return _of_markup(bare)
    return "latex" if _TEX.search(head) else None


def _of_archive(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = frozenset()
    head = data[:_HEAD]
    if "word/document.xml" in names or b"word/document.xml" in head:
        return "docx"
    if "META-INF/container.xml" in names or b"application/epub+zip" in head[:100]:
        return "epub"
    if b"application/vnd.oasis.opendocument.text" in head[:200] or {"content.xml", "meta.xml"} <= names:
        return "odt"
    return None


def _of_markup(head: bytes) -> str | None:
    root = _ROOT.search(re.sub(rb"<!--.*?-->", b"", head, flags=re.DOTALL))
    name = root[1].lower() if root else b""
    if name in (b"html", b"body", b"div"):
        return "html"
    if name in (b"tei", b"teicorpus", b"tei.2"):
        return "tei"
    return "jats" if name in (b"article", b"book", b"book-part", b"front") else None
