"""The pages of the saved queries say what the command line says."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ibidem.publish.site.example import examples
from ibidem.publish.site.queries import Asked, highlighted, to_csv, write_queries
from ibidem.saved_query import SavedQuery, load_saved_queries, parse_saved_query
from ibidem.store import run_query
from published import ROOT, Publication
from sources import source_of

QUERIES = load_saved_queries(ROOT / "queries")
NAMES = [query.name for query in QUERIES]
SH = "http://www.w3.org/ns/shacl#"


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_a_query_has_its_page_its_text_and_its_answer(query: SavedQuery, site: Path) -> None:
    page = (site / "queries" / f"{query.name}.html").read_text("utf-8")
    assert query.question in unescape(page)
    assert f"../sparql.html#saved={query.name}" in page
    assert (site / "queries" / f"{query.name}.rq").read_text("utf-8") == query.text
    rows = (ROOT / "queries" / "answers" / f"{query.name}.tsv").read_text("utf-8").count("\n") - 1
    assert page.count("<tr>") == (rows + 1 if rows else 0)
    assert f"{rows} row" in page


@pytest.mark.parametrize("name", ["quotations", "claims", "about-actor"])
def test_the_csv_is_the_engines_own(name: str, site: Path, publication: Publication) -> None:
    query = next(query for query in QUERIES if query.name == name)
    folder = publication.folder / "store"
    bindings = examples(source_of(publication))[name].bindings
    answer = run_query(folder, query.text, bindings=bindings, output="csv")
    assert (site / "queries" / f"{name}.csv").read_bytes() == answer.data


def test_a_csv_quotes_what_would_split_and_changes_nothing_else() -> None:
    query = parse_saved_query("# Who?\nSELECT ?a ?b {}", name="who")
    rows = ((Literal("=1+1"), Literal('say "no", twice\r\n')), (None, NamedNode("http://a.example/b")))
    assert to_csv(Asked(query, "", (), ("a", "b"), rows)) == (
        b'a,b\r\n=1+1,"say ""no"", twice\r\n"\r\n,http://a.example/b\r\n'
    )


def test_the_text_of_a_query_is_marked_and_whole() -> None:
    text = 'SELECT ?x { ?x a <http://a.example/<b> . # why "so\n FILTER(?x = "</script>") }'
    shown = highlighted(text)
    assert unescape(re.sub("<[^>]*>", "", shown)) == text
    assert '<span class="keyword">SELECT</span>' in shown
    assert '<span class="comment"># why &#34;so</span>' in shown
    assert "<script" not in shown


def test_what_a_query_says_of_its_columns_is_shown_as_code(site: Path) -> None:
    page = (site / "queries" / "coverage.html").read_text("utf-8")
    assert "<p><code>nodes</code> are what it made" in page
    assert '<meta name="description" content="nodes are what it made' in page


def test_the_list_leads_to_every_query(site: Path) -> None:
    page = (site / "queries.html").read_text("utf-8")
    assert re.findall('<li id="([^"]+)">', page) == NAMES


def test_the_catalogue_describes_every_query_as_an_executable(site: Path, publication: Publication) -> None:
    found = list(parse(path=site / "queries.ttl", format=RdfFormat.TURTLE))
    texts = {quad.subject.value: quad.object.value for quad in found if quad.predicate.value == f"{SH}select"}
    assert sorted(texts) == sorted(f"{publication.workspace.base}queries#{name}" for name in NAMES)
    folder = publication.folder / "store"
    name = f"{publication.workspace.base}queries#works"
    query = next(query for query in QUERIES if query.name == "works")
    assert run_query(folder, texts[name]).data == run_query(folder, query.text).data


def test_a_query_that_does_not_work_says_so_on_its_page_and_stops_nothing(
    publication: Publication, tmp_path: Path
) -> None:
    queries = tmp_path / "queries"
    queries.mkdir()
    (queries / "mine.rq").write_text("# <script>?\nSELECT ?x { ?x ex:y }\n")
    (queries / "yes.rq").write_text("# Is there any?\nASK { ?s ?p ?o }\n")
    source = source_of(publication)
    workspace = replace(source.workspace, root=tmp_path)
    write_queries(tmp_path, replace(source, workspace=workspace))
    mine = (queries / "mine.html").read_text()
    assert "There is no answer: " in mine
    assert "the query does not declare the prefix ex:" in mine
    assert "<script>?" not in mine
    assert "There is no answer: this is no SELECT query" in (queries / "yes.html").read_text()
