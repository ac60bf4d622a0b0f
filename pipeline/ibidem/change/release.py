"""Release a publication: from then on its IRIs are for ever, and harvesters are told what changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ibidem.change.changes import RELEASES, Release, read_releases, write_release
from ibidem.change.dumps import Dump, dump_in
from ibidem.change.ledger import LEDGER, Ledger, permanent_names, read_ledger
from ibidem.change.listing import make_release
from ibidem.errors import InputError, PublishError

_NUMBERS = re.compile(r"(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+.*)?")


@dataclass(frozen=True)
class Released:
    """What a release wrote: its changes, the ledger with `new` names, and the files."""

    release: Release
    ledger: Ledger
    new: int
    files: tuple[Path, ...]


def check_version(version: str, *, said: str | None, settings: Path, releases: Sequence[Release]) -> None:
    """Raise InputError for a version that the settings do not say, or that is not newer than the last release."""
    if _order(version) is None:
        raise InputError(f"{version!r} is no version; give numbers as in 1.0.0 (semver.org)", path=settings)
    if said != version:
        message = f'[dataset] says {f"version {said}" if said else "no version"}; set version = "{version}" there'
        raise InputError(f"{message}, run: ibidem publish, and release that", path=settings)
    last = max((_order(known.version) or ((), True, ()) for known in releases), default=None)
    if last is not None and (_order(version) or ((), True, ())) <= last:
        newest = next(known.version for known in releases if _order(known.version) == last)
        raise InputError(
            f"{version} is not newer than {newest}, which is released; name the next version", path=settings
        )


def release_build(
    folder: Path, nquads: bytes, *, base: str, version: str, issued: str, old: Dump | None = None
) -> Released:
    """Write into `folder` what this version releases: the ledger first, then its changes since the last release.

    `nquads` is all of the publication, sorted; `old` the build of the last release, where it is at hand. Raise
    InputError for a version or day that is none or not later than the last, PublishError where the disk refuses.
    """
    known = read_releases(folder)
    release = make_release(version, issued, base=base, releases=known, new=dump_in(nquads), old=old)
    if known and release.moment <= known[-1].moment:
        message = f"{version} would not be later than {known[-1].version} of {known[-1].issued}; give a later --date"
        raise InputError(message, path=folder / RELEASES)
    last = read_ledger(folder, base=base)
    ledger = last.released(permanent_names(nquads, base=base), version)
    path = folder / LEDGER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{LEDGER}.new")
        beside.write_text(ledger.to_text(), encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        raise PublishError(f"the ledger cannot be written: {error.strerror}; free or change it", path=path) from None
    return Released(release, ledger, len(ledger.since) - len(last.since), (path, *write_release(folder, release)))


def _order(version: str) -> tuple[tuple[int, ...], bool, tuple[tuple[bool, int, str], ...]] | None:
    """Give what versions are ordered by (semver.org, 11): numbers, then a version before what leads up to it."""
    found = _NUMBERS.fullmatch(version)
    if found is None:
        return None
    numbers = [int(number) for number in found.group(1).split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    early = found.group(2)
    parts = early.split(".") if early else ()
    ranked = tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)
    return tuple(numbers), early is None, ranked
