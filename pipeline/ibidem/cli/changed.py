"""When a workspace was changed last: by its commits, else by SOURCE_DATE_EPOCH, never by the clock."""

import os
from datetime import UTC, datetime
from pathlib import Path

from ibidem.cli.commit import git
from ibidem.errors import InputError

_EPOCH = "SOURCE_DATE_EPOCH"


def last_change(root: Path) -> str | None:
    """Give the day (ISO 8601, UTC) of the last commit that touches the folder, else of SOURCE_DATE_EPOCH, or None.

    What is not committed has no day yet. Raise InputError for a SOURCE_DATE_EPOCH that is no time
    (reproducible-builds.org, SOURCE_DATE_EPOCH specification 1.1).
    """
    day = git(root, "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d", "--", ".")
    return day or _epoch(os.environ.get(_EPOCH, ""))


def _epoch(text: str) -> str | None:
    if not text.strip():
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        message = f"{_EPOCH} is {text!r}; give the seconds since 1970-01-01 as a whole number, or unset it"
        raise InputError(message) from None
