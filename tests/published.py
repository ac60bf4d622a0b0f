"""Publish the first paper of this repository, or all of them, for tests."""

from dataclasses import dataclass
from pathlib import Path

from ibidem.publication import BuildReport
from ibidem.workspace import Workspace, load_workspace

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Publication:
    """A publication (`folder` is what `--out` names), the workspace that it was made from, and the build's report."""

    folder: Path
    workspace: Workspace
    report: BuildReport


FIRST = "sethi-2017"
"""The paper whose publication most tests look at: the one with an edition of decisions."""


def first_workspace(folder: Path) -> Workspace:
    """Make a workspace in an empty folder that holds the first paper alone, and all else as this repository has it."""
    for name in ("ibidem.toml", "ontology", "shapes", "queries", "seeds/authorities", f"seeds/papers/{FIRST}"):
        link = folder / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(ROOT / name)
    return load_workspace(folder)


def publish(workspace: Workspace, folder: Path, *, decisions: bool = True, site: bool = False) -> Publication:
    """Publish the papers of a workspace into a folder."""
    from ibidem.build import Options, build_papers

    return Publication(folder, workspace, build_papers(workspace, Options(out=folder, decisions=decisions, site=site)))
