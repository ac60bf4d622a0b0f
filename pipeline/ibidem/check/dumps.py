"""Whether every dump parses, and holds what the store holds."""

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from functools import lru_cache

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from ibidem.check.opened import Opened, files, quads, text_of
from ibidem.check.result import Looked, Problem, counted
from ibidem.publish.catalogue.distribution import Format, format_of

FOLDER = "dumps"
_SUMS = f"{FOLDER}/SHA256SUMS"
_SUM = re.compile(r"^([0-9a-f]{64})  (.+)$")
_WHOLE = "dataset"
_ADVICE = "publish again: ibidem publish"
_GRAPHS = frozenset({RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD})


def check_dumps(opened: Opened) -> Looked:
    """Parse every dump and compare it with the store, by its quads, or its triples where the format has no graphs."""
    names = sorted(path for path in files(opened) if path.startswith(f"{FOLDER}/"))
    known = [(name, found) for name in names if (found := format_of(name)) and rdf_format(found)]
    problems = [problem for name, format in known for problem in _of_dump(opened, name, format)]
    problems += _sums(opened)
    if not any(name.startswith(f"{FOLDER}/{_WHOLE}.") for name, _ in known):
        problems.append(Problem("holds no dump of the whole dataset", opened.shown(FOLDER), _ADVICE))
    return Looked(f"{counted(len(known), 'dump')}, {counted(len(quads(opened)), 'quad')} in the store", tuple(problems))


def rdf_format(format: Format) -> RdfFormat | None:
    """Give the format of RDF that a dump has, None for what is no RDF."""
    return RdfFormat.from_media_type(format.media) if format.type.startswith(("RDF_", "JSON_LD")) else None


def read_dump(data: bytes, format: Format) -> list[Quad]:
    """Unpack and parse a dump; raise ValueError, with what is wrong, where it is not what its name says."""
    syntax = rdf_format(format)
    try:
        plain = gzip.decompress(data) if format.compression else data
        return list(parse(plain, format=syntax))
    except (OSError, EOFError, zlib.error, SyntaxError, RuntimeError) as error:
        raise ValueError(str(error)) from None


def _of_dump(opened: Opened, name: str, format: Format) -> Iterator[Problem]:
    where = opened.shown(name)
    try:
        found = set(read_dump((opened.site / name).read_bytes(), format))
    except ValueError as error:
        yield Problem(f"cannot be parsed: {error}", where, _ADVICE)
        return
    held, exact = _held(opened)
    if not exact:
        found = _loaded(found)
    stem = name.removeprefix(f"{FOLDER}/").removesuffix(format.suffix)
    if stem == _WHOLE and rdf_format(format) in _GRAPHS:
        yield from _compared(where, found, held)
    else:
        kept = _graphs(opened).get(None if stem == _WHOLE else f"{opened.base}{stem}", set())
        yield from _compared(where, set(map(_bare, found)), kept)


@lru_cache(maxsize=1)
def _held(opened: Opened) -> tuple[Set[Quad], bool]:
    """Give what dumps must hold, and whether its numbers are as they were written.

    A store keeps the value of a number, not which kind of integer it is; so what the other dumps are compared with is
    the N-Quads, where a store makes of them what is in this one.
    """
    path = f"{FOLDER}/{_WHOLE}.nq.gz"
    format = format_of(path)
    if format is not None and path in files(opened):
        with suppress(ValueError):
            found = frozenset(read_dump((opened.site / path).read_bytes(), format))
            if _loaded(found) == quads(opened):
                return found, True
    return quads(opened), False


@lru_cache(maxsize=1)
def _graphs(opened: Opened) -> dict[str | None, set[Quad]]:
    """Give the statements of each graph by its name, and of all together by None, without the names in them."""
    graphs: dict[str | None, set[Quad]] = {None: set()}
    for quad in _held(opened)[0]:
        bare = _bare(quad)
        graphs[None].add(bare)
        if isinstance(quad.graph_name, NamedNode):
            graphs.setdefault(quad.graph_name.value, set()).add(bare)
    return graphs


def _loaded(found: Iterable[Quad]) -> set[Quad]:
    store = Store()
    store.bulk_extend(found)
    return set(store)


def _bare(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, DefaultGraph())


def _compared(where: str, found: Set[Quad], held: Set[Quad]) -> Iterator[Problem]:
    for what, differ in (
        ("lacks {} that the store holds", held - found),
        ("holds {} more than the store", found - held),
    ):
        if differ:
            first = min(map(str, differ))
            yield Problem(f"{what.format(counted(len(differ), 'statement'))}, such as {first[:160]}", where, _ADVICE)
    if not held:
        yield Problem("is a dump of nothing: the store has no such graph", where, _ADVICE)


def _sums(opened: Opened) -> Iterator[Problem]:
    """Hold the files against SHA256SUMS, as `sha256sum --check` does."""
    if _SUMS not in files(opened):
        yield Problem("is not there", opened.shown(_SUMS), _ADVICE)
        return
    lines = text_of(opened, _SUMS).splitlines()
    sums = {match.group(2): match.group(1) for line in lines if (match := _SUM.match(line))}
    for name, sum in sums.items():
        path = f"{FOLDER}/{name}"
        if path not in files(opened):
            yield Problem(f"names {name}, which is not there", opened.shown(_SUMS), _ADVICE)
        elif hashlib.sha256((opened.site / path).read_bytes()).hexdigest() != sum:
            yield Problem("has another SHA-256 than SHA256SUMS says", opened.shown(path), _ADVICE)
    dumps = {path.removeprefix(f"{FOLDER}/") for path in files(opened) if path.startswith(f"{FOLDER}/")}
    for name in sorted(dumps - sums.keys() - {"SHA256SUMS", "README.md"}):
        yield Problem(f"does not name {name}", opened.shown(_SUMS), _ADVICE)
