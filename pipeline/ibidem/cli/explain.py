"""`ibidem explain`: what was found at a place, by which rule, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ibidem.curate.target import Asked
    from ibidem.workspace import Workspace

EXAMPLES = (
    "ibidem explain sethi-2017/quotation/trump-card",
    "ibidem explain seeds/papers/sethi-2017/paper.txt:120",
    "ibidem explain 120 --paper sethi-2017",
)


def explain(
    place: Annotated[str, typer.Argument(metavar="IRI|LINE|FILE:LINE", help="A thing, or a line of a paper's text.")],
    paper: Annotated[str | None, typer.Option(metavar="ID", help="The paper of a line.")] = None,
) -> None:
    """Say what was found at a place, by which rule, and why.

    A thing is named by its IRI, whole or from the paper's id on. A line is one of the text: `ibidem extract FILE
    --text` prints that of a paper that is no text file. A line of decisions.yaml says what the decision there did.
    """
    from ibidem.build import resolve_paper
    from ibidem.cli.console import say
    from ibidem.cli.places import paper_named
    from ibidem.curate.target import Paper, explained_lines, read_target
    from ibidem.origin import Finder
    from ibidem.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    asked = read_target(place, base=workspace.base)
    source = paper_named(workspace, paper or asked.paper or _owner(workspace, asked))
    document, record = resolve_paper(workspace, source)
    finder = Finder.of(document, digest=source.paper.sha256)
    decided = asked.file is not None and asked.file.name == source.decisions.name
    paper_read = Paper(document, record, finder, workspace.shown(source.file))
    for line in explained_lines(asked, paper_read, decided=decided):
        say(line)


def _owner(workspace: "Workspace", asked: "Asked") -> str | None:
    """Give the paper in whose folder a file stands, the path being from here or from the workspace's root."""
    from ibidem.errors import InputError

    if asked.file is None:
        return None
    for start in (Path.cwd(), workspace.root):
        path = (start / asked.file).resolve()
        if path.is_file() and path.parent.parent == workspace.papers.resolve():
            return path.parent.name
    raise InputError("is no file of a paper of this workspace", path=asked.file)
