"""Read a paper's file into a Document: one module a format family, chosen by the file's content and suffix."""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ibidem.document import Document
from ibidem.errors import InputError
from ibidem.read.format import find_format
from ibidem.read.titlepage import completed


class Reader(Protocol):
    """A module of this room that reads a format family."""

    def read(self, data: bytes, *, path: Path, format: str) -> Document:
        """Read a file's bytes, `format` being one of `words/paper-formats.tsv`; raise InputError naming `path`."""


def read_document(path: Path) -> Document:
    """Read a paper; raise InputError for what cannot be read, saying what it is and what to do."""
    data = read_bytes(path)
    format = find_format(data, path=path)
    # Each reader brings a heavy library with it: only the one that is needed is loaded.
    reader = cast(Reader, import_module(f"ibidem.read.{format.module}"))
    return completed(reader.read(data, path=path, format=format.name))


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
