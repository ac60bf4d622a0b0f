"""Where a command looks that needs no workspace, but takes its own if it stands in one."""

from pathlib import Path

from ibidem.workspace import SETTINGS, find_workspace, packaged


def queries_folder() -> Path:
    """Give the folder of the saved queries: the workspace's, or those that come with ibidem."""
    here = Path.cwd()
    inside = any((folder / SETTINGS).is_file() for folder in (here, *here.parents))
    return find_workspace(here).queries if inside else packaged("queries")


def store_folder(build: Path | None) -> Path:
    """Give the store of a publication, by default the workspace's; raise InputError outside of any."""
    return (build or find_workspace(Path.cwd()).build) / "store"
