"""Whether the research object is whole: its metadata, and every file that they name (RO-Crate 1.2)."""

import zipfile
from collections.abc import Iterator, Set
from typing import Any
from urllib.parse import unquote

import msgspec

from ibidem.check.opened import Opened, files
from ibidem.check.result import Looked, Problem, counted

METADATA, ARCHIVE = "ro-crate-metadata.json", "ibidem.crate.zip"
_VERSION = "https://w3id.org/ro/crate/1."
_ASKED = ("name", "description", "datePublished", "license")
"""What the root of a crate must say (RO-Crate 1.2, direct properties of the root data entity)."""

_ADVICE = "publish again: ibidem publish"


def check_crate(opened: Opened) -> Looked:
    """Look at the metadata that stand in the site, and at those in the archive, with the files of each."""
    problems: list[Problem] = []
    counts: list[int] = []
    for where, data, there in _crates(opened, problems):
        try:
            graph = _graph(data)
        except (ValueError, msgspec.DecodeError) as error:
            problems.append(Problem(f"is no RO-Crate: {error}", where, _ADVICE))
            continue
        problems += [Problem(what, where, _ADVICE) for what in _wrong(graph, there)]
        counts.append(len(graph))
    return Looked(
        f"{counted(len(counts), 'crate')} of {counted(max(counts, default=0), 'entity', 'entities')}", tuple(problems)
    )


def _crates(opened: Opened, problems: list[Problem]) -> Iterator[tuple[str, bytes, Set[str]]]:
    """Give the metadata of each crate with the names of the files beside them."""
    for name in (METADATA, ARCHIVE):
        if name not in files(opened):
            problems.append(Problem("is not there", opened.shown(name), _ADVICE))
    if METADATA in files(opened):
        yield opened.shown(METADATA), (opened.site / METADATA).read_bytes(), files(opened)
    if ARCHIVE in files(opened):
        try:
            with zipfile.ZipFile(opened.site / ARCHIVE) as archive:
                broken = archive.testzip()
                names = frozenset(archive.namelist())
                data = archive.read(METADATA) if METADATA in names else b""
        except (zipfile.BadZipFile, OSError) as error:
            problems.append(Problem(f"is no archive: {error}", opened.shown(ARCHIVE), _ADVICE))
            return
        if broken:
            problems.append(Problem(f"{broken} in it is damaged", opened.shown(ARCHIVE), _ADVICE))
        yield opened.shown(ARCHIVE), data, names


def _graph(data: bytes) -> dict[str, dict[str, Any]]:
    held = msgspec.json.decode(data)
    graph = held.get("@graph") if isinstance(held, dict) else None
    if not isinstance(graph, list) or not all(isinstance(node, dict) and "@id" in node for node in graph):
        raise ValueError("there is no @graph of entities with an @id each")
    found = {node["@id"]: node for node in graph}
    if len(found) != len(graph):
        raise ValueError("two entities have the same @id")
    return found


def _wrong(graph: dict[str, dict[str, Any]], there: Set[str]) -> Iterator[str]:
    descriptor = graph.get(METADATA, {})
    if not any(said.startswith(_VERSION) for said in _ids(descriptor.get("conformsTo"))):
        yield f"its descriptor {METADATA} does not say which RO-Crate it conforms to"
    about = next(iter(_ids(descriptor.get("about"))), "")
    root = graph.get(about)
    if root is None:
        yield "its descriptor is about no entity of the crate"
        return
    if "Dataset" not in _listed(root.get("@type")):
        yield "its root is no Dataset"
    for name in _ASKED:
        if not root.get(name):
            yield f"its root does not say {name}"
    for part in _ids(root.get("hasPart")):
        node = graph.get(part)
        if node is None:
            yield f"it names {part} as a part and does not describe it"
        elif (
            "File" in _listed(node.get("@type")) and "://" not in part and unquote(part.removeprefix("./")) not in there
        ):
            yield f"it names the file {part}, which is not there"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _ids(value: Any) -> list[str]:
    return [node["@id"] for node in _listed(value) if isinstance(node, dict) and isinstance(node.get("@id"), str)]
