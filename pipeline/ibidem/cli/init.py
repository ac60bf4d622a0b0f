"""`ibidem init`: a new workspace with a sample paper, whose first publish works."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = ("ibidem init my-papers", "cd my-papers && ibidem publish")


def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")]) -> None:
    """Make a workspace with a small sample paper.

    Then put your own paper in seeds/papers/<id>/, and the base IRI and publisher in ibidem.toml.
    """
    from ibidem.cli.console import say, shown
    from ibidem.workspace import create_workspace

    for path in create_workspace(folder):
        say(shown(path))
    say(f"\nnext: cd {folder} && ibidem publish")
