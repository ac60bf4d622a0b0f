"""When the files of a workspace were last committed: the only date that is taken from anywhere but files."""

import os
import subprocess
from pathlib import Path

from ibidem.errors import InputError

_INPUTS = ("ibidem.toml", "seeds", "ontology", "shapes", "queries")


def last_commit(root: Path) -> str | None:
    """Give the moment of the last commit (ISO 8601, UTC); None where git is not there, or does not know the folder."""
    return git(root, "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%dT%H:%M:%SZ")


def committed(root: Path) -> str:
    """Give the moment of the last commit; raise InputError where there is none, or inputs have changed since."""
    moment = last_commit(root)
    if not moment:
        raise InputError("git knows no commit here that would date the release; give --date 2026-01-31", path=root)
    changed = git(root, "status", "--porcelain", "--", *(name for name in _INPUTS if (root / name).exists()))
    if changed:
        first = changed.split("\n")[0][3:]
        raise InputError(f"is changed and not committed ({first}); commit it, or give --date 2026-01-31", path=root)
    return moment


def git(root: Path, *arguments: str) -> str | None:
    """Ask git about a folder; None where git is not there, or says no.

    Times are in UTC, and what git says is not translated.
    """
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, env=environment, check=False
        )
    except OSError:
        return None
    return done.stdout.rstrip("\n") if done.returncode == 0 else None
