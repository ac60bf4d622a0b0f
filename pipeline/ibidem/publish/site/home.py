"""The first page: what this dataset is, its figures, its papers, and where to start."""

from dataclasses import dataclass
from pathlib import Path

from ibidem.publish.site.naming import names_of
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.paper.part import PARTS, papers
from ibidem.publish.site.representation import alternates
from ibidem.publish.source import Source

_FIGURES = (
    ("pointers", "note markers"),
    ("references", "references"),
    ("works", "works cited"),
    ("quotations", "quotations"),
    ("actors", "actors"),
    ("treaties", "treaties"),
    ("events", "events"),
    ("claims", "figures claimed"),
    ("decisions", "decisions by people"),
)
"""What is counted, and how a reader calls it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper as the first page lists it; `counts` are names and numbers."""

    id: str
    title: str
    authors: str
    year: str
    counts: tuple[tuple[str, int], ...]


def write_home(folder: Path, source: Source) -> None:
    """Write the first page."""
    listed = _papers(source)
    totals = {said: sum(dict(paper.counts).get(name, 0) for paper in listed) for name, said in _FIGURES}
    page = Page(
        path="index.html",
        template="home.html",
        title=source.workspace.dataset.title,
        description=source.workspace.dataset.description,
        alternates=alternates("dataset"),
        data={
            "@context": "https://schema.org/",
            "@type": "WebSite",
            "name": source.workspace.dataset.title,
            "url": source.address,
            "about": {"@type": "Dataset", "@id": f"{source.base}dataset"},
            "potentialAction": {
                "@type": "SearchAction",
                "target": f"{source.address}search.html?q={{words}}",
                "query-input": "required name=words",
            },
        },
        iri=source.workspace.dataset.landing_page,
    )
    quads = source.report.quads
    write_page(folder, page, source, papers=listed, parts=PARTS, totals=totals, quads=quads)


def _papers(source: Source) -> tuple[Listed, ...]:
    names = names_of(source)
    counts = {state.id: state.counts for state in source.report.papers}
    found = []
    for paper in papers(source):
        date = names.get(paper.iri, "ibidem:date")
        year = (names.get(date, "ibidem:edtf") or "") if date else ""
        authors = names.joined(paper.iri, "dcterms:creator")
        found.append(Listed(paper.path, paper.title, authors, year, counts.get(paper.path, ())))
    return tuple(found)
