"""`ibidem check-publication`: what a portal would say of a publication, before it is asked."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ibidem.formats import Format

if TYPE_CHECKING:
    from ibidem.check import Check, Result

EXAMPLES = (
    "ibidem check-publication                      the publication in build/",
    "ibidem check-publication ../elsewhere --only links --only names",
    "ibidem check-publication --format github",
)
_SHOWN = 40


def check_publication(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A publication, as --out names it; build/ if none.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="CHECK", help="Run this check alone; may be given again.")
    ] = None,
    acceptance: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Schemas that ibidem may not carry; else what IBIDEM_ACCEPTANCE names."),
    ] = None,
    format: Annotated[Format, typer.Option(help="For people, for programs, or for a CI system.")] = Format.TEXT,
    write: Annotated[bool, typer.Option("--write", help="Put the score card into the site: check.html.")] = False,
) -> None:
    """Rehearse what portals, harvesters and readers do with a publication.

    Every file that the description names is fetched from a local server, every dump is compared with the store, every
    link is followed, and the descriptions are held against the rules of portals. Exit code 1 where a check fails;
    warnings, and checks that lack what they need, do not count.
    """
    from ibidem.check import Outcome, check_publication, checks, open_publication, outcome_of
    from ibidem.check.page import write_answers
    from ibidem.cli.console import progress_line, shown
    from ibidem.workspace import find_workspace

    asked = checks(tuple(only or ()))
    named = folder or find_workspace(Path.cwd()).build
    opened = open_publication(named, acceptance=acceptance or _acceptance())
    with progress_line() as progress:
        results = tuple(check_publication(opened, asked, progress=progress))
        if write:
            write_answers(opened, find_workspace(Path.cwd()), asked, results)
    _print(asked, results, format, shown(named))
    if outcome_of(results) is Outcome.FAIL:
        raise typer.Exit(1)


def _acceptance() -> Path | None:
    named = os.environ.get("IBIDEM_ACCEPTANCE")
    return Path(named) if named else None


def _print(asked: "tuple[Check, ...]", results: "tuple[Result, ...]", format: Format, folder: str) -> None:
    from ibidem.check.card import to_findings, to_json
    from ibidem.cli.console import say, shown, write
    from ibidem.cli.places import placed
    from ibidem.formats import format_findings
    from ibidem.workspace import SETTINGS, find_root

    if format is Format.TEXT:
        for line in _card(asked, results):
            say(line)
    elif format is Format.JSON:
        write(to_json(asked, results))
    else:
        root = find_root(Path.cwd())
        settings = shown(root / SETTINGS) if root else None
        findings = placed(to_findings(results, folder=folder, settings=settings), Path.cwd(), format)
        checked = tuple(check.name for check in asked)
        write(format_findings(findings, checked=checked, format=format).encode())


def _card(asked: "tuple[Check, ...]", results: "tuple[Result, ...]") -> Iterator[str]:
    from ibidem.check.card import problems, rows, totals
    from ibidem.check.result import counted
    from ibidem.cli.console import table, tinted
    from ibidem.formats.text import in_one_line

    heading = ("check", "outcome", "looked at")
    for line in table((heading, *rows(asked, results)), width=sys.maxsize):
        yield tinted(line)
    yield ""
    said = [tinted(in_one_line(line)) for line in problems(results)]
    yield from said[:_SHOWN]
    if len(said) > _SHOWN:
        yield f"and {len(said) - _SHOWN} more; all of them: --format json"
    yield f"{counted(len(asked), 'check')}: {totals(asked, results)}"
