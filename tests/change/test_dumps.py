"""A build is read from its folders, and from N-Quads that anybody wrote."""

import gzip
from pathlib import Path

import pytest

from builds import PAPER, WORK, quads
from ibidem.change.dumps import DUMP, dump_in, dump_of
from ibidem.dump import compressed
from ibidem.errors import InputError
from published import Publication

NQUADS = quads(PAPER, WORK)
LINES = list(dump_in(NQUADS)())


@pytest.mark.parametrize("inside", [".", "dumps", "store", "current", "site"])
def test_a_publication_is_read_from_any_of_its_folders(publication: Publication, inside: str) -> None:
    lines = list(dump_of(publication.folder / inside)())
    assert lines == sorted(set(lines))
    assert len(lines) == publication.report.quads


def test_a_build_can_be_read_twice(publication: Publication) -> None:
    dump = dump_of(publication.folder)
    assert list(dump()) == list(dump())


@pytest.mark.parametrize("data", [NQUADS, compressed(NQUADS), b"".join(reversed(NQUADS.splitlines(keepends=True)))])
def test_a_file_of_nquads_is_read_whoever_wrote_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.nq"
    path.write_bytes(data)
    assert list(dump_of(path)()) == LINES


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<urn:x> <urn:y> .\n", "no N-Quads"),
        (b"\x1f\x8b\x00", "no N-Quads"),
        (b"_:b <urn:y> <urn:z> .\n", "blank nodes"),
    ],
)
def test_a_file_that_is_none_is_an_error(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "file.nq"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said):
        dump_of(path)


def test_a_folder_without_a_dump_is_an_error(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(InputError, match="holds no publication"):
            dump_of(path)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no gzip", "damaged"),
        (compressed(NQUADS)[:-20], "damaged"),
        (gzip.compress(b"\xff\n"), "damaged"),
        (compressed(b"".join(reversed(NQUADS.splitlines(keepends=True)))), "sorted"),
        (compressed(NQUADS.rstrip(b"\n")), "sorted"),
    ],
)
def test_a_damaged_dump_is_an_error_and_no_shorter_build(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / DUMP).write_bytes(data)
    with pytest.raises(InputError, match=said):
        list(dump_of(tmp_path)())
