"""What the commands print, and to whom: results to stdout, all else to stderr."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ibidem.errors import IbidemError, OutputError
from ibidem.formats.text import in_one_line

CLOSED = 141
"""The exit code where the reader of the result has gone: that of SIGPIPE in a shell."""

_TINTS = {"pass": 32, "warn": 33, "fail": 31, "not-run": 2}
_OUTCOME = re.compile(rf"(?<![\w-])(?:{'|'.join(_TINTS)})(?![\w-])")


def say(text: str = "") -> None:
    """Print a line of the result."""
    with output():
        sys.stdout.write(f"{text}\n")


def write(data: bytes) -> None:
    """Print bytes of the result as they are."""
    with output():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def output() -> Iterator[None]:
    """Raise OutputError where the result cannot be printed; end quietly where its reader has gone (`| head`)."""
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            raise
        # What is still held back goes nowhere, or Python would try to print it at the exit, and say so.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(CLOSED) from None
        raise OutputError(f"the result cannot be printed: {error.strerror}; print it elsewhere") from None


def note(text: str) -> None:
    """Print a line that is not part of the result."""
    sys.stderr.write(f"{text}\n")


def strong(text: str) -> str:
    """Make the text bold on a terminal, unless NO_COLOR is set (no-color.org)."""
    return text if _plain() else f"\x1b[1m{text}\x1b[0m"


def tinted(line: str) -> str:
    """Colour the outcome that a line tells, on a terminal."""
    return line if _plain() else _OUTCOME.sub(lambda found: f"\x1b[{_TINTS[found[0]]}m{found[0]}\x1b[0m", line, count=1)


def _plain() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """Give a way to show what is being done, in one line that is written over; nothing where nobody watches."""
    watched = sys.stderr.isatty()

    def show(text: str) -> None:
        if watched:
            sys.stderr.write(f"\r\x1b[2K{text}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        show("")


def shown(path: Path) -> str:
    """Give a path as short as it can be read from the current folder."""
    here = Path.cwd()
    if not path.is_relative_to(here) or path == here:
        return str(path)
    return str(path.relative_to(here))


def told(error: IbidemError) -> str:
    """Say an error in one line, its place first, as compilers do."""
    path = shown(error.path) if isinstance(error.path, Path) else error.path
    places = [str(place) for place in (path, error.line, error.column) if place is not None]
    return in_one_line(f"{':'.join([*places, ''])} {error.message}")


def table(rows: Iterable[tuple[str, ...]], *, width: int, right: frozenset[int] = frozenset()) -> Iterable[str]:
    """Lay rows out in columns, the first row as the heading; long cells are cut to share the width.

    `right` are the columns, from 0, that stand on the right as numbers do.
    """
    cells = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    widest = [max(map(len, column)) for column in zip(*cells, strict=True)]
    while sum(widest) + 2 * (len(widest) - 1) > width and max(widest) > 8:
        widest[widest.index(max(widest))] -= 1
    for number, row in enumerate(cells):
        cut = (cell if len(cell) <= room else f"{cell[: room - 1]}…" for cell, room in zip(row, widest, strict=True))
        laid = (
            cell.rjust(room) if column in right else cell.ljust(room)
            for column, (cell, room) in enumerate(zip(cut, widest, strict=True))
        )
        line = "  ".join(laid).rstrip()
        yield strong(line) if number == 0 else line
