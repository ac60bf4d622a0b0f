"""Archives from strangers (DOCX, ODT, EPUB): members are read in memory, bounded, whatever their paths say."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from lzma import LZMAError
from pathlib import Path

from ibidem.errors import InputError

_LARGEST = 100_000_000
_MOST = 300_000_000
_CHUNK = 1 << 20
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What the unpackers raise for bytes that are not what they should be; NotImplementedError is a RuntimeError."""


@dataclass(slots=True)
class Archive:
    """A zip archive, open: how much was read of it is counted."""

    zip: zipfile.ZipFile
    path: Path
    taken: int = field(default=0)

    def names(self) -> tuple[str, ...]:
        """Give the names of the members, as stored."""
        return tuple(self.zip.namelist())

    def read(self, name: str) -> bytes | None:
        """Read a member, None where there is none; raise InputError for one that is damaged, locked or too large."""
        try:
            info = self.zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise InputError("is protected by a password; save it without one", path=self.path)
        chunks: list[bytes] = []
        try:
            with self.zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    self._count(len(chunk), name, sum(map(len, chunks)) + len(chunk))
                    chunks.append(chunk)
        except _DAMAGE as error:
            raise InputError(f"is damaged: {name} in it cannot be unpacked ({error})", path=self.path) from None
        return b"".join(chunks)

    def _count(self, more: int, name: str, member: int) -> None:
        self.taken += more
        if member > _LARGEST or self.taken > _MOST:
            raise InputError(f"unpacks to more than a paper can hold, at {name}; it is no paper", path=self.path)


@contextmanager
def opened(data: bytes, *, path: Path) -> Iterator[Archive]:
    """Open a zip archive; raise InputError for one that is damaged or cut."""
    try:
        held = zipfile.ZipFile(BytesIO(data))
    except _DAMAGE:
        raise InputError("is damaged or cut: its list of contents cannot be read; copy it anew", path=path) from None
    with held:
        yield Archive(held, path)
