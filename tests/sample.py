"""The workspace that `ibidem init` makes, and the command line as a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from ibidem.workspace import Workspace, create_workspace, load_workspace, packaged

DECISION = """\
by: Ada
decisions:
- do: confirm
  kind: actor
  exact: Boris Godunov
  why: this decision is about another text
"""


def open_shapes() -> str:
    """Write shapes that look at every node, know every class of ours and ask for nothing: a publish takes no time."""
    known = {
        quad.object
        for path in packaged("shapes").glob("*.ttl")
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        if isinstance(quad.object, NamedNode)
    }
    return (
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
        "@prefix oa: <http://www.w3.org/ns/oa#> .\n"
        "<https://example.org/any> a sh:NodeShape ; sh:targetSubjectsOf rdf:type, oa:hasSource ;\n"
        f"  <http://www.w3.org/2000/01/rdf-schema#seeAlso> {', '.join(map(str, known))} .\n"
    )


SHAPES = open_shapes()


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
