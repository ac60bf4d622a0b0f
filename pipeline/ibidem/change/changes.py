"""What a release adds, changes and withdraws, as the repository keeps it under `seeds/released/`.

`releases.tsv` lists the releases, oldest first, and `<version>.tsv` what changed with each, one entity a line. From
these files a clean clone writes the same stream and feed, whatever became of the builds themselves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from ibidem.errors import InputError, PublishError

RELEASES = "releases.tsv"
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:[-+][0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)?")
_ISSUED = re.compile(
    r"(?P<day>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ)?"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_IRI = re.compile(r"https?://[^\x00-\x20<>\"{}|\\^`#]+(?:#[^\x00-\x20<>\"{}|\\^`#]*)?")
_LISTED = "version\tissued\tsha256\n"
_CHANGED = "change\tiri\tsha256\treplaced_by\tlabel\twords\n"


class ChangeKind(StrEnum):
    """What became of an entity."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one entity.

    `label` names it for people, as the newer build does unless it is withdrawn; `sha256` is that of its description
    (`Described.sha256`), empty where it is withdrawn; `words` say property by property what changed, or
    why it is no more, where that is known; `replaced_by` is the IRI that stands for what is withdrawn, or empty.
    """

    kind: ChangeKind
    iri: str
    sha256: str
    label: str
    words: tuple[str, ...] = ()
    replaced_by: str = ""


@dataclass(frozen=True)
class Release:
    """A release: the day (ISO 8601), or the moment in UTC, of its issue, and what changed since the one before.

    `sha256` is that of all quads as sorted N-Quads, uncompressed. Raise InputError for a version that is no file name
    or a moment that is none.
    """

    version: str
    issued: str
    sha256: str
    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        """Check what names files and orders releases."""
        if not _VERSION.fullmatch(self.version):
            raise InputError(f"{self.version!r} is no version; give numbers as in 1.0.0 (semver.org)")
        if not _ISSUED.fullmatch(self.issued):
            raise InputError(f"{self.issued!r} is no day; give it as 2026-01-31, or a moment as 2026-01-31T12:00:00Z")

    @property
    def day(self) -> str:
        """Give the day of the issue."""
        return self.issued[:10]

    @property
    def moment(self) -> str:
        """Give the issue as xsd:dateTime; a day stands for its first moment."""
        return self.issued if "T" in self.issued else f"{self.issued}T00:00:00Z"

    @cached_property
    def counts(self) -> dict[ChangeKind, int]:
        """Count the entities by what became of them."""
        return {kind: sum(change.kind is kind for change in self.changes) for kind in ChangeKind}


def read_releases(folder: Path) -> tuple[Release, ...]:
    """Read all releases, oldest first; none where the folder has no list.

    Raise InputError for a line that is none, a list of changes that is missing, or releases out of order.
    """
    listed = folder / RELEASES
    if not listed.is_file():
        return ()
    releases: list[Release] = []
    for number, (version, issued, sha256) in _rows(listed, _LISTED, width=3):
        release = _placed(version, issued, sha256, listed, number)
        if releases and release.moment <= releases[-1].moment:
            raise InputError(
                f"{version} is not later than {releases[-1].version}; give the moments of both",
                path=listed,
                line=number,
            )
        changes = tuple(_changes(folder / f"{version}.tsv"))
        releases.append(Release(version, issued, sha256, changes))
    return tuple(releases)


def write_release(folder: Path, release: Release) -> tuple[Path, ...]:
    """Add a release to the list, write what changed with it, and give both paths.

    Raise InputError where the version is listed already or is not later than the last, PublishError where the disk
    does not take it.
    """
    last = read_releases(folder)
    if any(known.version == release.version for known in last):
        raise InputError(f"{release.version} is released already; name the next version", path=folder / RELEASES)
    if last and release.moment <= last[-1].moment:
        message = f"{release.version} is not later than {last[-1].version} of {last[-1].issued}"
        raise InputError(f"{message}; give the moment, as 2026-01-31T12:00:00Z", path=folder / RELEASES)
    listed = "".join(f"{known.version}\t{known.issued}\t{known.sha256}\n" for known in (*last, release))
    rows = "".join(_row(change) for change in release.changes)
    files = {folder / f"{release.version}.tsv": _CHANGED + rows, folder / RELEASES: _LISTED + listed}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            new = path.with_name(f".{path.name}.new")
            new.write_text(text, encoding="utf-8", newline="\n")
            new.replace(path)
    except OSError as error:
        raise PublishError(f"the release cannot be written: {error.strerror}; free or change it", path=folder) from None
    return tuple(files)


def described(releases: Iterable[Release]) -> dict[str, Change]:
    """Give what every entity was when the last of these releases was made, by IRI; none that was withdrawn."""
    state: dict[str, Change] = {}
    for release in releases:
        for change in release.changes:
            if change.kind is ChangeKind.WITHDRAWN:
                state.pop(change.iri, None)
            else:
                state[change.iri] = change
    return state


def counted(counts: Mapping[ChangeKind, int]) -> str:
    """Say how many entities were added, changed and withdrawn: `2 added, 1 changed`."""
    return ", ".join(f"{counts[kind]:,} {kind.value}" for kind in ChangeKind if counts[kind]) or "no entity changed"


def in_one_line(text: str) -> str:
    """Give a text with one space for each run of white space and controls, so that it fits a cell and XML takes it."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _row(change: Change) -> str:
    fixed = (change.kind.value, change.iri, change.sha256, change.replaced_by)
    return "\t".join((*fixed, *map(in_one_line, (change.label, *change.words)))) + "\n"


def _rows(path: Path, header: str, *, width: int) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}; take it back from the repository's history", path=path) from None
    if not text.startswith(header) or not text.endswith("\n"):
        raise InputError(f"has no first line {header.strip()!r}, or no end; restore it from the history", path=path)
    for number, line in enumerate(text[len(header) : -1].split("\n") if len(text) > len(header) else (), start=2):
        cells = line.split("\t")
        if len(cells) < width:
            raise InputError(f"has {len(cells)} cells, not {width}", path=path, line=number)
        yield number, cells


def _placed(version: str, issued: str, sha256: str, path: Path, line: int) -> Release:
    try:
        return Release(version, issued, sha256)
    except InputError as error:
        raise InputError(error.message, path=path, line=line) from None


def _changes(path: Path) -> Iterator[Change]:
    for number, (kind, iri, sha256, replaced, label, *words) in _rows(path, _CHANGED, width=5):
        whole = kind == ChangeKind.WITHDRAWN or _SHA256.fullmatch(sha256)
        if kind not in set(ChangeKind) or not whole or not all(map(_IRI.fullmatch, (iri, replaced or iri))):
            message = "is no change: added, changed or withdrawn, an IRI, a SHA-256; restore it from the history"
            raise InputError(message, path=path, line=number)
        yield Change(ChangeKind(kind), iri, sha256, label, tuple(words), replaced)
