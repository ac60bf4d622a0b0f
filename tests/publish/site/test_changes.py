"""What changed from release to release is on a page, in a feed and in a stream, made of the lists in the repository."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import RdfFormat, parse

from ibidem.change.changes import read_releases, write_release
from ibidem.change.dumps import dump_of
from ibidem.change.listing import make_release
from ibidem.errors import InputError
from ibidem.publish.site.changes import write_changes
from ibidem.publish.source import Source
from published import Publication
from releases import BASE, FIRST, NASTY, SECOND
from sources import source_of

FILES = ["changes.html", "changes/0.1.0-1.ttl", "changes/0.2.0-1.ttl", "changes/stream.ttl", "feed.xml"]


def workspace_of(publication: Publication, root: Path) -> Source:
    """Give the publication as of a workspace in another folder, which holds the releases."""
    source = source_of(publication)
    return replace(source, workspace=replace(source.workspace, root=root, base=BASE))


def written(source: Source, folder: Path, *pages: str) -> dict[str, bytes]:
    """Write into a site that has these pages of entities."""
    for page in pages:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).touch()
    folder.mkdir(exist_ok=True)
    write_changes(folder, source)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def source(publication: Publication, tmp_path: Path) -> Source:
    found = workspace_of(publication, tmp_path)
    for release in (FIRST, SECOND):
        write_release(found.workspace.released, release)
    return found


def test_every_release_is_told_the_last_one_first(source: Source, tmp_path: Path) -> None:
    page = written(source, tmp_path / "site", "harbour/work/tolls.html")["changes.html"].decode()
    assert re.findall(r'<section id="v([^"]+)">', page) == ["0.2.0", "0.1.0"]
    assert "1 changed, 1 withdrawn." in page
    assert '<time datetime="2026-02-01">2026-02-01</time>' in page
    assert 'is replaced by <a href="harbour/work/tolls.html">work Tolls</a>' in page
    assert "It is one work with Tolls." in page


def test_a_link_leads_to_a_page_that_is_there(source: Source, tmp_path: Path) -> None:
    page = written(source, tmp_path / "site", "harbour/work/tolls.html")["changes.html"].decode()
    assert set(re.findall(r'href="(harbour/[^"]+)"', page)) == {"harbour/work/tolls.html"}
    assert "work Fees" in page


def test_the_text_of_papers_stays_text(source: Source, tmp_path: Path) -> None:
    page = written(source, tmp_path / "site")["changes.html"].decode()
    assert "<script" not in page
    shown = re.sub(r'<span class="control">U\+202E</span>', "\u202e", page)
    assert f"quotation “{NASTY}”" in unescape(shown)


def test_all_files_are_made_of_the_lists_alone_and_twice_the_same(source: Source, tmp_path: Path) -> None:
    files = written(source, tmp_path / "site")
    assert sorted(files) == FILES
    assert written(source, tmp_path / "again") == files


def test_the_files_can_be_read_by_those_whom_they_are_for(source: Source, tmp_path: Path) -> None:
    files = written(source, tmp_path / "site")
    assert len(ET.fromstring(files["feed.xml"])) > 5
    for name, data in files.items():
        if name.endswith(".ttl"):
            assert len(list(parse(data, format=RdfFormat.TURTLE))) > 5


def test_the_page_leads_to_all_files(source: Source, tmp_path: Path) -> None:
    files = written(source, tmp_path / "site")
    links = set(re.findall(r'href="([^"#]+)"', files.pop("changes.html").decode()))
    assert set(files) <= links


def test_before_the_first_release_nothing_is_promised(publication: Publication, tmp_path: Path) -> None:
    files = written(workspace_of(publication, tmp_path), tmp_path / "site")
    assert sorted(files) == ["changes.html", "changes/stream.ttl", "feed.xml"]
    assert "Nothing is released yet" in files["changes.html"].decode()


def test_a_damaged_list_stops_the_site(source: Source, tmp_path: Path) -> None:
    (source.workspace.released / "0.1.0.tsv").write_bytes(b"")
    with pytest.raises(InputError, match="first line"):
        written(source, tmp_path / "site")


def test_the_page_of_a_real_release_stays_small(publication: Publication, tmp_path: Path) -> None:
    real = source_of(publication)
    found = replace(real, workspace=replace(real.workspace, root=tmp_path))
    release = make_release("1.0.0", "2026-01-01", base=real.base, releases=(), new=dump_of(publication.folder))
    write_release(found.workspace.released, release)
    assert read_releases(found.workspace.released) == (release,)
    files = written(found, tmp_path / "site")
    assert len(files["changes.html"]) < 50_000
    assert len(files["feed.xml"]) < 50_000
    assert re.search(r"<li>quotation: \d+</li>", files["changes.html"].decode())
    assert [change.label for change in release.changes if change.label.startswith("text ")] == ["text of sethi-2017"]
