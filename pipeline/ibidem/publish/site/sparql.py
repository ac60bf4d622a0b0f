"""The SPARQL page: an editor and an engine that run in the visitor's browser."""

from collections.abc import Mapping
from pathlib import Path

from ibidem.dump import prefixes_of
from ibidem.iri import ONTOLOGY
from ibidem.publish.site.example import examples
from ibidem.publish.site.facts import A, gather
from ibidem.publish.site.page import ASSETS, Page, write_page
from ibidem.publish.site.wording import said_size
from ibidem.publish.source import Source
from ibidem.saved_query import SavedQuery, load_saved_queries
from ibidem.store import Term

_ENGINE = ASSETS / "vendor" / "oxigraph" / "web_bg.wasm"
_PAGE = Page(
    path="sparql.html",
    template="sparql.html",
    title="SPARQL",
    description="Ask the dataset with SPARQL, in your browser: saved queries, a table, CSV, links to share.",
    section="sparql",
    wasm=True,
    scripts=("assets/vendor/yasgui/yasgui.min.js", "assets/sparql.js"),
    styles=("assets/vendor/yasgui/yasgui.min.css", "assets/sparql.css"),
)


def write_sparql(folder: Path, source: Source) -> None:
    """Write the page with every saved query."""
    queries = load_saved_queries(source.workspace.queries)
    held = examples(source)
    dump, engine = (source.dumps / "dataset.nq.gz").stat().st_size, _ENGINE.stat().st_size
    free = (query.name for query in queries if not any(parameter.required for parameter in query.parameters))
    write_page(
        folder,
        _PAGE,
        source,
        queries=queries,
        known={
            "queries": {query.name: runnable(query, held[query.name].bindings) for query in queries},
            "prefixes": [f"{prefix}: <{space}>" for prefix, space in sorted(prefixes_of(source.context).items())],
            **_terms(source),
        },
        first=next(free, ""),
        vocabulary=ONTOLOGY,
        dump_size=dump,
        engine_size=engine,
        loaded=said_size(dump + engine),
    )


def _terms(source: Source) -> dict[str, list[str]]:
    """Give the classes and the properties that the dataset uses (IRIs)."""
    facts = gather(source)
    classes = {iri for subject in facts.statements for iri in facts.values(subject, A)}
    properties = {prop for statements in facts.statements.values() for prop in statements}
    return {"classes": sorted(classes), "properties": sorted(properties)}


def runnable(query: SavedQuery, bindings: Mapping[str, Term]) -> str:
    """Give a query's text with values bound, for engines that take nothing but text (SPARQL 1.1, 18.2.4.3)."""
    text = f"# {query.question}\n{query.body}\n"
    if not bindings:
        return text
    names = " ".join(f"?{name}" for name in bindings)
    values = " ".join(str(term) for term in bindings.values())
    return f"{text}# The values of the example: change them, or delete the line.\nVALUES ({names}) {{ ({values}) }}\n"
