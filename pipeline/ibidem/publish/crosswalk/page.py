"""The page of the crosswalks: what each view is, whom it serves, its files, and the query that makes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ibidem.publish.crosswalk.bibliography import export_links
from ibidem.publish.crosswalk.header import Crosswalk
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.paper.part import papers
from ibidem.publish.source import Source

_TYPES = {".ttl": "Turtle", ".jsonld": "JSON-LD", ".csv": "CSV", ".json": "CSVW"}


@dataclass(frozen=True, slots=True)
class View:
    """A crosswalk as its page shows it; `files` are path, format and bytes, `example` is one of `records` files."""

    crosswalk: Crosswalk
    files: tuple[tuple[str, str, int], ...]
    records: int
    example: str


def view_of(crosswalk: Crosswalk, files: Mapping[str, bytes]) -> View:
    """Choose what the page says of a view's files, which have paths under `crosswalks/`."""
    whole = [(name, _TYPES[Path(name).suffix], len(data)) for name, data in files.items() if _whole(name, crosswalk)]
    records = sorted(name for name in files if not _whole(name, crosswalk))
    return View(crosswalk, tuple(whole), len(records), records[0] if records else "")


def _whole(name: str, crosswalk: Crosswalk) -> bool:
    return not name.startswith(f"{crosswalk.file}/")


def _beside(path: str, tables: Iterable[View]) -> list[str]:
    """Give the titles of the tables that stand in the folder of a description, which is of them."""
    folder = path.rpartition("/")[0]
    return [view.crosswalk.title for view in tables if view.crosswalk.file.rpartition("/")[0] == folder]


def write_crosswalk_page(folder: Path, source: Source, views: Iterable[View], *, groups: Iterable[str]) -> None:
    """Write `crosswalks.html`; `groups` are the descriptions of tables that belong together."""
    page = Page(
        path="crosswalks.html",
        template="crosswalks.html",
        title="Crosswalks",
        description="The dataset in the models of others: files to take, each made by one SPARQL query.",
        section="dataset",
    )
    graphs = [view for view in views if view.crosswalk.format == "rdf"]
    tables = [view for view in views if view.crosswalk.format == "csv"]
    write_page(
        folder,
        page,
        source,
        graphs=graphs,
        tables=tables,
        groups=[(path, _beside(path, tables)) for path in sorted(groups)],
        exports=[(paper, export_links(paper)) for paper in papers(source)],
    )
