"""Which format a file has: its content decides where it can, else its suffix."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ibidem.errors import InputError
from ibidem.words import read_table

_HEAD = 4096
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = ("docx", "odt", "epub")
_PROLOGUE = 65_536
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,60})[\s/>]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TEX = re.compile(rb"^[^%\n]{0,200}\\(?:documentclass|documentstyle|starttext|begin\{document\})", re.MULTILINE)
_JATS = re.compile(rb"-//NLM//|-//NISO//|<front\b|<article-meta\b|\barticle-type=|\bdtd-version=|<body\b|<sec\b")
_DOCBOOK = re.compile(rb"docbook\.org/ns/docbook|-//OASIS//DTD (?:Simplified )?DocBook|<(?:articleinfo|bookinfo)\b")


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
    if data.startswith((_OLE, b"{\\rtf")):
        raise InputError(_old(data), path=path)
    name = _by_content(data)
    if name == "docbook":
        raise InputError("is DocBook, of which notes cannot be kept; convert it to HTML", path=path)
    known = formats()
    if name is not None:
        return next(one for one in known if one.name == name)
    found = next((one for one in known if path.suffix.lower() in one.suffixes), None)
    if found is None:
        listed = ", ".join(suffix for one in known for suffix in one.suffixes)
        kind = path.suffix or "a file without suffix"
        raise InputError(f"no reader for {kind}; convert it to one of {listed}", path=path)
    if data.startswith(_ZIP):
        if found.name in _ARCHIVES and not _opens(data):
            raise InputError("is damaged or cut: its list of contents cannot be read; copy it anew", path=path)
        raise InputError(f"is an archive, but no {found.name}; name the paper in it, or save it again", path=path)
    if found.module not in ("text", "pandoc", "html") or found.name in _ARCHIVES:
        raise InputError(f"is named {path.suffix}, but holds no {found.name}; give it its own suffix", path=path)
    return found


def _old(data: bytes) -> str:
    """Say what a file of an older program is: RTF, what Word locks, or what it wrote before 2007."""
    if not data.startswith(_OLE):
        return "is RTF, of which notes cannot be kept; save it as .docx"
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is protected by a password; save it without one"
    return "is a file of Word before 2007 (.doc), or another program's; save it as .docx"


def _opens(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)):
            return True
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def _by_content(data: bytes) -> str | None:
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _of_archive(data)
    bare = _readable(data[:_PROLOGUE]).lstrip()
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


def _readable(head: bytes) -> bytes:
    """Give the beginning of a text without its byte order mark, as UTF-8 where the mark says UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="ignore").encode()
    return head.removeprefix(b"\xef\xbb\xbf")


def _of_markup(head: bytes) -> str | None:
    root = _ROOT.match(head, _prologue(head))
    name = root[1].lower() if root else b""
    if _DOCBOOK.search(head):
        return "docbook"
    if name in (b"html", b"body", b"div") or (name == b"article" and not _JATS.search(head)):
        return "html"
    if name in (b"tei", b"teicorpus", b"tei.2"):
        return "tei"
    return "jats" if name in (b"article", b"book", b"book-part", b"front") else None


def _prologue(head: bytes) -> int:
    """Give the place of the first element: behind comments, instructions and the document type."""
    at = 0
    while head.startswith((b"<!", b"<?"), at):
        closing = b"-->" if head.startswith(b"<!--", at) else b"?>" if head.startswith(b"<?", at) else b">"
        end = head.find(closing, at + 2)
        at = head.find(b"<", end + len(closing)) if end >= 0 else -1
        if at < 0:
            return len(head)
    return at
