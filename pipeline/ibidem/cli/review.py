"""`ibidem review`: what needs a person, the most doubtful first."""

import os
import shlex
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ibidem.curate.reading import Reading
    from ibidem.curate.session import Session
    from ibidem.curate.telling import Question
    from ibidem.edition import Entry

EXAMPLES = (
    "ibidem review sethi-2017            the list, or on a terminal one question after another",
    "ibidem review sethi-2017 --limit 5 --no-ask",
    "ibidem review sethi-2017 --format json > doubts.json",
)
KEYS = "[a]ccept [e]dit [r]eject [s]kip [u]ndo [q]uit"


class Format(StrEnum):
    """How the list is printed."""

    TEXT = "text"
    JSON = "json"


def review(
    paper: Annotated[str | None, typer.Argument(metavar="PAPER", help="Its id, unless it is the only one.")] = None,
    format: Annotated[Format, typer.Option(help="How to print the list.")] = Format.TEXT,
    limit: Annotated[int | None, typer.Option(min=1, help="List so many, the most doubtful.")] = None,
    ask: Annotated[bool | None, typer.Option("--ask/--no-ask", help="Ask one by one; so on a terminal.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides, if not who did so far.")] = None,
) -> None:
    """List what needs a person, with decisions to take.

    Each stands with its words and a decision to paste into decisions.yaml, the most doubtful first. On a terminal
    each is asked: accept the decision, edit it, reject it, skip, undo, quit. What is answered is stored at once; the
    next review asks for what is left.
    """
    from ibidem.build import read_paper
    from ibidem.cli.console import progress_line
    from ibidem.cli.places import paper_named
    from ibidem.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    source = paper_named(workspace, paper)
    with progress_line() as progress:
        progress(f"{source.paper.id}: reading")
        reading = read_paper(workspace, source)
    if ask if ask is not None else format is Format.TEXT and sys.stdin.isatty() and sys.stdout.isatty():
        from ibidem.curate.session import Session

        _ask(Session(reading, source.decisions, by or _signing(reading)))
    else:
        _list(reading, format, limit)


def _list(reading: "Reading", format: Format, limit: int | None) -> None:
    from ibidem.cli.console import say, write
    from ibidem.curate.doubt import doubts_of
    from ibidem.curate.telling import plain_question, question_lines, question_of

    record = reading.decided()
    doubts = doubts_of(reading, record)
    finder = reading.finder()
    questions = (question_of(doubt, reading, record, finder=finder) for doubt in doubts[:limit])
    if format is Format.JSON:
        from ibidem.json_text import pretty_json

        listed = [*map(plain_question, questions)]
        write(pretty_json({"paper": record.paper.id, "left": len(doubts), "doubts": listed}))
        return
    for question in questions:
        for line in question_lines(question):
            say(line)
        say()
    say(_counted(record.paper.id, len(doubts), len(doubts[:limit])))


def _counted(paper: str, left: int, shown: int) -> str:
    if not left:
        return f"{paper}: nothing is left to be decided"
    more = "" if shown == left else f", the {shown} most doubtful shown"
    return f"{paper}: {left} to be decided{more}"


def _signing(reading: "Reading") -> str:
    """Give who signs: as the last decision does, else who says so."""
    from ibidem.errors import InputError

    if reading.entries:
        return reading.entries[-1].by
    name = _line("Your name, which signs the decisions: ", end="").strip()
    if not name:
        raise InputError("nobody signs the decisions; say who decides: --by NAME")
    return name


def _ask(session: "Session") -> None:
    """Ask until nothing is left, or nobody answers."""
    from ibidem.cli.console import say, shown
    from ibidem.curate.telling import question_lines
    from ibidem.errors import IbidemError

    say(f"decisions go to {shown(session.path)}, signed by {session.by} (--by changes that)")
    answered = 0
    while (asked := session.next()) is not None:
        question, left = asked
        say()
        for line in question_lines(question):
            say(line)
        key = _line(f"{left} left. {KEYS}? ").strip().lower()[:1]
        if key in ("q", "\x04"):
            break
        try:
            answered += _answer(session, question, key)
        except IbidemError as error:
            say(f"  not stored: {error.message}")
    left = len(session.left())
    say(f"\n{answered} answered, {left} left{', ' + str(len(session.skipped)) + ' skipped' if session.skipped else ''}")


def _answer(session: "Session", question: "Question", key: str) -> int:
    """Do what a key says, and give by how many the answers grow."""
    from ibidem.cli.console import say
    from ibidem.curate.notebook import Noted

    decision, otherwise = question.proposal.decision, question.proposal.otherwise
    if key == "s":
        session.skip(question.doubt)
    elif key == "u":
        stored = sum(isinstance(one, Noted) for one in session.done)
        if not session.undo():
            say("  nothing to undo")
        return sum(isinstance(one, Noted) for one in session.done) - stored
    elif key == "a" and decision is not None:
        session.answer(decision)
        return 1
    elif key == "r" and otherwise is not None:
        session.answer(otherwise)
        return 1
    elif key in ("e", "r", "a"):
        written = _edited(session, otherwise if key == "r" else decision, question)
        if written is not None:
            session.answer(written)
            return 1
    else:
        say(f"  {KEYS}: accept stores the decision shown, reject the one after `or`, edit lets you change it first")
    return 0


def _edited(session: "Session", entry: "Entry | None", question: "Question") -> "Entry | None":
    """Let a person write a decision, in $EDITOR or here; None where nothing is written."""
    from ibidem.cli.console import say
    from ibidem.curate.telling import draft

    text = draft(entry, question)
    with TemporaryDirectory(prefix="ibidem-") as folder:
        file = Path(folder) / "decision.yaml"
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if editor and sys.stdin.isatty():
            file.write_text(text, encoding="utf-8")
            subprocess.run([*shlex.split(editor), str(file)], check=False)
            text = file.read_text(encoding="utf-8")
        else:
            say("  write the decision, and an empty line after it:")
            say(text.rstrip("\n"))
            lines = []
            while (line := _line("> ", end="")).strip():
                lines.append(line)
            text = "\n".join(lines)
        if not "".join(line for line in text.splitlines() if not line.lstrip().startswith("#")).strip():
            return None
        return session.read(text, beside=Path(folder) / "read.yaml")


def _line(prompt: str, *, end: str = "q") -> str:
    """Ask for a line; where the input has ended, `end`."""
    from ibidem.cli.console import output

    with output():
        sys.stdout.write(prompt)
        sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        with output():
            sys.stdout.write(line if line.endswith("\n") else f"{line}\n")
    return line.rstrip("\n") if line else end
