"""Decisions are written into the file that a person keeps: all else in it stays as it is."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ibidem.curate.notebook import note_decision, undo_decision, with_entry
from ibidem.decision_text import decision_text
from ibidem.edition import Entry, load_decisions
from ibidem.errors import InputError, PublishError

ENTRY = Entry("reject", "claim", "ten years", "", "", (), None, "It counts nothing.", "Jane Doe", "", 0)
OTHER = replace(ENTRY, exact="two ships")

FILES = (
    "",
    "\n",
    "by: Jane Doe\ndecisions:\n",
    "by: Jane Doe\ndecisions: []\n",
    "by: Jane Doe\ndecisions: # none yet\n",
    "by: Jane Doe\n",
    "# why\nby: Somebody Else\ndecisions:\n- do: reject\n  kind: claim\n  exact: X\n  why: Y\n",
    'by: "Jane Doe"\ndecisions:\n    # first\n    - do: reject\n      kind: claim\n'
    "      exact: >-\n        X\n        Y\n      why: Z # end",
    "decisions:\n  - {do: reject, kind: claim, exact: X, why: Y, by: Z}\n\n# who\nby: Jane Doe\n",
    "by: A\ndecisions:\n- do: reject\n  kind: claim\n  exact: X\n  why: Y\n...\n",
    "by: Jane Doe\r\ndecisions:\r\n  - do: reject\r\n    kind: claim\r\n    exact: X\r\n    why: Y\r\n",
)


def bare(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(entry, line=0) for entry in entries)


@pytest.mark.parametrize("before", FILES, ids=range(len(FILES)))
def test_a_decision_is_added_behind_the_others_and_taken_out_again(before: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(before.encode())
    old = bare(load_decisions(path, source=""))
    first, second = note_decision(path, ENTRY), note_decision(path, OTHER)
    assert bare(load_decisions(path, source="")) == (*old, ENTRY, OTHER)
    text = path.read_bytes().decode()
    for line in before.replace("[]", "").split("\n"):
        assert line.strip() in text
    assert ("\r\n" in before) == ("\r\n" in text)
    undo_decision(second)
    assert bare(load_decisions(path, source="")) == (*old, ENTRY)
    undo_decision(first)
    assert bare(load_decisions(path, source="")) == old
    if before.startswith("by") and before.endswith("why: Y\r\n"):
        assert path.read_bytes().decode() == before
    assert [other.name for other in tmp_path.iterdir()] == ["decisions.yaml"]


def test_the_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    note_decision(path, ENTRY)
    assert path.read_text("utf-8").startswith("# What a person decided")
    assert "by: Jane Doe" in path.read_text("utf-8").replace('"', "")
    assert bare(load_decisions(path, source="")) == (ENTRY,)


@pytest.mark.parametrize(
    "text",
    [
        "decisions: [{do: reject, kind: claim, exact: X, why: Y, by: Z}]\n",
        "{by: A, decisions: []}\n",
        "by: [\n",
    ],
)
def test_a_file_that_nothing_can_be_added_to_stays_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError):
        note_decision(path, ENTRY)
    assert path.read_text("utf-8") == text
    assert len([*tmp_path.iterdir()]) == 1


def test_a_decision_that_a_person_changed_meanwhile_is_not_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    noted = note_decision(path, ENTRY)
    path.write_text(path.read_text("utf-8").replace("counts nothing", "counts much"), "utf-8")
    with pytest.raises(InputError, match="by hand"):
        undo_decision(noted)


def test_what_the_disk_refuses_is_said(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="nothing was changed"):
        note_decision(tmp_path / "no-folder" / "decisions.yaml", ENTRY)


def test_mode_and_link_of_the_file_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "decisions.yaml", tmp_path / "link.yaml"
    note_decision(path, ENTRY)
    path.chmod(0o640)
    link.symlink_to(path)
    note_decision(link, OTHER)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert len(load_decisions(path, source="")) == 2


def test_the_lines_added_are_those_of_the_decision() -> None:
    text, lines = with_entry("by: Jane Doe\ndecisions:\n", ENTRY)
    assert text.endswith(lines)
    written = decision_text(replace(ENTRY, by="")).splitlines()
    assert lines.splitlines() == [f"  {line}" for line in written]


KILLED = """
import os, signal, sys
from pathlib import Path
from ibidem.curate import notebook
from ibidem.edition import Entry
step, path = int(sys.argv[1]), Path(sys.argv[2])
count = 0
def killed():
    global count
    count += 1
    if count == step:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(lambda event, arguments: killed() if event in ("open", "os.rename", "os.chmod", "os.remove") else None)
notebook.note_decision(path, Entry("reject", "claim", "two ships", "", "", (), None, "Y", "Jane Doe", "", 0))
"""


@pytest.mark.slow
def test_a_process_killed_at_any_step_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    seen = set()
    for step in range(1, 40):
        path.unlink(missing_ok=True)
        note_decision(path, ENTRY)
        before = path.read_bytes()
        done = subprocess.run([sys.executable, "-c", KILLED, str(step), str(path)], env=os.environ, check=False)
        held = len(load_decisions(path, source=""))
        assert held == 2 or path.read_bytes() == before
        seen.add((done.returncode, held))
        if done.returncode == 0:
            break
    assert (-signal.SIGKILL, 1) in seen
    assert (0, 2) in seen
    note_decision(path, ENTRY)
    assert [other.name for other in tmp_path.iterdir()] == ["decisions.yaml"]
