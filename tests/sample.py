"""The workspace that `ibidem init` makes, and the command line as a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from ibidem.workspace import Workspace, create_workspace, load_workspace

DECISION = """\
by: Ada
decisions:
- do: confirm
  kind: actor
  exact: Boris Godunov
  why: this decision is about another text
"""


SHAPES = """\
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix fabio: <http://purl.org/spar/fabio/> .
<https://example.org/paper> a sh:NodeShape ; sh:targetClass fabio:ResearchPaper .
"""
"""Shapes of a workspace's own that ask for nothing: publishing takes a tenth of the time."""


def make_sample(folder: Path, *, shapes: str | None = SHAPES) -> Workspace:
    """Make the sample workspace with its one paper, harbour-2021, which tests may write anew.

    None stands for the shapes of the program.
    """
    for path in create_workspace(folder):
        if path.name == "paper.toml":
            path.write_text(re.sub("(?m)^sha256.*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    if shapes is not None:
        (folder / "shapes").mkdir()
        (folder / "shapes" / "own.ttl").write_text(shapes, encoding="utf-8")
    return load_workspace(folder)


def add_paper(workspace: Workspace, name: str, text: str) -> Path:
    """Add a paper to a workspace; give its folder."""
    folder = workspace.papers / name
    folder.mkdir()
    (folder / "paper.txt").write_text(text, encoding="utf-8")
    (folder / "paper.toml").write_text('title = "A"\ndate = "2021"\nrights = "none"\n', encoding="utf-8")
    return folder


def command(*arguments: str | Path) -> list[str]:
    """Give the words of a call of the command line in a new process."""
    return [sys.executable, "-c", "from ibidem.cli import main; main()", *map(str, arguments)]


def call(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        command(*arguments), cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
    )
