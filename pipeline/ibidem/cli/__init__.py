"""The command line: one module a command; the only room that prints, exits or reads the environment."""

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from ibidem.cli import (
    add,
    check_publication,
    diff,
    explain,
    export,
    extract,
    init,
    parse_references,
    publish,
    queries,
    query,
    release,
    review,
    score,
    validate,
)
from ibidem.cli.console import note, output, shown, told
from ibidem.errors import IbidemError, OutputError, ReleasedError

COMMANDS = (
    ("add", add.add, add.EXAMPLES),
    ("publish", publish.publish, publish.EXAMPLES),
    ("extract", extract.extract, extract.EXAMPLES),
    ("review", review.review, review.EXAMPLES),
    ("explain", explain.explain, explain.EXAMPLES),
    ("parse-references", parse_references.parse_references, parse_references.EXAMPLES),
    ("validate", validate.validate, validate.EXAMPLES),
    ("check-publication", check_publication.check_publication, check_publication.EXAMPLES),
    ("queries", queries.queries, queries.EXAMPLES),
    ("query", query.query, query.EXAMPLES),
    ("export", export.export, export.EXAMPLES),
    ("diff", diff.diff, diff.EXAMPLES),
    ("release", release.release, release.EXAMPLES),
    ("score", score.score, score.EXAMPLES),
    ("init", init.init, init.EXAMPLES),
)
EXAMPLES = (
    "ibidem init my-papers",
    "ibidem publish",
    "ibidem query citations",
    "ibidem extract paper.txt --format json",
)
HELP = """Turn footnoted papers into linked open data.

Exit codes: 0 all is well; 1 a finding refuses a paper; 2 an error, said in one line; 130 interrupted.
"""
REFUSED = 1
ERROR = 2
INTERRUPTED = 130


def _examples(lines: tuple[str, ...]) -> str:
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def _version(wanted: bool) -> None:
    if wanted:
        from ibidem import __version__

        typer.echo(f"ibidem {__version__}")
        raise typer.Exit


def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def make_app() -> typer.Typer:
    """Make the command-line application, each command with its examples."""
    app = typer.Typer(
        name="ibidem",
        help=HELP,
        epilog=_examples(EXAMPLES),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    )
    app.callback()(_top)
    for name, command, examples in COMMANDS:
        app.command(name, epilog=_examples(examples))(command)
    return app


def main() -> None:
    """Run the command line; say an error in one line, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a character, or a path that is no text, stops nothing.
            stream.reconfigure(errors="backslashreplace")
    try:
        _run()
    except ReleasedError as error:
        # Several lines: the last of them are there to be copied.
        note(f"ibidem: {shown(Path(error.path or ''))}: {error.message}")
        _annotate(error)
        sys.exit(REFUSED)
    except IbidemError as error:
        note(f"ibidem: error: {told(error)}")
        _annotate(error)
        sys.exit(ERROR)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _annotate(error: IbidemError) -> None:
    """Say an error to GitHub's runner as well, which shows it at its file and line; nothing anywhere else."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    from ibidem.cli.places import from_root
    from ibidem.formats.github import error_command

    source = from_root(str(error.path), Path.cwd()) if error.path else None
    note(error_command(error.message, source=source, line=error.line))


def _run() -> None:
    """Run a command and print all of its result, however it ends."""
    if sys.stdout is None:
        raise OutputError("the result cannot be printed: standard output is closed; open it")
    # What a command makes lives until its end: to look through it for cycles time and again is in vain.
    gc.set_threshold(200_000)
    with output():
        try:
            make_app()(prog_name="ibidem")
        finally:
            sys.stdout.flush()
            # Nor is it worth a look at the exit, which frees everything.
            gc.freeze()
