"""Where a command looks that needs no workspace, but takes its own if it stands in one."""

import os
from dataclasses import replace
from pathlib import Path

from ibidem.finding import Finding
from ibidem.formats import Format
from ibidem.workspace import SETTINGS, find_root, find_workspace, packaged


def queries_folder() -> Path:
    """Give the folder of the saved queries: the workspace's, or those that come with ibidem."""
    here = Path.cwd()
    inside = any((folder / SETTINGS).is_file() for folder in (here, *here.parents))
    return find_workspace(here).queries if inside else packaged("queries")


def store_folder(build: Path | None) -> Path:
    """Give the store of a publication, by default the workspace's; raise InputError outside of any."""
    return (build or find_workspace(Path.cwd()).build) / "store"


def placed(findings: tuple[Finding, ...], base: Path, format: Format) -> tuple[Finding, ...]:
    """Give the paths under `base` from the root of the repository, else of the workspace, where a CI system reads."""
    if format not in (Format.SARIF, Format.GITHUB):
        return findings
    return tuple(
        replace(finding, source=from_root(finding.source, base)) if finding.source is not None else finding
        for finding in findings
    )


def from_root(path: str, base: Path) -> str:
    """Give a path under `base` from the root of the repository, else of the workspace; one outside of it as it is."""
    repository = next((folder for folder in (base, *base.parents) if (folder / ".git").exists()), None)
    root = repository or find_root(base) or base
    whole = Path(os.path.normpath(base / path))
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()
