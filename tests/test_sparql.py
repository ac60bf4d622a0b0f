import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from growth import check_linear
from ibidem.errors import QueryError
from ibidem.sparql import check_read_only, names_graphs, tokens, undeclared_prefixes

READ_ONLY = (
    "SELECT * { ?s ?p ?o }",
    "ASK { ?s ?p 'SERVICE <http://a> { }' }",
    'SELECT * { ?s ?p """ he said "SERVICE" \\""" """ }',
    "SELECT * { ?s <http://example.org/SERVICE#service> ?service }",
    "SELECT ?SERVICE $service { ?SERVICE ?p ?o } # SERVICE <http://a> {}",
    "PREFIX service: <http://example.org/> SELECT * { ?s service:endpoint service: }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:service ex:SERVICE }",
    "PREFIX service: <http://example.org/> SELECT * { GRAPH service:g { ?s ?p ?o } }",
    "DESCRIBE <http://example.org/insert>",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?o < 3) }",
    "BASE <http://example.org/> PREFIX insert: <a> SELECT * { ?s insert:b <c> }",
    "SELECT (COUNT(*) AS ?delete) { ?s ?p ?o }",
)
SERVICE = (
    "SELECT * { SERVICE <http://a> { ?s ?p ?o } }",
    "SELECT * { service SILENT ?any { ?s ?p ?o } }",
    "SELECT*{SERVICE<http://a>{?s ?p ?o}}",
    "SELECT * { ?s ?p 'a' . SERVICE # here\n <http://a> { } }",
    "SELECT * { ?s ?p 'it''s' SERVICE <http://a> { } }",
    "SELECT * { \\u0053ERVICE <http://a> { ?s ?p ?o } }",
    "SELECT * { SERVIC\\U00000045 <http://a> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "\\u0022 SERVICE <http://a> { } #" }',
    "PREFIX : <http://a> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE<http://a>{?s ?p ?o} FILTER(?a>?b) }",
    "SELECT * { ?s ?p ?o FILTER(1 <?b)SERVICE <http://a> {} #> }",
    "SELECT * { ?s ?p ?o . 1SERVICE <http://a> { } }",
    "SELECT * { _:a ?p ?o SERVICE <http://a> { } }",
    "SELECT * { ?s ?p 'x'@en SERVICE <http://a> { } }",
    "SELECT * { { SELECT * { SERVICE <http://a> { } } } }",
    "ASK { OPTIONAL { SERVICE <http://a> { } } }",
)
UPDATES = (
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }",
    "# a remark\nBASE <http://a/>\nDROP ALL",
    "load <http://a/>",
    "CLEAR GRAPH <a:a>",
    "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CREATE GRAPH <a:a>",
    "COPY DEFAULT TO <a:a>",
)


@pytest.mark.parametrize("query", READ_ONLY)
def test_what_only_reads_passes(query: str) -> None:
    check_read_only(query)


@pytest.mark.parametrize("query", SERVICE)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE is refused|write the IRI in full"):
        check_read_only(query)


@pytest.mark.parametrize("query", UPDATES)
def test_updates_are_refused_by_their_name(query: str) -> None:
    with pytest.raises(QueryError, match="is refused: the store is read-only"):
        check_read_only(query)


@pytest.mark.parametrize("text", ["'open", '"open\n"', "'''a''"])
def test_a_text_that_could_hide_a_service_is_said_with_its_line(text: str) -> None:
    with pytest.raises(QueryError, match="opens in line 2 of the query is not closed"):
        check_read_only(f"SELECT *\n{{ ?s ?p {text} }} # service")


def test_whether_a_query_names_the_graphs_it_asks() -> None:
    assert names_graphs("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    assert names_graphs("select * from <a:a> { ?s ?p ?o }")
    assert not names_graphs("SELECT ?graph { ?graph ?from 'GRAPH' } # FROM")


def test_which_prefixes_are_not_declared() -> None:
    query = "PREFIX a: <http://a/> PREFIX : <b> SELECT * { ?s a:b c:d ; :e 'f:g' , <h:i> , c:j , k: # l:m }"
    assert undeclared_prefixes(query) == ("c:", "k:")


class Listener:
    """A server that counts who comes."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}/"
        self.visits = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                visitor, _ = self.socket.accept()
                self.visits += 1
                visitor.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.socket.close()


PIECES = st.sampled_from(
    (
        *("SELECT", " * ", "{", "}", "SERVICE", "service", "SERVICE SILENT ", ":s", "<ADDRESS>", " <ADDRESS> ", "{}"),
        *("'''", "#", "\n", "\\", "\\u0053ERVICE ", "<", ">", "?a", "?s ?p ?o", ".", "1", "FILTER(", ")", "<?b"),
        *("a:b", "_:", "OPTIONAL", "GRAPH ?g", "UNION", "BIND(", " AS ?x)", "PREFIX : <a:> ", "'x'"),
        *("'", '"', '"""', "@en", "^^"),
    )
)


@given(st.lists(PIECES, max_size=9), st.lists(PIECES, max_size=4))
def test_no_query_that_passes_reaches_another_server(listener: Listener, before: list[str], after: list[str]) -> None:
    middle = f"{''.join(before)} SERVICE <ADDRESS> {{ ?s ?p ?o }} {''.join(after)}"
    for text in (middle, f"SELECT * {{ {middle} }}", f"PREFIX : <a:> SELECT * {{ ?s ?p ?o . {middle} }}"):
        query = text.replace("ADDRESS", listener.address)
        with suppress(QueryError, SyntaxError, RuntimeError, OSError):
            check_read_only(query)
            list(Store().query(query))  # type: ignore[arg-type]
    assert listener.visits == 0


def test_the_engine_would_go_there(listener: Listener) -> None:
    other = Listener()
    with suppress(RuntimeError, OSError):
        list(Store().query(f"SELECT * {{ SERVICE <{other.address}> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
    assert other.visits == 1
    assert listener.visits == 0


@given(st.text())
def test_any_text_is_split_without_loss_but_for_space_and_comments(query: str) -> None:
    try:
        parts = list(tokens(query))
    except QueryError:
        return
    place = 0
    for part in parts:
        place = query.index(part.text, place) + len(part.text)
    assert place <= len(query)


@pytest.mark.parametrize("part", ["'", "'''a", '"""', "<a", "a:", "?a ", "\\u0041", "service ", "_:", "((", "# a\n"])
def test_long_queries_are_read_in_linear_time(part: str) -> None:
    def ask(query: str) -> None:
        with suppress(QueryError):
            check_read_only(query)

    check_linear(lambda size: partial(ask, part * size), 3_000)
