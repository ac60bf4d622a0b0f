"""Run the commands of a Markdown page, and hold what they print against what the page shows.

In a `console` block a line that starts with `$ ` is a command, `> ` lines after it belong to it, and what follows
is its output, both streams together. `=> 2` at the end of the output is the exit code where it is not 0; a line
`...` stands for any lines. All commands of a page run in one folder, which is printed as `FOLDER`.
"""

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from ibidem.cli import main

ACCEPT = bool(os.environ.get("IBIDEM_ACCEPT"))
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*(?:\n>(?: .*)?$)*)", re.MULTILINE)
_FURTHER = re.compile(r"\n> ?")
_SHELL = re.compile(r"[|<>;&$`*]")
_ALIASES = {"make publish": "ibidem publish"}
"""What stands in the Makefile under these names."""


@dataclass(frozen=True)
class Shown:
    """A command and its output as a page shows them; `start` and `end` are where the output stands in the page."""

    command: str
    output: str
    start: int
    end: int


def commands(page: str) -> Iterator[Shown]:
    """Find the commands of a page."""
    for block in _BLOCK.finditer(page):
        found = list(_COMMAND.finditer(page, block.start(1), block.end(1)))
        ends = [*(match.start() for match in found[1:]), block.end(1)]
        for match, end in zip(found, ends, strict=True):
            command = _FURTHER.sub("\n", match.group(1))
            yield Shown(command, page[match.end() + 1 : end], match.end() + 1, end)


def check_page(path: Path, folder: Path, chdir: Callable[[Path], None]) -> int:
    """Run the commands of a page and give their number; where ACCEPT is set, write what they print into the page."""
    text = path.read_text(encoding="utf-8")
    chdir(folder)
    differ: list[tuple[Shown, str]] = []
    count = 0
    for shown in commands(text):
        printed = _printed(shown.command, chdir).replace(str(folder), "FOLDER")
        count += 1
        if not matches(shown.output, printed):
            differ.append((shown, printed))
    if ACCEPT:
        for shown, printed in reversed(differ):
            text = text[: shown.start] + printed + text[shown.end :]
        path.write_text(text, encoding="utf-8")
        return count
    for shown, printed in differ:
        assert printed == shown.output, f"{path.name}: $ {shown.command}"
    return count


def matches(expected: str, printed: str) -> bool:
    """Compare what a page shows with what was printed; a line `...` stands for any lines."""
    if "...\n" not in expected:
        return expected == printed
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), printed) is not None


def _printed(command: str, chdir: Callable[[Path], None]) -> str:
    command = _ALIASES.get(command, command)
    if command.startswith("cd ") and not _SHELL.search(command):
        chdir(Path(command[3:]))
        return ""
    if command.startswith("ibidem ") and not _SHELL.search(command):
        code, output = run(*shlex.split(command)[1:])
    else:
        done = subprocess.run(["bash", "-c", command], env=_environment(), capture_output=True, check=False)
        code, output = done.returncode, (done.stdout + done.stderr).decode("utf-8", "backslashreplace")
    lines = "".join(f"{line.rstrip()}\n" for line in output.split("\n")).removesuffix("\n")
    return lines + (f"=> {code}\n" if code else "")


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def run(*arguments: str) -> tuple[int, str]:
    """Run the command line in this process; give its exit code and what it printed, both streams together."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    before = sys.argv
    sys.argv = ["ibidem", *arguments]
    try:
        with redirect_stdout(stream), redirect_stderr(stream):
            main()
    except SystemExit as stopped:
        code = stopped.code if isinstance(stopped.code, int) else int(stopped.code is not None)
    else:
        code = 0
    finally:
        sys.argv = before
    data = stream.buffer
    assert isinstance(data, io.BytesIO)
    return code, data.getvalue().decode("utf-8")
