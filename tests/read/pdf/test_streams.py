"""A PDF that unpacks to more than memory should hold is refused before it is unpacked."""

import zlib
from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.read.pdf import streams
from ibidem.read.pdf.streams import check_streams

PATH = Path("paper.pdf")


def stream(content: bytes, head: bytes = b"/Filter /FlateDecode") -> bytes:
    packed = zlib.compress(content, 9)
    return b"5 0 obj\n<< /Length %d %s >>\nstream\n%s\nendstream\nendobj\n" % (len(packed), head, packed)


BOMB = bytes(4_000_000)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MOST_BYTES", 3_000_000)
    monkeypatch.setattr(streams, "MOST_IN_ALL", 5_000_000)
    monkeypatch.setattr(streams, "SMALL", 100)


def test_a_stream_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(InputError, match="unpacks to more than 3 MB"):
        check_streams(b"%PDF-1.4\n" + stream(BOMB), path=PATH)


def test_many_streams_are_counted_together() -> None:
    part = stream(BOMB[:2_500_000])
    check_streams(b"%PDF-1.4\n" + part + part, path=PATH)
    with pytest.raises(InputError, match="unpacks"):
        check_streams(b"%PDF-1.4\n" + part + part + part, path=PATH)


def test_pictures_may_be_large() -> None:
    check_streams(b"%PDF-1.4\n" + stream(BOMB, b"/Subtype /Image /Filter /FlateDecode"), path=PATH)


def test_a_stream_packed_twice_is_refused() -> None:
    with pytest.raises(InputError, match="packed twice"):
        check_streams(stream(b"text", b"/Filter [/FlateDecode /FlateDecode]"), path=PATH)


def test_text_and_damaged_streams_pass() -> None:
    check_streams(stream(b"BT (text) Tj ET" * 9000), path=PATH)
    check_streams(stream(b"BT (text) Tj ET" * 9000).replace(b"stream\nx", b"stream\n?"), path=PATH)
    check_streams(b"%PDF-1.4\nstream\n", path=PATH)
