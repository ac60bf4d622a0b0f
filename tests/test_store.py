import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ibidem.dump import to_nquads
from ibidem.errors import PublishError, QueryError
from ibidem.store import load_store, open_store, paper_names, run_query, select
from quads import QUADS, XSD

A, B, P = (NamedNode(f"http://example.org/{name}") for name in "abp")
G, H = (NamedNode(f"http://example.org/{name}") for name in ("one", "two#x"))
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PAPER = NamedNode("http://purl.org/spar/fabio/ResearchPaper")
HELD = [
    Quad(A, P, B, G),
    Quad(A, P, Literal('x\ny\t"z"; \\'), G),
    Quad(B, P, Literal("\u202e", language="he"), H),
    Quad(G, TYPE, PAPER, G),
    Quad(H, TYPE, PAPER, H),
]
NUMBERS = {f"{XSD}{name}" for name in ("integer", "nonNegativeInteger", "decimal", "boolean", "date", "double")}
CROSS = " ".join(f"GRAPH ?g{number} {{ ?s{number} ?p{number} ?o{number} }}" for number in range(20))
"""A product of 5 to the 20th rows."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("store") / "store"
    load_store(made, to_nquads(HELD))
    return made


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUADS)
def test_a_store_holds_what_was_loaded(tmp_path_factory: pytest.TempPathFactory, quads: list[Quad]) -> None:
    made = tmp_path_factory.mktemp("any") / "store"
    kept = [quad for quad in quads if not numeric(quad)]
    load_store(made, to_nquads(kept))
    assert set(open_store(made)) == set(kept)


def numeric(quad: Quad) -> bool:
    """Tell the literals that the engine keeps as values, in their canonical form."""
    return isinstance(quad.object, Literal) and quad.object.datatype.value in NUMBERS


def test_the_engine_keeps_whole_numbers_as_values(tmp_path: Path) -> None:
    seven = Literal("7", datatype=NamedNode(f"{XSD}nonNegativeInteger"))
    load_store(tmp_path / "store", to_nquads([Quad(A, P, seven)]))
    assert [quad.object for quad in open_store(tmp_path / "store")] == [Literal(7)]


def test_a_store_is_loaded_into_a_new_folder_only(folder: Path) -> None:
    with pytest.raises(PublishError, match="only ever loaded into a new folder"):
        load_store(folder, b"")


def test_a_store_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PublishError, match="the store cannot be written"):
        load_store(tmp_path / "file" / "store", b"")


def test_an_opened_store_cannot_be_changed(folder: Path) -> None:
    with pytest.raises(RuntimeError, match="read-write"):
        open_store(folder).add(Quad(A, P, A))


def test_many_readers_have_it_open_at_once(folder: Path) -> None:
    one, other = open_store(folder), open_store(folder)
    assert len(one) == len(other) == len(HELD)


def test_what_is_no_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="there is no store; run: ibidem publish"):
        open_store(tmp_path / "store")
    (tmp_path / "CURRENT").write_text("nonsense")
    with pytest.raises(QueryError, match="cannot be read"):
        open_store(tmp_path)


def test_the_papers_of_a_store_are_named_by_their_ids(folder: Path) -> None:
    assert paper_names(open_store(folder)) == {"one": G.value, "x": H.value}


def test_rows_are_plain_values(folder: Path) -> None:
    found = select(open_store(folder), "SELECT ?s ?no ?o { GRAPH ?g { ?s <http://example.org/p> ?o } } ORDER BY ?s ?o")
    assert found.columns == ("s", "no", "o")
    assert found.rows == ((A.value, "", B.value), (A.value, "", 'x\ny\t"z"; \\'), (B.value, "", "\u202e"))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * {", "1:11: the query does not parse"),
        ("ASK { }", "this is no SELECT query"),
        ("SELECT ?s { ?s a:b ?o }", "does not declare the prefix a: that it uses; add PREFIX a: <...>"),
    ],
)
def test_what_does_not_work_is_said(folder: Path, query: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        select(open_store(folder), query)
    assert message in str(error.value)
    assert len(str(error.value)) < 300


def test_only_columns_can_be_bound(folder: Path) -> None:
    with pytest.raises(QueryError, match="only a column can be bound"):
        select(open_store(folder), "SELECT ?s { GRAPH ?g { ?s ?p ?o } }", {"o": B})


@pytest.mark.parametrize(
    ("output", "data"),
    [("csv", b"s\nhttp://example.org/a\n"), ("tsv", b"?s\n<http://example.org/a>\n")],
)
def test_a_query_is_answered_in_a_process_of_its_own(folder: Path, output: str, data: bytes) -> None:
    query = "SELECT ?s { GRAPH ?g { ?s <http://example.org/p> ?o } }"
    answer = run_query(folder, f"SELECT DISTINCT {query[7:]}", bindings={"s": A}, output=output)
    assert (answer.kind, answer.data.replace(b"\r", b"")) == ("select", data)


def test_a_bound_literal_stays_what_it_is(folder: Path) -> None:
    nasty = '" } INSERT DATA { <a:a> <a:a> <a:a> } #'
    answer = run_query(folder, "SELECT ?x { BIND('a' AS ?y) }", bindings={"x": Literal(nasty)}, output="json")
    assert b'\\" } INSERT DATA' in answer.data


def test_ask_and_construct_have_answers_of_their_own(folder: Path) -> None:
    assert run_query(folder, "ASK { GRAPH ?g { ?s ?p ?o } }").data == b"true\n"
    answer = run_query(folder, "CONSTRUCT { ?o ?p ?s } WHERE { GRAPH ?g { ?s ?p ?o FILTER(ISIRI(?o)) } }")
    assert answer.kind == "construct"
    assert answer.data.splitlines() == sorted(answer.data.splitlines())
    assert len(set(parse(answer.data, format=RdfFormat.N_TRIPLES))) == 3


def test_all_graphs_together_are_asked_where_it_is_said(folder: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert b"\n0" in run_query(folder, query, output="csv").data
    assert b"\n5" in run_query(folder, query, output="csv", union=True).data


def test_a_query_that_takes_too_long_is_really_stopped(folder: Path) -> None:
    before = time.monotonic()
    with pytest.raises(QueryError, match=r"stopped after 0\.5 seconds"):
        run_query(folder, f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", seconds=0.5)
    assert time.monotonic() - before < 30
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    assert not children.exists() or not children.read_text().strip()


def test_an_answer_that_is_too_long_is_refused(folder: Path) -> None:
    with pytest.raises(QueryError, match="longer than 20 bytes; add a LIMIT"):
        run_query(folder, "SELECT * { GRAPH ?g { ?s ?p ?o } }", limit=20)


@pytest.mark.parametrize("query", ["INSERT DATA { <a:a> <a:a> <a:a> }", "SELECT * { SERVICE <http://a> { ?s ?p ?o } }"])
def test_what_does_not_only_read_is_refused_before_it_runs(folder: Path, query: str) -> None:
    with pytest.raises(QueryError, match="is refused"):
        run_query(folder, query)


def test_a_syntax_error_is_said_with_its_place(folder: Path) -> None:
    with pytest.raises(QueryError, match=r"^2:9: the query does not parse"):
        run_query(folder, "SELECT *\n{ ?s ? }")


@pytest.mark.slow
def test_a_query_that_takes_too_much_memory_is_stopped(folder: Path) -> None:
    with pytest.raises(QueryError, match="it took too much; add a LIMIT"):
        run_query(folder, f"SELECT * {{ {CROSS} }} ORDER BY ?s1 ?s2")
