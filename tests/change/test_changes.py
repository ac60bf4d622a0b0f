"""The lists of releases are read as they were written, and what is damaged is said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.change.changes import (
    RELEASES,
    Change,
    ChangeKind,
    Release,
    described,
    in_one_line,
    read_releases,
    write_release,
)
from ibidem.errors import InputError

HASH = "0" * 64
OTHER = "1" * 64
HEAD = "change\tiri\tsha256\treplaced_by\tlabel\twords\n"
FIRST = Release(
    "0.1.0",
    "2026-01-31",
    HASH,
    (
        Change(ChangeKind.ADDED, "https://example.org/a/work/x", HASH, "work X"),
        Change(ChangeKind.ADDED, "https://example.org/a/work/y", HASH, "work Y"),
    ),
)
SECOND = Release(
    "0.2.0",
    "2026-02-01T12:30:00Z",
    OTHER,
    (
        Change(ChangeKind.CHANGED, "https://example.org/a/work/x", OTHER, "work Z", ("title: X → Z", "volume: 2")),
        Change(
            ChangeKind.WITHDRAWN,
            "https://example.org/a/work/y",
            "",
            "work Y",
            ("a misprint",),
            "https://example.org/a/work/x",
        ),
    ),
)


def test_releases_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_release(tmp_path / "released", FIRST)
    paths = write_release(tmp_path / "released", SECOND)
    assert read_releases(tmp_path / "released") == (FIRST, SECOND)
    assert sorted(path.name for path in paths) == ["0.2.0.tsv", RELEASES]
    assert sorted(path.name for path in (tmp_path / "released").iterdir()) == ["0.1.0.tsv", "0.2.0.tsv", RELEASES]


def test_there_is_no_release_before_the_first(tmp_path: Path) -> None:
    assert read_releases(tmp_path / "released") == ()


def test_a_day_is_its_first_moment() -> None:
    assert FIRST.moment == "2026-01-31T00:00:00Z"
    assert SECOND.moment == "2026-02-01T12:30:00Z"
    assert SECOND.day == "2026-02-01"


def test_changes_are_counted_by_what_became_of_the_entities() -> None:
    assert SECOND.counts == {ChangeKind.ADDED: 0, ChangeKind.CHANGED: 1, ChangeKind.WITHDRAWN: 1}


def test_the_state_after_releases_is_what_they_say_last_of_each_entity() -> None:
    assert described((FIRST, SECOND)) == {"https://example.org/a/work/x": SECOND.changes[0]}
    again = Release("0.3.0", "2026-03-01", HASH, (FIRST.changes[1],))
    assert described((FIRST, SECOND, again)).keys() == {"https://example.org/a/work/x", "https://example.org/a/work/y"}


@pytest.mark.parametrize("version", ["", "../1", "1/2", "releases", "1.0 ", "v1", "1..0", "1.0\n"])
def test_a_version_that_is_no_file_name_is_refused(version: str) -> None:
    with pytest.raises(InputError, match="no version"):
        Release(version, "2026-01-31", HASH)


@pytest.mark.parametrize(
    "issued", ["", "2026", "2026-13-01", "2026-01-32", "2026-01-31T25:00:00Z", "2026-01-31T12:00:00"]
)
def test_what_is_no_moment_is_refused(issued: str) -> None:
    with pytest.raises(InputError, match="no day"):
        Release("1.0.0", issued, HASH)


def test_a_version_is_released_once_and_later_than_the_last(tmp_path: Path) -> None:
    write_release(tmp_path, FIRST)
    with pytest.raises(InputError, match="released already"):
        write_release(tmp_path, FIRST)
    with pytest.raises(InputError, match="is not later than"):
        write_release(tmp_path, Release("0.1.1", "2026-01-31", HASH))
    assert read_releases(tmp_path) == (FIRST,)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (RELEASES, "", "no first line"),
        (RELEASES, "version\tissued\tsha256\n0.1.0\t2026-01-31", "no end"),
        (RELEASES, "version\tissued\tsha256\n0.1.0\n", "1 cells, not 3"),
        (RELEASES, f"version\tissued\tsha256\n0.1.0\tyesterday\t{HASH}\n", "no day"),
        ("0.1.0.tsv", f"{HEAD}lost\thttps://x/\t\t\tX\n", "no change"),
        ("0.1.0.tsv", f"{HEAD}added\thttps://x/\t\t\tX\n", "no change"),
        ("0.1.0.tsv", f"{HEAD}withdrawn\thttps://x/<b>\t\t\tX\n", "no change"),
        ("0.1.0.tsv", f"{HEAD}withdrawn\thttps://x/\t\tx y\tX\n", "no change"),
        ("0.1.0.tsv", None, "cannot be read"),
    ],
)
def test_a_damaged_list_is_an_error_that_names_the_file(tmp_path: Path, name: str, text: str | None, said: str) -> None:
    write_release(tmp_path, FIRST)
    if text is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as raised:
        read_releases(tmp_path)
    assert raised.value.path == tmp_path / name


def test_releases_out_of_order_are_an_error(tmp_path: Path) -> None:
    write_release(tmp_path, FIRST)
    write_release(tmp_path, SECOND)
    lines = (tmp_path / RELEASES).read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / RELEASES).write_text("".join([lines[0], lines[2], lines[1]]), encoding="utf-8")
    with pytest.raises(InputError, match="not later"):
        read_releases(tmp_path)


@given(st.text())
def test_a_text_in_one_line_fits_a_cell(text: str) -> None:
    line = in_one_line(text)
    assert len(line.splitlines()) <= 1
    assert "\t" not in line
    assert in_one_line(line) == line
