from pathlib import Path

import pytest

from curated import TEXT
from ibidem.build import extract_paper
from ibidem.curate.adding import Added, add_paper
from ibidem.errors import InputError, PublishError
from ibidem.workspace import Workspace, load_paper, paper_ids
from sample import make_sample

HTML = "<!doctype html><html lang='en'><title>The Sound</title><body><h1>The Sound</h1><p>End.</p></body></html>"


def add(workspace: Workspace, file: Path, paper_id: str | None = None) -> Added:
    document, record = extract_paper(file)
    return add_paper(workspace, file, document, record, paper_id=paper_id)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_sample(tmp_path / "w")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_file_is_kept_as_received_and_its_paper_loads(workspace: Workspace, article: Path) -> None:
    added = add(workspace, article)
    assert added.id == "lindqvist-sound-question"
    assert [path.name for path in added.files] == ["paper.txt", "paper.toml"]
    assert added.files[0].read_bytes() == article.read_bytes()
    assert added.settings == added.files[1].read_text("utf-8")
    added.files[1].write_text(added.settings.replace("# date = ", "date = "), encoding="utf-8")
    assert load_paper(workspace, added.id).paper.title == "The Sound Question"
    assert "date" in dict(added.checks)


def test_the_name_of_the_file_says_what_it_is(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "article.doc"
    path.write_text(HTML, encoding="utf-8")
    assert add(workspace, path, "sound").files[0].name == "paper.html"
    path = tmp_path / "article.XHTML"
    path.write_text(HTML.replace("End", "Finis"), encoding="utf-8")
    assert add(workspace, path, "finis").files[0].name == "paper.xhtml"


@pytest.mark.parametrize(
    ("paper_id", "message"),
    [
        ("harbour-2021", "is there already; give another: --id harbour-2021-2"),
        ("Sound", "small letters, digits, single hyphens"),
        ("../sound", "small letters"),
        ("queries", "--id queries-1"),
    ],
)
def test_an_id_that_cannot_be_is_refused(workspace: Workspace, article: Path, paper_id: str, message: str) -> None:
    before = everything(workspace.root)
    with pytest.raises(InputError, match=message):
        add(workspace, article, paper_id)
    assert everything(workspace.root) == before


def test_a_paper_is_added_once(workspace: Workspace, article: Path) -> None:
    added = add(workspace, article)
    with pytest.raises(InputError, match=f"already, as {added.id}"):
        add(workspace, article, "other")
    article.write_text(TEXT.replace("forty", "40") + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"name it with --id, as: --id {added.id}-2"):
        add(workspace, article)
    assert add(workspace, article, "other").id == "other"
    assert len(paper_ids(workspace)) == 3


def test_what_the_disk_refuses_leaves_nothing_behind(workspace: Workspace, article: Path) -> None:
    (workspace.root / "seeds" / ".blocked.new").write_text("", encoding="utf-8")
    before = everything(workspace.root)
    with pytest.raises(PublishError, match="nothing was added"):
        add(workspace, article, "blocked")
    assert everything(workspace.root) == before


def test_a_folder_that_a_killed_add_left_is_no_paper_and_no_obstacle(workspace: Workspace, article: Path) -> None:
    left = workspace.root / "seeds" / ".sound.new"
    left.mkdir()
    (left / "paper.txt").write_text("half", encoding="utf-8")
    assert paper_ids(workspace) == ("harbour-2021",)
    assert add(workspace, article, "sound").files[0].read_text("utf-8") == TEXT
    assert not left.exists()


def test_a_file_that_changes_while_it_is_read_is_refused(workspace: Workspace, article: Path) -> None:
    document, record = extract_paper(article)
    article.write_text(f"{TEXT}more\n", encoding="utf-8")
    with pytest.raises(InputError, match="was changed while it was read"):
        add_paper(workspace, article, document, record)
