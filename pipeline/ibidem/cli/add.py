"""`ibidem add`: a new paper's folder, with what its file says of itself."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem add ~/Downloads/article.docx",
    "ibidem add article.pdf --id lindqvist-1981",
)


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A paper, in any format that is read.")],
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; else author and year.")] = None,
) -> None:
    """Add a paper to this workspace.

    Its folder is made in seeds/papers/: the file as received, and a paper.toml with what the file says of itself. What
    was not found stands there as a comment that says what to put.
    """
    from ibidem.build import extract_paper
    from ibidem.cli.console import note, progress_line, say, shown
    from ibidem.curate.adding import add_paper
    from ibidem.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    with progress_line() as progress:
        progress(f"{file.name}: reading")
        document, record = extract_paper(file)
    added = add_paper(workspace, file, document, record, paper_id=id)
    for path in added.files:
        say(shown(path))
    say()
    for line in added.settings.splitlines():
        say(f"  {line}".rstrip())
    say()
    for name, what in added.checks:
        note(f"check {name}: {what}")
    say(f"next: read {shown(added.files[-1])} against the paper, then: ibidem publish {added.id}")
