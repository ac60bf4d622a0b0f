"""Refuse a PDF whose streams unpack to more than memory should hold, before anything unpacks them."""

import re
import zlib
from pathlib import Path

from ibidem.errors import InputError

MOST_BYTES = 32_000_000
"""What one stream may unpack to: the text of a page takes twenty times as much once it is read."""

MOST_IN_ALL = 600_000_000
SMALL = 30_000
"""A stream of fewer bytes unpacks to 30 MB at most."""

_CHUNK = 1 << 20
_HEAD = 600
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_TWICE = re.compile(rb"(?:FlateDecode|/Fl)\s*/(?:FlateDecode|Fl)\b")


def check_streams(data: bytes, *, path: Path) -> None:
    """Raise InputError where a stream that is no picture unpacks to more than MOST_BYTES."""
    whole = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        end = data.find(b"endstream", start)
        head = data[max(0, start - _HEAD) : start]
        head = head[head.rfind(b" obj") + 1 :]
        if _TWICE.search(head):
            raise InputError("holds a stream that is packed twice; print it anew", path=path)
        if end - start < SMALL or b"Fl" not in head or b"/Image" in head:
            continue
        size = _unpacked(data[start:end], MOST_BYTES)
        whole += size
        if size > MOST_BYTES or whole > MOST_IN_ALL:
            raise InputError(f"unpacks to more than {MOST_BYTES // 10**6} MB of text; print it anew", path=path)


def _unpacked(packed: bytes, most: int) -> int:
    """Count the bytes that a stream unpacks to, up to a few more than `most`; none where it is damaged."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        rest = packed
        while rest and size <= most and not unpacker.eof:
            size += len(unpacker.decompress(rest, _CHUNK))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
