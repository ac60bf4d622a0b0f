"""Publish this repository's own papers, for tests."""

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


def publish(folder: Path, *, decisions: bool = True, site: bool = False) -> Publication:
    """Publish the papers of this repository into a folder."""
    from ibidem.build import Options, build_papers

    workspace = load_workspace(ROOT)
    return Publication(folder, workspace, build_papers(workspace, Options(out=folder, decisions=decisions, site=site)))
