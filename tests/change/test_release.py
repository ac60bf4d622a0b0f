from pathlib import Path

import pytest

from ibidem.change.changes import ChangeKind, Release, read_releases
from ibidem.change.dumps import dump_in
from ibidem.change.ledger import read_ledger
from ibidem.change.release import check_version, release_build
from ibidem.errors import InputError, PublishError

BASE = "https://example.org/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def quads(*names: str, title: str = "a", graph: str = "p") -> bytes:
    lines = [f"<{BASE}{name}> <{TYPE}> <http://purl.org/spar/fabio/Work> <{BASE}{graph}> .\n" for name in names]
    lines += [f'<{BASE}{name}> <http://purl.org/dc/terms/title> "{title}" <{BASE}{graph}> .\n' for name in names]
    return "".join(sorted(lines)).encode()


def test_a_release_writes_ledger_and_changes_and_the_next_adds_to_both(tmp_path: Path) -> None:
    first = quads("p/work/x", "p/work/y", "p/passage/1-2")
    done = release_build(tmp_path, first, base=BASE, version="1.0.0", issued="2026-01-01")
    assert (done.new, [path.name for path in done.files]) == (2, ["ledger.tsv", "1.0.0.tsv", "releases.tsv"])
    second = quads("p/work/x", title="b") + quads("p/work/z") + quads("p/work/y", graph="withdrawn")
    done = release_build(tmp_path, second, base=BASE, version="1.1.0", issued="2026-02-01", old=dump_in(first))
    assert done.new == 1
    assert read_ledger(tmp_path, base=BASE).since == {"p/work/x": "1.0.0", "p/work/y": "1.0.0", "p/work/z": "1.1.0"}
    told = {change.iri.removeprefix(BASE): change.kind for change in read_releases(tmp_path)[-1].changes}
    assert told == {
        "p/passage/1-2": ChangeKind.WITHDRAWN,
        "p/work/x": ChangeKind.CHANGED,
        "p/work/y": ChangeKind.WITHDRAWN,
        "p/work/z": ChangeKind.ADDED,
    }


def test_equal_releases_give_equal_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        release_build(tmp_path / name, quads("p/work/x"), base=BASE, version="1.0.0", issued="2026-01-01")
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == ["1.0.0.tsv", "ledger.tsv", "releases.tsv"]
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)


def test_a_release_that_is_not_later_than_the_last_writes_nothing(tmp_path: Path) -> None:
    release_build(tmp_path, quads("p/work/x"), base=BASE, version="1.0.0", issued="2026-01-01")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(InputError, match=r"give a later --date"):
        release_build(tmp_path, quads("p/work/y"), base=BASE, version="1.1.0", issued="2026-01-01")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "released").write_text("", encoding="utf-8")
    with pytest.raises(PublishError, match="the ledger cannot be written"):
        release_build(tmp_path / "released", quads("p"), base=BASE, version="1", issued="2026-01-01")


@pytest.mark.parametrize(
    ("last", "version"),
    [("1.0.0", "1.0.1"), ("1.9.0", "1.10.0"), ("1.0.0-rc.1", "1.0.0"), ("1.0.0-rc.2", "1.0.0-rc.10"), ("1.9", "2")],
)
def test_versions_are_ordered_as_semver_says(last: str, version: str) -> None:
    releases = [Release(last, "2026-01-01", "")]
    check_version(version, said=version, settings=Path("x"), releases=releases)
    for older in (last, *(["1.0", "1.0.0+build"] if last == "1.0.0" else [])):
        with pytest.raises(InputError, match=f"not newer than {last}"):
            check_version(older, said=older, settings=Path("x"), releases=[*releases, Release("0.1", "2025-01-01", "")])


def test_the_version_must_be_one_and_that_of_the_settings() -> None:
    with pytest.raises(InputError, match=r"says version 1\.0\.0; set version = \"1\.1\.0\" there"):
        check_version("1.1.0", said="1.0.0", settings=Path("ibidem.toml"), releases=[])
    with pytest.raises(InputError, match="says no version"):
        check_version("1.1.0", said=None, settings=Path("ibidem.toml"), releases=[])
    with pytest.raises(InputError, match="is no version"):
        check_version("next", said="next", settings=Path("ibidem.toml"), releases=[])
