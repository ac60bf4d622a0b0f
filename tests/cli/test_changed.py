import re
import subprocess
from pathlib import Path

import pytest

from ibidem.cli.changed import last_change
from ibidem.errors import InputError
from sample import call, make_sample


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that no checkout holds, in an environment that says nothing of dates."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "w").mkdir()
    return tmp_path / "w"


def commit(folder: Path, file: str, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(day)
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, f"{day}T12:00:00Z")
    run = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A"]):
        subprocess.run([*run, *words], cwd=folder, check=True, capture_output=True)


def test_the_last_commit_that_touches_the_workspace_says_the_day(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(folder, "inside/ibidem.toml", monkeypatch, "2021-03-04")
    commit(folder, "README", monkeypatch, "2022-05-06")
    assert last_change(folder / "inside") == "2021-03-04"
    assert last_change(folder) == "2022-05-06"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert last_change(folder) == "2022-05-06"


def test_without_a_checkout_the_epoch_says_it_or_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert last_change(folder) is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1614902399")
    assert last_change(folder) == "2021-03-04"


def test_without_git_the_epoch_says_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(folder, "ibidem.toml", monkeypatch, "2021-03-04")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert last_change(folder) == "1970-01-02"


@pytest.mark.slow
def test_what_is_published_tells_the_day_and_settings_win(folder: Path) -> None:
    workspace = make_sample(folder / "papers")
    settings = workspace.root / "ibidem.toml"
    for line, day in (("", "2021-03-04"), ('modified = "2022-05-06"\n', "2022-05-06")):
        settings.write_text(settings.read_text(encoding="utf-8") + line, encoding="utf-8")
        done = call("publish", cwd=workspace.root, env={"SOURCE_DATE_EPOCH": "1614902399"})
        assert done.returncode == 0, done.stderr
        said = (workspace.build / "site" / "dataset.ttl").read_text(encoding="utf-8")
        assert set(re.findall(r'dcterms:modified "([^"]*)"', said)) == {day}


@pytest.mark.parametrize("text", ["yesterday", "1e9", "9" * 30])
def test_an_epoch_that_is_no_time_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(InputError, match="seconds since 1970-01-01"):
        last_change(folder)
