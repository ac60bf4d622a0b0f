"""Write decisions into decisions.yaml as an editor would: comments and order stay, each change whole or not at all."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ibidem.decision_text import decision_text, quoted
from ibidem.edition import Entry, load_decisions
from ibidem.errors import InputError, PublishError

_LIST = re.compile(r"^decisions[ \t]*:[ \t]*(?P<empty>\[\s*\]|~|null)?[ \t]*(?P<comment>#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^([ \t]*)-(?=\s)", re.MULTILINE)
_KEY = re.compile(r"^(?![#\s-]).", re.MULTILINE)
_REST = re.compile(r"(?:^(?:#.*|[ \t]*)\n)*\Z", re.MULTILINE)
_HEADER = "# What a person decided where the machine cannot know, or reads this paper wrongly.\n"


@dataclass(frozen=True, slots=True)
class Noted:
    """A decision that was added to a file: its lines as they stand there."""

    path: Path
    lines: str


def note_decision(path: Path, entry: Entry) -> Noted:
    """Add a decision at the end of the list, and give what undoes it; the file is made where there is none.

    The new file takes the place of the old one in one step: a process that is killed leaves one of the two. Raise
    InputError where the file is no list of decisions or the entry none, PublishError where it cannot be written.
    """
    before = _read(path)
    old = load_decisions(path, source="") if path.exists() else ()
    after, lines = with_entry(before, entry)
    with _written(path, after) as new:
        _expect(path, load_decisions(new, source=""), (*old, entry))
    return Noted(path, lines)


def undo_decision(noted: Noted) -> None:
    """Take a decision out again, the last that is written so; raise InputError where it is there no more."""
    before = _read(noted.path)
    if noted.lines not in before:
        raise InputError("the decision was changed meanwhile; take it out by hand", path=noted.path)
    head, _, tail = before.rpartition(noted.lines)
    after = head + tail
    with _written(noted.path, after) as new:
        load_decisions(new, source="")


def with_entry(text: str, entry: Entry) -> tuple[str, str]:
    """Give the text of a file with one more decision, and the lines that were added for it."""
    newline = "\r\n" if "\r\n" in text else "\n"
    signed = entry
    if not text.strip():
        text = f"{_HEADER}by: {quoted(entry.by)}\ndecisions:\n"
        signed = replace(entry, by="")
    text = text.replace(newline, "\n")
    if not text.endswith("\n"):
        text += "\n"
    names = f"(?:{re.escape(quoted(entry.by))}|{re.escape(entry.by)})"
    if re.search(rf"^by[ \t]*:[ \t]*{names}[ \t]*$", text, re.MULTILINE):
        signed = replace(entry, by="")
    listed = _LIST.search(text)
    if listed is None:
        text += "decisions:\n"
        listed = _LIST.search(text)
    assert listed is not None
    if listed["empty"]:
        text = text[: listed.start("empty")].rstrip(" ") + text[listed.end("empty") :]
    start = text.index("\n", listed.start()) + 1
    following = _KEY.search(text, start)
    end = following.start() if following else len(text)
    rest = _REST.search(text[start:end]) if following else None
    end -= len(rest[0]) if rest else 0
    item = _ITEM.search(text, start, end)
    indent = item[1] if item else "  "
    lines = "".join(f"{indent}{line}\n" for line in decision_text(signed).rstrip("\n").split("\n"))
    return (text[:end] + lines + text[end:]).replace("\n", newline), lines.replace("\n", newline)


def _expect(path: Path, found: tuple[Entry, ...], wanted: tuple[Entry, ...]) -> None:
    def bare(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(replace(entry, source="", line=0) for entry in entries)

    if bare(found) != bare(wanted):
        message = "nothing can be added at its end; write `decisions:` as a list, each entry beginning with `- do:`"
        raise InputError(message, path=path)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 at byte {error.start}; save it as UTF-8", path=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}; check its permissions", path=path) from None


@contextmanager
def _written(path: Path, text: str) -> Iterator[Path]:
    """Write a text beside a file, and put it in its place where nothing was raised."""
    whole = path.resolve()
    new = whole.with_name(f".{whole.name}.new")
    try:
        with new.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if whole.exists():
            shutil.copymode(whole, new)
        yield new
        new.replace(whole)
    except OSError as error:
        raise PublishError(f"cannot be written: {error.strerror}; nothing was changed", path=path) from error
    finally:
        new.unlink(missing_ok=True)
