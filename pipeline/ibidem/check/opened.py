"""A publication, opened to be checked: its store, its site, and the address that it says it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from ibidem.check.markup import Markup, read_markup
from ibidem.check.result import Problem
from ibidem.errors import InputError
from ibidem.iri import RDF_TYPE
from ibidem.store import open_store

SITE, STORE = "site", "store"
_DATASET = NamedNode("http://rdfs.org/ns/void#Dataset")
_NAME = "dataset"
_SITEMAP = re.compile(r"^Sitemap:\s*(\S+/)sitemap\.xml\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A publication: `folder` is what `--out` names, `site` the folder of the site inside it.

    `base` is what every IRI starts with, `address` where the site's files are served; `acceptance` a folder of other
    people's schemas that are not carried here.
    """

    folder: Path
    site: Path
    store: Store
    base: str
    address: str
    acceptance: Path | None = None

    def shown(self, path: str) -> str:
        """Give a path of the site as results name it."""
        return f"{SITE}/{path}"


def open_publication(folder: Path, *, acceptance: Path | None = None) -> Opened:
    """Open a publication; raise InputError where the folder holds no site, QueryError where it holds no store."""
    site = folder / SITE
    if not site.is_dir():
        advice = "name the folder of a publication, or make one: ibidem publish"
        raise InputError(f"holds no site; {advice}", path=folder)
    if acceptance is not None and not acceptance.is_dir():
        raise InputError("is no folder; name one of schemas and shapes, or none", path=acceptance)
    store = open_store(folder / STORE)
    base = _base(store)
    if base is None:
        raise InputError("holds a store without a dataset; publish again: ibidem publish", path=folder)
    return Opened(folder, site.resolve(), store, base, _address(site, base), acceptance)


def _base(store: Store) -> str | None:
    found = (quad.subject for quad in store.quads_for_pattern(None, NamedNode(RDF_TYPE), _DATASET, None))
    names = sorted(node.value for node in found if isinstance(node, NamedNode) and node.value.endswith(_NAME))
    return names[0].removesuffix(_NAME) if names else None


def _address(site: Path, base: str) -> str:
    """Give the address that robots.txt names; where it names none, that of the IRIs."""
    robots = site / "robots.txt"
    said = _SITEMAP.search(robots.read_text(encoding="utf-8", errors="replace")) if robots.is_file() else None
    return said.group(1) if said else base.removesuffix("#").rstrip("/") + "/"


@lru_cache(maxsize=1)
def files(opened: Opened) -> frozenset[str]:
    """Give the path of every file of the site."""
    return frozenset(path.relative_to(opened.site).as_posix() for path in opened.site.rglob("*") if path.is_file())


def text_of(opened: Opened, path: str) -> str:
    """Read a file of the site as text, what is no UTF-8 in it replaced; the empty text where there is no such file."""
    return (opened.site / path).read_bytes().decode("utf-8", "replace") if path in files(opened) else ""


@lru_cache(maxsize=1)
def pages(opened: Opened) -> dict[str, Markup]:
    """Read every page of the site, by its path, sorted."""
    names = sorted(path for path in files(opened) if path.endswith(".html"))
    return {path: read_markup(text_of(opened, path)) for path in names}


@lru_cache(maxsize=1)
def quads(opened: Opened) -> frozenset[Quad]:
    """Give all that the store holds."""
    return frozenset(opened.store)


def parsed(opened: Opened, path: str, format: RdfFormat) -> tuple[list[Quad], tuple[Problem, ...]]:
    """Parse a file of RDF of the site; what cannot be parsed, or is not there, is a problem."""
    where = opened.shown(path)
    if path not in files(opened):
        return [], (Problem("is not there", where, "publish again: ibidem publish"),)
    try:
        return list(parse((opened.site / path).read_bytes(), format=format, base_iri=opened.address + path)), ()
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        return [], (Problem(f"cannot be parsed: {error}", where, "publish again: ibidem publish"),)


def iris(quad: Quad) -> Iterator[str]:
    """Give the IRIs that a quad holds."""
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, NamedNode):
            yield term.value
