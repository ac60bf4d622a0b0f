"""`ibidem diff`: what changed from one build to another."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem diff ../last-build build      in words, paper by paper",
    "ibidem diff old new --format patch > changes.rdfp",
    "ibidem diff old.nq.gz build --brief",
)


class Format(StrEnum):
    """How changes are told: in words, as an RDF Patch that makes the new build of the old, or for programs."""

    TEXT = "text"
    PATCH = "patch"
    JSON = "json"


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A build as --out names it, or a file of N-Quads.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.")],
    format: Annotated[Format, typer.Option(help="For people, for a copy of the data, or for programs.")] = Format.TEXT,
    brief: Annotated[bool, typer.Option("--brief", help="Count only what changed, in words.")] = False,
) -> None:
    """Say what was added, changed and withdrawn between two builds.

    Each entity is told with what belongs to it: its dates, its offices, the passages that are its evidence. Exit code
    0 where both say the same, 1 where they differ, 2 for an error, as diff does.
    """
    from ibidem.change.diff import compare_quads, diff_builds
    from ibidem.change.dumps import dump_of
    from ibidem.change.patch import write_patch
    from ibidem.change.telling import to_json, to_text
    from ibidem.cli.console import write

    before, after = dump_of(old), dump_of(new)
    if format is Format.PATCH:
        found = compare_quads(before, after)
        write(write_patch(found))
    else:
        found = diff_builds(before, after)
        write(to_json(found) if format is Format.JSON else to_text(found, brief=brief).encode("utf-8"))
    if found:
        raise typer.Exit(1)
