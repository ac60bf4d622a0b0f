import errno
import os
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from ibidem.publish.catalogue import write_dump_folder
from published import Publication
from sources import source_of


def test_the_dumps_stand_in_the_site_and_take_no_more_room(site: Path, publication: Publication) -> None:
    files = sorted((publication.folder / "dumps").iterdir())
    assert len(files) == 6
    assert {path.name for path in (site / "dumps").iterdir()} == {path.name for path in files} | {
        "README.md",
        "SHA256SUMS",
    }
    assert all((site / "dumps" / path.name).samefile(path) for path in files)


def test_hashes_are_as_sha256sum_reads_them(site: Path) -> None:
    lines = (site / "dumps" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6
    assert lines == sorted(lines, key=lambda line: line.split("  ")[1])
    for line in lines:
        digest, name = line.split("  ")
        assert sha256((site / "dumps" / name).read_bytes()).hexdigest() == digest


def test_where_the_disk_knows_no_links_the_dumps_are_copied(
    publication: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    write_dump_folder(tmp_path, source_of(publication))
    for path in (publication.folder / "dumps").iterdir():
        assert (tmp_path / "dumps" / path.name).read_bytes() == path.read_bytes()


def test_the_note_says_what_is_there_and_shows_text_as_text(publication: Publication, tmp_path: Path) -> None:
    source = source_of(publication)
    dataset = replace(source.workspace.dataset, title="<script>a|b</script>\n# [x](javascript:y)")
    write_dump_folder(tmp_path, replace(source, workspace=replace(source.workspace, dataset=dataset)))
    note = (tmp_path / "dumps" / "README.md").read_text(encoding="utf-8")
    assert note.startswith("# \\<script\\>a\\|b\\</script\\> \\# \\[x\\](javascript:y)\n")
    assert len(re.findall(r"^\| \[.+\]\(.+\) \| .+ \| .+/.+ \| [0-9,]+ \|$", note, re.MULTILINE)) == 6
    assert str(dataset.contact.email) in note
