"""The ledger of released IRIs: none of them vanishes, unless a person says why.

`ledger.tsv` lists them in the order of their letters, one a line, relative to the base IRI, each with the version that
released it first; it is only ever written by a release, which adds to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ibidem.errors import InputError, ReleasedError
from ibidem.iri import AUTHORITIES, RESERVED, absolute
from ibidem.withdrawal import WITHDRAWN, Withdrawal
from ibidem.words import read_table

LEDGER = "ledger.tsv"
_HEADER = "iri\tsince"
_SHOWN = 10
_DEEPEST = 3
_COMPARED = 10_000
"""How many pairs of names are compared to find what stands for what is gone: a second's work."""


@dataclass(frozen=True)
class Ledger:
    """The IRIs released so far, relative to `base`, each with the version that released it first."""

    base: str
    since: Mapping[str, str] = field(default_factory=dict)

    def released(self, names: Iterable[str], version: str) -> "Ledger":
        """Add what a version releases; what was released before keeps its version."""
        return Ledger(self.base, {**dict.fromkeys(names, version), **self.since})

    def to_text(self) -> str:
        """Write the ledger: equal ledgers give equal texts."""
        rows = "".join(f"{name}\t{version}\n" for name, version in sorted(self.since.items()))
        return f"# {self.base}\n{_HEADER}\n{rows}"


def read_ledger(folder: Path, *, base: str) -> Ledger:
    """Read the ledger; an empty one where there is none. Raise InputError for what is none, or of another base."""
    path = folder / LEDGER
    if not path.is_file():
        return Ledger(base)
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}; take it back from the repository's history", path=path) from None
    if lines[0] != f"# {base}":
        said = lines[0].removeprefix("# ") or "nothing"
        raise InputError(
            f"holds the IRIs released under {said}, which would all vanish; set this base in ibidem.toml again, "
            "or start a ledger of your own without this file",
            path=path,
            line=1,
        )
    since: dict[str, str] = {}
    for number, line in enumerate(lines[2:], start=3):
        name, _, version = line.partition("\t")
        if line and (not name or not version or name in since or lines[1] != _HEADER):
            message = "is no IRI with its version; a release writes this file, not people"
            raise InputError(message, path=path, line=number)
        if line:
            since[name] = version
    return Ledger(base, since)


def without_withdrawn(nquads: bytes, *, base: str) -> bytes:
    """Leave out what is said of IRIs that were withdrawn: they are named there, and no more described."""
    graph = f" <{base}withdrawn> .\n".encode()
    if graph not in nquads:
        return nquads
    return b"".join(line for line in nquads.splitlines(keepends=True) if not line.endswith(graph))


def permanent_names(nquads: bytes, *, base: str) -> frozenset[str]:
    """Give the names, relative to the base, that are for ever once they are released, of all that is described."""
    described = without_withdrawn(nquads, base=base)
    subjects = re.findall(rb"^<%b([^>#]+)[>#]" % re.escape(base.encode()), described, re.MULTILINE)
    return frozenset(name.decode() for name in set(subjects) if is_permanent(name.decode()))


def is_permanent(name: str) -> bool:
    """Tell whether the IRI of this name is of a kind that is kept; `words/permanent.tsv` says which, and why."""
    return name.count("/") < _DEEPEST and kind_of(name) not in _passing()


def kind_of(name: str) -> str:
    """Give the kind of the thing that a name, relative to the base, is the name of."""
    first, *rest = name.split("/")
    if first in AUTHORITIES:
        return "authority"
    if first in RESERVED:
        return "dataset"
    return rest[0] if rest else "paper"


@cache
def _passing() -> frozenset[str]:
    return frozenset(kind for kind, kept, *_ in read_table("permanent") if kept == "no")


def check_released(
    ledger: Ledger, withdrawals: Iterable[Withdrawal], nquads: bytes, *, path: Path, unpublished: Iterable[str] = ()
) -> None:
    """Raise ReleasedError where a released IRI is not described any more and nobody withdrew it.

    `unpublished` are the papers that are there and in no version of this publication: nothing is said of theirs, nor
    of authorities, which other papers may name. Raise InputError, with the line in the file at `path`, for what is
    withdrawn and was never released or is still there, or is replaced by what is not there.
    """
    absent = frozenset(unpublished)
    base, known = ledger.base, permanent_names(nquads, base=ledger.base)
    said = {absolute(item.iri, base).removeprefix(base): item for item in withdrawals}
    for name, item in said.items():
        message = _wrong(name, item, ledger, known, said, absent)
        if message:
            raise InputError(message, path=path, line=item.line)
    gone = [name for name in sorted(ledger.since.keys() - known - said.keys()) if not _unsaid(name, absent)]
    if gone:
        raise ReleasedError(_message(gone, sorted(known - ledger.since.keys())), path=path.with_name(LEDGER))


def _unsaid(name: str, absent: frozenset[str]) -> bool:
    return bool(absent) and (name.split("/")[0] in absent or kind_of(name) == "authority")


def _wrong(
    name: str,
    item: Withdrawal,
    ledger: Ledger,
    known: frozenset[str],
    said: Mapping[str, Withdrawal],
    absent: frozenset[str],
) -> str | None:
    """Say what is wrong with a withdrawal."""
    if name not in ledger.since:
        near = get_close_matches(name, ledger.since, n=1, cutoff=0.8)
        hint = f"did you mean {near[0]!r}?" if near else "only what was released can be withdrawn: remove this entry"
        return f"{name!r} was never released; {hint}"
    if name in known:
        return f"{name!r} is withdrawn, and the papers still give it; remove this entry, or what makes it"
    if not item.replaced_by or not absolute(item.replaced_by, ledger.base).startswith(ledger.base):
        return None
    target = absolute(item.replaced_by, ledger.base).removeprefix(ledger.base).partition("#")[0]
    if target in said:
        return f"{target!r} is withdrawn itself; name what stands for both"
    if target not in known and not _unsaid(target, absent):
        return f"{target!r} is not in the publication; name what is, or remove `replaced_by`"
    return None


def _message(gone: list[str], new: list[str]) -> str:
    """Name what would vanish, and write the entries that a person completes."""
    count = f"{len(gone)} released IRIs" if len(gone) > 1 else "a released IRI"
    shown = gone[:_SHOWN]
    more = [f"  and {len(gone) - _SHOWN} more"] if len(gone) > _SHOWN else []
    return "\n".join(
        [
            f"{count} would vanish, so nothing is published:",
            *(f"  {name}" for name in shown),
            *more,
            f"put back what gave them, or say in {WITHDRAWN} beside the ledger what became of them:",
            "",
            "by: (your name)",
            "withdrawn:",
            *_entries(gone, new),
        ]
    )


def _entries(gone: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    """Write an entry for each name that is gone, with the new one that is most like it, as far as names are few."""
    folders: dict[str, list[str]] = {}
    for name in new:
        folders.setdefault(name.rpartition("/")[0], []).append(name)
    left = _COMPARED
    for name in gone:
        alike = folders.get(name.rpartition("/")[0], [])
        left -= len(alike)
        near = get_close_matches(name, alike, n=1, cutoff=0.7) if left >= 0 else ()
        yield f"- iri: {name}"
        yield "  reason: (why it is no more)"
        hint = f"replaced_by: {near[0]}  # or remove this line" if near else "# replaced_by: (what stands for it now)"
        yield f"  {hint}"
