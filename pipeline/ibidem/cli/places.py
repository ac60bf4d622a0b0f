"""Where a command looks that needs no workspace, but takes its own if it stands in one."""

import os
from dataclasses import replace
from pathlib import Path

from ibidem.errors import InputError
from ibidem.finding import Finding
from ibidem.formats import Format
from ibidem.workspace import (
    SETTINGS,
    PaperSource,
    Workspace,
    find_root,
    find_workspace,
    load_paper,
    packaged,
    paper_ids,
)


def queries_folder() -> Path:
    """Give the folder of the saved queries: the workspace's, or those that come with ibidem."""
    here = Path.cwd()
    inside = any((folder / SETTINGS).is_file() for folder in (here, *here.parents))
    return find_workspace(here).queries if inside else packaged("queries")


def query_file(name: str) -> Path:
    """Give the file of a query by its name, `site/statements`: the workspace's own where it has one."""
    own = queries_folder() / f"{name}.rq"
    return own if own.is_file() else packaged("queries") / f"{name}.rq"


def store_folder(build: Path | None) -> Path:
    """Give the store of a publication, by default the workspace's; raise InputError outside of any."""
    return (build or find_workspace(Path.cwd()).build) / "store"


def paper_named(workspace: Workspace, paper: str | None) -> PaperSource:
    """Load the paper of an id, or the only one that there is; raise InputError where that is not one."""
    known = paper_ids(workspace)
    if paper is None and len(known) != 1:
        listed = f"; the workspace has: {', '.join(known)}" if known else ""
        raise InputError(f"which paper is not said{listed}", path=workspace.papers)
    return load_paper(workspace, known[0] if paper is None else paper)


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
