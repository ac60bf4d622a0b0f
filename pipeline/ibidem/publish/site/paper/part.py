"""The pages of a paper beside the one that shows it: each is made once a paper, from the same answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ibidem.publish.asked import ask
from ibidem.publish.path import local
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.wording import in_line
from ibidem.publish.source import Source

PARTS = (
    ("reading", "Reading"),
    ("sources", "Sources"),
    ("people", "People"),
    ("organisations", "Organisations"),
    ("treaties", "Treaties"),
    ("timeline", "Timeline"),
    ("network", "Network"),
)
"""The pages of a paper, in the order in which they are shown."""

_ASKED: Mapping[str, tuple[str, ...]] = {
    "sources": ("works", "citations", "second-hand"),
    "people": ("actors", "offices", "speakers"),
    "organisations": ("actors", "identifiers"),
    "treaties": ("treaties", "participations", "abstentions", "provisions"),
    "timeline": ("timeline", "events"),
    "network": ("who-said-what", "co-participation"),
}
_PAPER = "http://purl.org/spar/fabio/ResearchPaper"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that is published: `path` is that of its page, without extension."""

    iri: str
    path: str
    title: str


def papers(source: Source) -> tuple[Paper, ...]:
    """Give the papers that are published, in the order of their IRIs."""
    rows = ask(source, "site/register")
    found = {row["node"]: row["name"] for row in rows if row["class"] == _PAPER and row["paper"] == row["node"]}
    placed = ((iri, local(iri, source.base), title) for iri, title in sorted(found.items()))
    return tuple(Paper(iri, path, in_line(title)) for iri, path, title in placed if path)


def write_part(folder: Path, source: Source, paper: Paper, name: str, *, description: str, **values: Any) -> None:
    """Write one page of a paper, from the template of its name; the saved queries that say the same are linked."""
    title = dict(PARTS)[name]
    page = Page(
        path=f"{paper.path}/{name}.html",
        template=f"{name}.html",
        title=f"{title}: {paper.title}",
        description=description,
        section="papers",
        styles=("assets/parts.css",),
    )
    asked = [query for query in _ASKED.get(name, ()) if (source.workspace.queries / f"{query}.rq").is_file()]
    write_page(folder, page, source, paper=paper, part=name, parts=PARTS, heading=title, asked=asked, **values)
