"""Questions on a terminal: each answer is kept whatever happens to the process."""

import os
import pty
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from curated import TEXT
from ibidem.edition import load_decisions
from page import run
from sample import add_paper, call, command, make_sample


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    workspace = make_sample(tmp_path / "w")
    folder = add_paper(workspace, "sound", TEXT)
    monkeypatch.chdir(workspace.root)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    return folder


@pytest.fixture
def answered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Give what answers the questions about the paper, asked without a terminal."""

    def answer(*keys: str, arguments: tuple[str, ...] = ("--by", "Jane Doe"), code: int = 0) -> str:
        monkeypatch.setattr("sys.stdin", StringIO("".join(f"{key}\n" for key in keys)))
        done, said = run("review", "sound", "--ask", *arguments)
        assert done == code, said
        return said

    return answer


def decided(folder: Path) -> list[tuple[str, str]]:
    return [(entry.action, entry.exact) for entry in load_decisions(folder / "decisions.yaml", source="")]


def test_answers_are_kept_in_the_order_in_which_they_are_given(folder: Path, answered: Callable[..., str]) -> None:
    said = answered("a", "s", "s", "a", "q")
    assert decided(folder) == [("correct", "Ibid., p. 40."), ("merge", "Holm")]
    assert "2 answered" in said
    assert "2 skipped" in said
    again = answered("q", arguments=())
    assert "signed by Jane Doe" in again
    assert "Berglund, op. cit." in again.split("left. ")[0]


def test_a_decision_can_be_written_by_hand(folder: Path, answered: Callable[..., str]) -> None:
    lines = ("- do: correct", "  kind: reference", '  exact: "Ibid., p. 40."', "  set: {work: 1}", "  why: So it is.")
    said = answered("e", *lines, "", "e", "- do: nothing", "", "e", "", "?", "q")
    assert decided(folder) == [("correct", "Ibid., p. 40.")]
    assert load_decisions(folder / "decisions.yaml", source="")[0].why == "So it is."
    assert "not stored" in said
    assert "1 answered" in said


def test_undo_asks_the_question_again(folder: Path, answered: Callable[..., str]) -> None:
    said = answered("u", "a", "u", "q")
    assert "nothing to undo" in said
    assert decided(folder) == []
    assert said.count("ibid in note 2") == 3
    assert "0 answered" in said


def test_the_end_of_the_input_ends_the_questions(folder: Path, answered: Callable[..., str]) -> None:
    assert "1 answered" in answered("a")
    assert len(decided(folder)) == 1


def test_nobody_signs_a_decision_without_a_name(folder: Path, answered: Callable[..., str]) -> None:
    said = answered("Jane Doe", "a", arguments=())
    assert "Your name" in said
    assert load_decisions(folder / "decisions.yaml", source="")[0].by == "Jane Doe"
    (folder / "decisions.yaml").unlink()
    assert "--by NAME" in answered(arguments=(), code=2)


def test_the_list_can_be_cut_and_is_empty_in_the_end(folder: Path) -> None:
    code, said = run("review", "sound", "--limit", "1")
    assert code == 0
    assert said.count("[ibid-after-several]") == 1
    assert "the 1 most doubtful shown" in said
    assert run("review", "harbour-2021") == (0, "harbour-2021: nothing is left to be decided\n")
    assert "which paper is not said; the workspace has: harbour-2021, sound" in run("review")[1]


@pytest.mark.slow
def test_a_killed_review_loses_at_most_the_question_on_the_screen(folder: Path) -> None:
    asking = subprocess.Popen(
        command("review", "sound", "--ask", "--by", "Jane Doe"), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert asking.stdin is not None
    asking.stdin.write(b"a\na\n")
    asking.stdin.flush()
    for _ in range(600):
        if (folder / "decisions.yaml").is_file() and len(decided(folder)) == 2:
            break
        time.sleep(0.05)
    asking.kill()
    asking.wait()
    asking.stdin.close()
    assert len(decided(folder)) == 2
    said = call("review", "sound", cwd=folder).stdout
    assert "Ibid., p. 40." not in said
    assert "Berglund, op. cit." not in said.split("[ibid-after-unresolved]")[0]


def on_a_terminal(keys: bytes) -> str:
    """Run the review of the paper on a terminal of its own, with keys typed ahead."""
    outer, inner = pty.openpty()
    asking = subprocess.Popen(
        command("review", "sound", "--by", "Jane Doe"), stdin=inner, stdout=inner, stderr=inner, close_fds=True
    )
    os.close(inner)
    os.write(outer, keys)
    said = b""
    # On Linux the end of what a terminal shows is an error.
    with suppress(OSError):
        while held := os.read(outer, 65536):
            said += held
    asking.wait()
    os.close(outer)
    return said.decode()


@pytest.mark.slow
def test_on_a_terminal_questions_are_asked_by_themselves(folder: Path) -> None:
    said = on_a_terminal(b"a\nq\n")
    assert "[a]ccept [e]dit [r]eject" in said
    assert "1 answered" in said
    assert len(decided(folder)) == 1


@pytest.mark.slow
def test_a_decision_is_edited_in_the_editor_of_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/nearest/only/")
    assert "1 answered" in on_a_terminal(b"e\nq\n")
    (entry,) = load_decisions(folder / "decisions.yaml", source="")
    assert entry.why == "Note 1 holds the only reference before it that can be meant."
