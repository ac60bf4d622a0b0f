"""Replace a publication in one step: a build that is killed at any moment leaves the last one whole.

A publication is a folder of its own under `.publications/`. The one link `current` says which is the good one,
and what people open (`store`, `dumps`, ...) are links through it: renaming a new `current` over the old one
changes all of them at once. A folder cannot be renamed onto one that is not empty (POSIX rename), a link can.
"""

import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ibidem.errors import PublishError

CURRENT = "current"
REPORT = "report.json"
_HELD = ".publications"
_NEW = "new"
_LOCK = ".lock"
_UNNAMED = frozenset({"store", "site"})
_UNTOUCHED = "the last publication is untouched"
_REASONS = (
    (errno.ENOSPC, "the disk is full; free some space and publish again"),
    (errno.EDQUOT, "the disk quota is used up; free some space and publish again"),
    (errno.EFBIG, "a file would grow past the limit set for this process; raise it (ulimit -f)"),
    (errno.EROFS, "the disk is read-only; publish elsewhere with --out"),
    (errno.EACCES, "no permission to write here; change it, or publish elsewhere with --out"),
    (errno.ENOTDIR, "a file stands where a folder is needed; move it, or publish elsewhere with --out"),
)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the build folder for this process; raise PublishError where another holds it, or it holds other files."""
    with _guarded(out):
        _refuse_strange(out)
        out.mkdir(parents=True, exist_ok=True)
        handle = os.open(out / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "unknown"
            advice = "wait for it, or publish elsewhere with --out"
            raise PublishError(f"another publish (process {holder}) is writing here; {advice}", path=out) from None
        with _guarded(out):
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """Give an empty folder to write a publication to, and make it the current one where nothing was raised.

    `out` must be locked. Every entry of the folder becomes a link in `out`. Raise PublishError where the disk
    does not let it be written, or where something else stands in the place of a link.
    """
    with _guarded(out):
        _clean(out)
        staged = out / _HELD / _NEW
        staged.mkdir(parents=True)
        try:
            yield staged
            # Every file is on the disk before a name points to it; one by one, thousands of small files take seconds.
            os.sync()
            _swap(out, staged)
        except BaseException:
            shutil.rmtree(staged, ignore_errors=True)
            raise
        _clean(out)


def current(out: Path) -> Path | None:
    """Give the folder of the last good publication, the link followed once, or None."""
    link = out / CURRENT
    return link.resolve() if link.is_dir() else None


def write_report(out: Path, report: bytes) -> None:
    """Write the report of a refused build, whole or not at all; the publication stays as it is."""
    with _guarded(out):
        new = out / f".{REPORT}.{_NEW}"
        new.write_bytes(report)
        new.replace(out / REPORT)


def _refuse_strange(out: Path) -> None:
    """Raise PublishError for a folder of other files, which links would be scattered among; hidden ones may be."""
    if not out.is_dir() or (out / _HELD).is_dir():
        return
    strange = sorted(path.name for path in out.iterdir() if path.name != REPORT and not path.name.startswith("."))
    if strange:
        message = f"holds what is no publication ({strange[0]}); name a new or empty folder with --out"
        raise PublishError(message, path=out)


def _digest(folder: Path) -> str:
    """Name a publication after what it holds.

    An engine's own files differ from run to run and do not count, nor do the thousands of a site, which say the same.
    """
    whole = hashlib.sha256()
    held = (path for entry in folder.iterdir() if entry.name not in _UNNAMED for path in (entry, *entry.rglob("*")))
    for path in sorted(path for path in held if path.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _swap(out: Path, staged: Path) -> None:
    held = staged.parent
    last = current(out)
    name = _digest(staged)
    target = held / (name if last is None or last.name != name else f"{name}-again")
    staged.rename(target)
    entries = sorted(path.name for path in target.iterdir())
    for entry in entries:
        _link(out / entry, f"{CURRENT}/{entry}", keep=entry == REPORT)
    new = held / CURRENT
    new.unlink(missing_ok=True)
    new.symlink_to(f"{_HELD}/{target.name}")
    new.replace(out / CURRENT)
    _link(out / REPORT, f"{CURRENT}/{REPORT}", keep=False)
    for path in out.iterdir():
        if path.is_symlink() and path.name not in {*entries, CURRENT, REPORT}:
            path.unlink()


def _link(link: Path, target: str, *, keep: bool) -> None:
    """Make a link, or put one in the place of a refused build's report; `keep` leaves what stands there."""
    if link.is_symlink() and os.readlink(link) == target:
        return
    if link.exists() and not link.is_symlink():
        if keep:
            return
        if link.name != REPORT:
            raise PublishError(f"is in the way of the publication; move it away; {_UNTOUCHED}", path=link)
    new = link.with_name(f".{link.name}.{_NEW}")
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    new.replace(link)


def _clean(out: Path) -> None:
    """Remove what killed builds left behind, and the publications before the current one."""
    held = out / _HELD
    good = current(out)
    for path in held.iterdir() if held.is_dir() else ():
        if path.is_symlink():
            path.unlink()
        elif good is None or path.name != good.name:
            shutil.rmtree(path, ignore_errors=True)
    for path in out.glob(f".*.{_NEW}"):
        path.unlink()


@contextmanager
def _guarded(out: Path) -> Iterator[None]:
    """Say what the disk refuses as a PublishError."""
    try:
        yield
    except OSError as error:
        reason = dict(_REASONS).get(error.errno or 0, f"{error.strerror or error}; publish elsewhere with --out")
        raise PublishError(f"cannot be written: {reason}; {_UNTOUCHED}", path=out) from error
