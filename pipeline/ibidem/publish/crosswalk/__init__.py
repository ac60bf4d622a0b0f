"""Crosswalks: the dataset as others want it, each view one SPARQL file in `queries/crosswalks/`.

`crosswalks/` of the site holds the answer of each: a CONSTRUCT as Turtle and JSON-LD, with a file for each record
where a JSON-LD frame stands beside the query; a SELECT as CSV with its CSVW description. The works of each paper
stand beside them, as reference managers read them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ibidem.dump.jsonld import prefixes_of
from ibidem.errors import InputError
from ibidem.json_text import pretty_json
from ibidem.publish.crosswalk.bibliography import export_files
from ibidem.publish.crosswalk.frame import framed, load_frame
from ibidem.publish.crosswalk.graph import construct, to_jsonld, to_turtle
from ibidem.publish.crosswalk.header import Crosswalk, load_crosswalks
from ibidem.publish.crosswalk.page import View, view_of, write_crosswalk_page
from ibidem.publish.crosswalk.table import answered, group_of, table_description, to_csv, with_context
from ibidem.publish.path import local
from ibidem.publish.site.paper.part import papers
from ibidem.publish.source import Source

FOLDER = "crosswalks"
_GROUP = "csv-metadata.json"
"""The name that CSVW looks for beside tables (Model for Tabular Data and Metadata, 5.4)."""

Files = dict[str, bytes]


def write_crosswalks(folder: Path, source: Source) -> None:
    """Write every view into `crosswalks/` of the site; raise InputError or QueryError for a file that does not work."""
    crosswalks = load_crosswalks(source.workspace)
    views: list[View] = []
    taken: dict[str, Path] = {}
    for crosswalk in crosswalks:
        files = crosswalk_files(crosswalk, source)
        for name in files:
            other = taken.setdefault(name, crosswalk.path)
            if other != crosswalk.path:
                raise InputError(f"writes {name}, as {other.name} does; give one another @file", path=crosswalk.path)
        _write(folder / FOLDER, files)
        views.append(view_of(crosswalk, files))
    groups = dict(_groups(crosswalks, source))
    _write(folder / FOLDER, groups)
    for paper in papers(source):
        _write(folder / FOLDER, export_files(source, paper))
    write_crosswalk_page(folder, source, views, groups=groups)


def crosswalk_files(crosswalk: Crosswalk, source: Source) -> Files:
    """Make the files of one view, by their path under `crosswalks/`."""
    if crosswalk.format == "csv":
        return _tables(crosswalk, source)
    graph = construct(source.store, crosswalk, base=source.base)
    files = {
        f"{crosswalk.file}.ttl": to_turtle(graph, crosswalk.prefixes, base=source.base),
        f"{crosswalk.file}.jsonld": to_jsonld(graph, crosswalk.prefixes, base=source.base),
    }
    if crosswalk.frame.is_file():
        frame, vocabulary = load_frame(crosswalk.frame)
        for iri, record in framed(graph, frame, vocabulary):
            page = local(iri, source.base)
            # What the dataset only points at is a record of somebody else's.
            if page is not None and iri.startswith(source.base):
                path = f"{crosswalk.file}/{page}.jsonld"
                if path in files:
                    raise InputError(f"makes two records that both belong to {page}; ask for one", path=crosswalk.frame)
                files[path] = pretty_json(record)
    return files


def _tables(crosswalk: Crosswalk, source: Source) -> Files:
    description = _description(crosswalk, source, keys=False)
    return {
        f"{crosswalk.file}.csv": to_csv(answered(source.store, crosswalk)),
        f"{crosswalk.file}.csv-metadata.json": pretty_json(with_context(description)),
    }


def _description(crosswalk: Crosswalk, source: Source, *, keys: bool) -> dict[str, Any]:
    dataset = source.workspace.dataset
    prefixes = {**prefixes_of(source.context), **crosswalk.prefixes}
    return table_description(
        crosswalk, prefixes=prefixes, licence=dataset.license, language=dataset.language, keys=keys
    )


def _groups(crosswalks: Iterable[Crosswalk], source: Source) -> Iterator[tuple[str, bytes]]:
    """Describe the tables of each folder together, with the keys by which they point to one another."""
    folders: dict[str, list[Crosswalk]] = {}
    for crosswalk in crosswalks:
        if crosswalk.format == "csv":
            folders.setdefault(crosswalk.file.rpartition("/")[0], []).append(crosswalk)
    for name, tables in folders.items():
        described = [_description(table, source, keys=True) for table in tables]
        yield f"{name}/{_GROUP}".lstrip("/"), pretty_json(group_of(described))


def _write(folder: Path, files: Files) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
