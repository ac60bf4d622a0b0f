"""Where other people's shapes and schemas lie: those that come with the program, and those that may not be carried."""

from pathlib import Path
from typing import Any

import msgspec

from ibidem.check.opened import Opened
from ibidem.check.result import NotRun
from ibidem.errors import InputError
from ibidem.workspace import packaged

VARIABLE = "IBIDEM_ACCEPTANCE"
"""The variable that names the folder of what is not carried."""


def portal(name: str) -> Path:
    """Give the folder of a portal's shapes or schemas that come with the program."""
    return packaged("portals") / name


def elsewhere(opened: Opened, name: str, *, what: str) -> Path | NotRun:
    """Give a file or folder of what is not carried, or say that the check cannot be run."""
    if opened.acceptance is None:
        why = f"{what} may not be carried with ibidem"
        return NotRun(why, f"set {VARIABLE} to a folder that holds {name}")
    path = opened.acceptance / name
    return path if path.exists() else NotRun(f"{what} is not in {opened.acceptance}", f"put it there as {name}")


def read_json(path: Path) -> Any:
    """Read a file of JSON; raise InputError where it is none."""
    try:
        return msgspec.json.decode(path.read_bytes())
    except (msgspec.DecodeError, OSError) as error:
        raise InputError(f"cannot be read: {error}", path=path) from None
