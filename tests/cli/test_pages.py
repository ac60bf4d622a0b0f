"""Pages of commands with what they print: those beside this file, and what the documentation shows."""

import shutil
from pathlib import Path

import pytest

from page import check_page, commands
from published import ROOT, Publication

PAGES = sorted(Path(__file__).parent.glob("*.md"))
DOCUMENTS = [
    path
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
    if path.is_file() and any(commands(path.read_text(encoding="utf-8")))
]


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_of_a_page_print_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_page(page, tmp_path, monkeypatch.chdir) > 0


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.stem)
def test_the_commands_of_the_documentation_print_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, publication: Publication
) -> None:
    for name in ("seeds", "ontology", "shapes", "queries", "docs/samples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "ibidem.toml", tmp_path)
    shutil.copytree(publication.folder, tmp_path / "build", symlinks=True)
    assert check_page(page, tmp_path, monkeypatch.chdir) > 0


def test_the_pages_are_all_looked_at() -> None:
    assert len(PAGES) >= 5
    assert "\t@$(BIN)/ibidem publish\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
