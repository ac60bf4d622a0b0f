"""`ibidem publish`: the whole flow, from the papers to the publication."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem publish                      every paper of the workspace, into build/",
    "ibidem publish sethi-2017           this paper anew, the others as they were published last",
    "ibidem publish --out ../machine --no-decisions",
)


def publish(
    papers: Annotated[list[str] | None, typer.Argument(metavar="PAPER", help="Ids; all if none is named.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Publish here instead of build/.")] = None,
    no_decisions: Annotated[bool, typer.Option("--no-decisions", help="Leave out all that people added.")] = False,
    no_site: Annotated[bool, typer.Option("--no-site", help="Leave out the site: store and dumps alone.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Publish nothing if one paper is refused.")] = False,
) -> None:
    """Publish the papers of this workspace.

    They are read, resolved, described as RDF and validated. A paper with a violation keeps its last published
    version and the others are published; exit code 1, also where a paper that is not named was refused before. The
    last publication stays whole until the new one takes its place in one step.
    """
    from ibidem.build import Options, build_papers
    from ibidem.cli.changed import last_change
    from ibidem.cli.console import progress_line, say
    from ibidem.cli.summary import summary
    from ibidem.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    folder = out or workspace.build
    options = Options(
        out=folder,
        papers=tuple(papers or ()),
        decisions=not no_decisions,
        strict=strict,
        site=not no_site,
        modified=None if no_site else last_change(workspace.root),
    )
    with progress_line() as progress:
        report = build_papers(workspace, options, progress=progress)
    for line in summary(report, out=folder, usual=folder == workspace.build):
        say(line)
    if report.violated:
        raise typer.Exit(1)
