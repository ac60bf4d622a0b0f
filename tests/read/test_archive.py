"""Archives from strangers: read in memory and bounded, whatever they say of themselves."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.read import archive
from ibidem.read.archive import opened

PATH = Path("paper.epub")


def zipped(members: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return held.getvalue()


def test_members_are_read_by_name_and_none_stands_for_none() -> None:
    with opened(zipped({"a": b"1", "../b": b"2"}), path=PATH) as held:
        assert held.names() == ("a", "../b")
        assert held.read("a") == b"1"
        assert held.read("../b") == b"2"
        assert held.read("c") is None


def test_what_is_no_archive_is_said() -> None:
    with pytest.raises(InputError, match=r"paper\.epub: is damaged or cut"), opened(b"PK\x03\x04 no", path=PATH):
        pass


def test_a_member_that_is_locked_is_said() -> None:
    data = bytearray(zipped({"a": b"1" * 100}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with opened(bytes(data), path=PATH) as held, pytest.raises(InputError, match="password"):
        held.read("a")


def test_a_member_that_is_damaged_is_said() -> None:
    data = bytearray(zipped({"a": bytes(range(256)) * 9}))
    data[60] ^= 0xFF
    with opened(bytes(data), path=PATH) as held, pytest.raises(InputError, match="a in it cannot be unpacked"):
        held.read("a")


@pytest.mark.parametrize("limit", ["_LARGEST", "_MOST"])
def test_unpacking_is_bounded(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, limit, 3_000_000)
    with opened(zipped({"a": bytes(9_000_000)}), path=PATH) as held:
        with pytest.raises(InputError, match="more than a paper can hold"):
            held.read("a")
        # What was read counts, not what the archive says that it holds.
        assert held.taken < 5_000_000
