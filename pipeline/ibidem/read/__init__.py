"""Read a paper's file into a Document: one module a format family, chosen by the file's suffix."""

from collections.abc import Callable
from pathlib import Path

from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read.text import parse_text

READERS: tuple[tuple[str, Callable[[str], Document]], ...] = (
    (".txt", parse_text),
    (".text", parse_text),
    (".md", parse_text),
    (".markdown", parse_text),
)


def read_document(path: Path) -> Document:
    """Read a paper; raise InputError for what is no readable text, naming the byte where it is known."""
    if path.is_dir():
        raise InputError("is a folder; name a file", path=path)
    reader = next((reader for suffix, reader in READERS if path.suffix.lower() == suffix), None)
    if reader is None:
        known = ", ".join(suffix for suffix, _ in READERS)
        kind = path.suffix or "a file without suffix"
        raise InputError(f"no reader for {kind}; convert it to one of {known}", path=path)
    return reader(decode(read_bytes(path), path=path))


def read_bytes(path: Path) -> bytes:
    """Read a file's bytes; raise InputError for a missing file, a folder, or an empty one."""
    if path.is_dir():
        raise InputError("is a folder; name a file", path=path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file; check the name", path=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}; check its permissions", path=path) from error
    if not data:
        raise InputError("is empty; fill it, or name another file", path=path)
    return data


def decode(data: bytes, *, path: Path) -> str:
    """Decode UTF-8 without touching a byte order mark or line ends; raise InputError at the first bad byte."""
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(f"holds a NUL at byte {nul}: it is binary, not text; export it as UTF-8 text", path=path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 at byte {error.start} (0x{data[error.start]:02x}); save it as UTF-8", path=path
        ) from None
