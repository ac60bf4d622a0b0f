"""What a terminal sees, and what anything else sees."""

import io
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from ibidem.cli.console import shown, table, tinted, told
from ibidem.errors import InputError
from sample import call, command, make_sample


def on_a_terminal(cwd: Path, **env: str) -> tuple[str, str]:
    """Publish with both streams on terminals; give what each showed."""
    ends = [os.openpty(), os.openpty()]
    before = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        command("publish"), cwd=cwd, env={**before, "TERM": "xterm", **env}, stdout=ends[0][1], stderr=ends[1][1]
    ) as process:
        for _, slave in ends:
            os.close(slave)
        seen = [drained(master) for master, _ in ends]
        assert process.wait() == 0
    return seen[0], seen[1]


def drained(master: int) -> str:
    data = b""
    try:
        while chunk := os.read(master, 4096):
            data += chunk
    except OSError:
        pass  # Linux says so when the other end is closed.
    os.close(master)
    return data.decode("utf-8")


def test_progress_and_bold_are_for_terminals_alone(tmp_path: Path) -> None:
    make_sample(tmp_path)
    out, err = on_a_terminal(tmp_path)
    assert "\x1b[1mpaper" in out
    assert "\r\x1b[2Kharbour-2021: validating" in err
    assert err.endswith("\r\x1b[2K")
    assert "\x1b" not in on_a_terminal(tmp_path, NO_COLOR="1")[0]
    done = call("publish", cwd=tmp_path)
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_what_cannot_be_shown_or_goes_nowhere_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text("Title\n\nHe wrote “nothing…”\n" * 5000, encoding="utf-8")
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = call("extract", "paper.txt", cwd=tmp_path, env=ascii_only)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing\\u2026" in done.stdout
    piped = subprocess.run(
        ["bash", "-c", '"$@" | head -1', "bash", *command("extract", "paper.txt")],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (piped.stdout, piped.stderr) == ("references: 0\n", "")
    name = os.fsdecode(b"caf\xe9.txt")
    done = call("extract", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "ibidem: error: caf\ufffd.txt: no such file; check the name\n")


@pytest.mark.parametrize("words", ["extract paper.txt", "extract paper.txt --format json", "queries", "--help"])
@pytest.mark.parametrize(
    ("target", "reason"),
    [("> /dev/full", "No space left on device; print it elsewhere"), (">&-", "standard output is closed; open it")],
)
def test_a_result_that_cannot_be_printed_is_said_in_one_line(
    tmp_path: Path, words: str, target: str, reason: str
) -> None:
    (tmp_path / "paper.txt").write_text("Title\n\nHe wrote “nothing…”\n" * 50, encoding="utf-8")
    shell = ["bash", "-c", f'"$@" {target}', "bash", *command(*words.split())]
    done = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == f"ibidem: error: the result cannot be printed: {reason}\n"
    assert done.returncode == 2


@pytest.mark.parametrize("words", ["extract paper.txt", "extract paper.txt --format json", "queries"])
def test_a_reader_that_goes_ends_the_program_quietly(tmp_path: Path, words: str) -> None:
    (tmp_path / "paper.txt").write_text("Title\n\nHe wrote “nothing…”\n" * 5, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(command(*words.split()), cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(("words", "expected"), [("ibidem pub", "publish"), ("ibidem validate --for", "--format")])
def test_the_shell_completes_commands_and_options(tmp_path: Path, words: str, expected: str) -> None:
    count = str(len(words.split()) - 1)
    env = {"_IBIDEM_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": count}
    assert expected in call(cwd=tmp_path, env=env).stdout.split()


def test_help_is_there_at_once(tmp_path: Path) -> None:
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([Path(sys.executable).with_name("ibidem"), "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 0.15


def test_a_path_is_shown_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "a" / "b") == "a/b"
    assert shown(tmp_path) == str(tmp_path)
    assert shown(tmp_path.parent / "c") == str(tmp_path.parent / "c")
    assert told(InputError("mend\nit\x1b", path=tmp_path / "a", line=3)) == "a:3: mend it\N{REPLACEMENT CHARACTER}"


def test_long_cells_are_cut_to_share_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    rows = [("name", "n"), ("a" * 50, "1"), ("b", "100")]
    assert list(table(rows, width=20, right=frozenset({1}))) == [
        "name               n",
        "aaaaaaaaaaaaaa…    1",
        "b                100",
    ]


def test_an_outcome_has_its_colour_on_a_terminal_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert tinted("Links  fail  passages pass") == "Links  fail  passages pass"
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert tinted("Links  fail  passages pass") == "Links  \x1b[31mfail\x1b[0m  passages pass"
    assert tinted("bypass the not-run") == "bypass the \x1b[2mnot-run\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert tinted("Links  fail") == "Links  fail"


class Terminal(io.StringIO):
    """Says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_an_error_is_said_to_the_runner_of_github_at_its_place(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    make_sample(tmp_path / "papers")
    folder = tmp_path / "papers"
    settings = folder / "ibidem.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("license", "licence"), encoding="utf-8")
    lines = call("publish", cwd=folder, env={"GITHUB_ACTIONS": "true"}).stderr.splitlines()
    assert lines[-1].startswith("::error file=papers/ibidem.toml,line=")
    assert "::error" not in call("publish", cwd=folder, env={"GITHUB_ACTIONS": "false"}).stderr
