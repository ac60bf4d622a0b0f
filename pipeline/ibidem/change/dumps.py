"""Where two builds are read from: the dump that holds all of a publication, line by line."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyoxigraph import BlankNode, RdfFormat, Triple, parse

from ibidem.dump import to_nquads
from ibidem.errors import InputError

DUMP = "dataset.nq.gz"
"""The dump of all graphs."""

Dump = Callable[[], Iterable[str]]
"""Gives all N-Quads of a build, each with its line feed, in the order of their code points; each call starts anew."""


def dump_of(path: Path) -> Dump:
    """Give the quads of a build: a folder as `--out` names it, one of the folders in it, or a file of N-Quads.

    Raise InputError where there is none; reading raises it where the dump is damaged.
    """
    if path.is_file():
        lines = _parsed(path)
        return lambda: lines
    places = (path / "dumps" / DUMP, path / DUMP, path.parent / "dumps" / DUMP, path / "current" / "dumps" / DUMP)
    found = next((place for place in places if place.is_file()), None)
    if found is None or not path.is_dir():
        raise InputError(f"holds no publication (dumps/{DUMP}); name the folder that --out named", path=path)
    return lambda: _lines(found)


def dump_in(nquads: bytes) -> Dump:
    """Give the quads of N-Quads as `to_nquads` writes them."""
    lines = nquads.decode("utf-8").split("\n")[:-1]
    return lambda: (f"{line}\n" for line in lines)


def _lines(path: Path) -> Iterator[str]:
    last = ""
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                if line <= last or not line.endswith(" .\n"):
                    message = "is not as ibidem writes it, sorted and each quad once; publish again"
                    raise InputError(message, path=path, line=number)
                last = line
                yield line
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(f"is damaged: {error}; publish again", path=path) from None


def _parsed(path: Path) -> list[str]:
    """Read N-Quads that anybody wrote, compressed or not."""
    try:
        data = path.read_bytes()
        quads = list(parse(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data, format=RdfFormat.N_QUADS))
    except (OSError, EOFError, zlib.error, SyntaxError) as error:
        raise InputError(f"is no N-Quads: {error}; name the folder of a publication", path=path) from None
    if any(isinstance(term, BlankNode | Triple) for quad in quads for term in (quad.subject, quad.object)):
        raise InputError("holds blank nodes, which cannot be compared; give them IRIs", path=path)
    return [f"{line}\n" for line in to_nquads(quads).decode("utf-8").split("\n")[:-1]]
