"""Make a new paper's folder in a workspace: the file as received and its paper.toml, both or nothing."""

import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ibidem.curate.intake import paper_toml, propose_id, propose_paper, to_check
from ibidem.document import Document
from ibidem.errors import InputError, PublishError
from ibidem.iri import RESERVED
from ibidem.read import read_bytes
from ibidem.read.format import find_format
from ibidem.record import Record
from ibidem.settings import read_settings
from ibidem.workspace import PAPER_ID, Workspace, paper_ids

SETTINGS = "paper.toml"


@dataclass(frozen=True, slots=True)
class Added:
    """A paper that was added: its id, its files, what its paper.toml says, and what a person must check."""

    id: str
    files: tuple[Path, ...]
    settings: str
    checks: tuple[tuple[str, str], ...]


def add_paper(
    workspace: Workspace, file: Path, document: Document, record: Record, *, paper_id: str | None = None
) -> Added:
    """Add a paper that was read from a file; nothing is left behind where it fails.

    Raise InputError for an id that is taken or none, and for a file that the workspace has; PublishError where the
    folder cannot be written.
    """
    data = read_bytes(file)
    digest = sha256(data).hexdigest()
    if digest != record.paper.sha256:
        raise InputError("was changed while it was read; add it again", path=file)
    intake = propose_paper(document, record)
    name = paper_id or propose_id(intake, stem=file.stem)
    _refuse(workspace, name, digest, given=paper_id is not None, file=file)
    received = f"paper{_suffix(data, file)}"
    settings = paper_toml(intake, file=received, digest=digest)
    folder = workspace.papers / name
    _make(folder, {received: data, SETTINGS: settings.encode("utf-8")})
    return Added(name, (folder / received, folder / SETTINGS), settings, tuple(to_check(intake)))


def _suffix(data: bytes, file: Path) -> str:
    """Give the suffix of the file's real format, its own where it is one of those."""
    suffixes = find_format(data, path=file).suffixes
    return file.suffix.lower() if file.suffix.lower() in suffixes else suffixes[0]


def _refuse(workspace: Workspace, name: str, digest: str, *, given: bool, file: Path) -> None:
    if not PAPER_ID.fullmatch(name):
        raise InputError(f"{name!r} is no id, which becomes the paper's IRI: use small letters, digits, single hyphens")
    if name in RESERVED:
        raise InputError(f"{name!r} is a name that the dataset needs itself; give another: --id {name}-1")
    for other in paper_ids(workspace):
        known = workspace.papers / other / SETTINGS
        said = read_settings(known).values.get("sha256") if known.is_file() else None
        if isinstance(said, str) and said.lower() == digest:
            raise InputError(f"is in this workspace already, as {other}", path=file)
    if (workspace.papers / name).exists():
        advice = "give another" if given else "name it with --id, as"
        raise InputError(f"is there already; {advice}: --id {name}-2", path=workspace.papers / name)


def _make(folder: Path, files: dict[str, bytes]) -> None:
    """Write a folder beside those of the papers and rename it to its place, which it takes in one step."""
    new = folder.parent.parent / f".{folder.name}.new"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        for name, data in files.items():
            with (new / name).open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        new.rename(folder)
    except OSError as error:
        raise PublishError(f"cannot be written: {error.strerror}; nothing was added", path=folder) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
