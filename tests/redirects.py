"""A small site with one page of each type, and the table of what clients send, for the tests of the rules."""

from dataclasses import replace
from pathlib import Path

from ibidem.withdrawal import Withdrawal
from ibidem.workspace import Workspace, load_workspace
from published import ROOT
from table import read_cases

ACCEPT = read_cases(Path(__file__).parent / "publish" / "redirect" / "cases" / "accept.tsv")

TYPES = {"html": "text/html", "ttl": "text/turtle", "jsonld": "application/ld+json"}

THINGS = (
    "sethi-2017",
    "sethi-2017/actor/boris-yeltsin",
    "sethi-2017/passage/10023-10168",
    "sethi-2017/pointer/12",
    "actor/russia",
    "place/sources",
    "sethi-2017/reading",
    "dataset",
    "dataset/contact",
    "maintainers",
    "ontology",
)
"""Names of each kind: a paper (also a folder), an entity, digits, an authority (one called as a page), the dataset."""

PAGES = ("search", "sparql", "crosswalks", "findings", "changes", "check", "sethi-2017/people", "sethi-2017/network")
GONE, MOVED, NEW = "sethi-2017/actor/nobody.else", "sethi-2017/work/old", "sethi-2017/work/new"
ELSEWHERE, THERE = "sethi-2017/work/elsewhere", "https://else.example/a%20b;c?x=1&y=%2F#part"
WITHDRAWN = (
    Withdrawal(ELSEWHERE, "Known there.", "Ada", replaced_by=THERE),
    Withdrawal(GONE, "Read wrongly.", "Ada"),
    Withdrawal(MOVED, "One work.", "Ada", replaced_by="BASE" + NEW),
)

FILES = {
    "dumps/dataset.nq.gz": "application/gzip",
    "dumps/SHA256SUMS": "text/plain",
    "dumps/dataset.trig": "application/trig",
    "assets/site.css": "text/css",
    "assets/oxigraph.wasm": "application/wasm",
    "queries/citations.rq": "application/sparql-query",
    "queries/citations.csv": "text/csv",
    "sethi-2017.ttl": "text/turtle",
    "sitemap.xml": "application/xml",
    "feed.xml": "application/atom+xml",
    ".well-known/void": "text/turtle",
    "ro-crate-metadata.json": "application/json",
}


def make_workspace(base: str, site: str) -> Workspace:
    return replace(load_workspace(ROOT), base=base, site=site)


def withdrawn(base: str) -> tuple[Withdrawal, ...]:
    return tuple(
        replace(item, replaced_by=item.replaced_by.replace("BASE", base)) if item.replaced_by else item
        for item in WITHDRAWN
    )


def make_site(folder: Path) -> None:
    """Write files that hold their own path, so that whoever reads one knows which it is."""
    names = [f"{thing}.{ending}" for thing in (*THINGS, GONE, MOVED, NEW) for ending in TYPES]
    names += [f"{page}.html" for page in (*PAGES, "index", "queries/citations")]
    names += ["shapes.html", "shapes.ttl", "queries.html", "queries.ttl", "404.html", *FILES]
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def accept_of(case: dict[str, str]) -> str | None:
    return None if case["accept"] == "-" else case["accept"]
