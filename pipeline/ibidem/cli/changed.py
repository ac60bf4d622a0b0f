"""When a workspace was changed last: by its commits, else by SOURCE_DATE_EPOCH, never by the clock."""

import os
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from ibidem.errors import InputError

_EPOCH = "SOURCE_DATE_EPOCH"
_SECONDS = 20


def last_change(root: Path) -> str | None:
    """Give the day (ISO 8601) of the last commit that touches the folder, else that of SOURCE_DATE_EPOCH, or None.

    What is not committed has no day yet. Raise InputError for a SOURCE_DATE_EPOCH that is no time
    (reproducible-builds.org, SOURCE_DATE_EPOCH specification 1.1).
    """
    return _committed(root) or _epoch(os.environ.get(_EPOCH, ""))


def _committed(root: Path) -> str | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%cs", "--", "."]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    day = done.stdout.strip()
    return day if done.returncode == 0 and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else None


def _epoch(text: str) -> str | None:
    if not text.strip():
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        message = f"{_EPOCH} is {text!r}; give the seconds since 1970-01-01 as a whole number, or unset it"
        raise InputError(message) from None
