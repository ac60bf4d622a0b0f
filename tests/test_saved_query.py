from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from ibidem.errors import InputError, QueryError
from ibidem.saved_query import (
    Parameter,
    answer_text,
    bind_parameters,
    find_saved_query,
    load_saved_queries,
    load_saved_query,
    parse_saved_query,
)
from ibidem.store import Rows

TEXT = """# Who said what?
#
# A note
# in two lines.
#
# @param speaker string optional: the name: of the speaker
# @param year integer required: the year
# @param paper paper optional: a paper
# @columns speaker year paper
# @example ibidem query said --bind "speaker=Boris Yeltsin" --bind year=1993
PREFIX a: <http://a/> # @param not iri required: here
SELECT ?speaker ?year ?paper { }
"""
QUERY = parse_saved_query(TEXT, name="said")
PAPERS = {"doe-2001": "https://w3id.org/ibidem/doe-2001", "roe-2002": "https://w3id.org/ibidem/roe-2002"}
INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def test_the_first_comments_say_what_a_query_asks_and_takes() -> None:
    assert QUERY.question == "Who said what?"
    assert QUERY.notes == "A note\nin two lines."
    assert QUERY.parameters == (
        Parameter("speaker", "string", False, "the name: of the speaker"),
        Parameter("year", "integer", True, "the year"),
        Parameter("paper", "paper", False, "a paper"),
    )
    assert QUERY.columns == ("speaker", "year", "paper")
    assert QUERY.example_values == {"speaker": "Boris Yeltsin", "year": "1993"}
    assert QUERY.text == TEXT


def test_a_parameter_can_be_one_of_several_words() -> None:
    query = parse_saved_query("# Q?\n# @param form full|op-cit optional: how\nASK { }", name="q")
    assert bind_parameters(query, {"form": "op-cit"}, papers={}) == {"form": Literal("op-cit")}
    with pytest.raises(QueryError, match=r"--bind form=opcit: no such value; did you mean 'op-cit'\?"):
        bind_parameters(query, {"form": "opcit"}, papers={})
    with pytest.raises(QueryError, match="no such value; give one of: full, op-cit"):
        bind_parameters(query, {"form": "zzz"}, papers={})


def test_a_query_needs_no_comments() -> None:
    query = parse_saved_query("ASK { }", name="any")
    assert (query.question, query.parameters, query.columns, query.example_values) == ("", (), (), {})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("# @param name text optional: x", "a parameter reads `@param NAME iri|string|integer|paper optional|required"),
        ("# @param name string perhaps: x", "a parameter reads"),
        ("# @param name string optional:", "a parameter reads"),
        ("# @columms a b", "unknown @columms; use @param, @columns or @example"),
        ('# @example ibidem query a --bind "b=c', "the example has an open quotation mark"),
    ],
)
def test_what_a_comment_should_not_hold_is_said_with_its_line(line: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        parse_saved_query(f"# Why?\n{line}\nASK {{ }}", name="a", path=Path("a.rq"))
    assert str(error.value).startswith("a.rq:2: ")
    assert message in str(error.value)


def test_values_become_terms_of_the_declared_type() -> None:
    values = {"speaker": "7", "year": "+1993", "paper": "doe-2001"}
    assert bind_parameters(QUERY, values, papers=PAPERS) == {
        "speaker": Literal("7"),
        "year": Literal("1993", datatype=INTEGER),
        "paper": NamedNode(PAPERS["doe-2001"]),
    }


@pytest.mark.parametrize("paper", ["roe-2002", PAPERS["roe-2002"], f"<{PAPERS['roe-2002']}>"])
def test_a_paper_is_named_by_its_id_or_its_iri(paper: str) -> None:
    bound = bind_parameters(QUERY, {"year": "1", "paper": paper}, papers=PAPERS)
    assert bound["paper"] == NamedNode(PAPERS["roe-2002"])


def test_undeclared_values_are_told_apart_by_their_look() -> None:
    query = parse_saved_query("SELECT * { }", name="own")
    values = {"a": "<urn:x>", "b": "http://example.org/", "c": "text", "d": "1", "paper": "doe-2001"}
    assert bind_parameters(query, values, papers=PAPERS) == {
        "a": NamedNode("urn:x"),
        "b": NamedNode("http://example.org/"),
        "c": Literal("text"),
        "d": Literal("1"),
        "paper": NamedNode(PAPERS["doe-2001"]),
    }


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "the query said needs --bind year=VALUE: the year"),
        ({"year": "1993", "speeker": "x"}, "the query said has no parameter 'speeker'; did you mean 'speaker'?"),
        ({"year": "1993", "zzz": "x"}, "has no parameter 'zzz'; it has: speaker, year, paper"),
        ({"year": "MCMXCIII"}, "--bind year=MCMXCIII: give a whole number"),
        ({"year": "1993.5"}, "give a whole number"),
        ({"year": "1993", "paper": "doe-2010"}, "no such paper is published; did you mean 'doe-2001'?"),
        ({"year": "1993", "paper": "zzz"}, "no such paper is published; published are: doe-2001, roe-2002"),
    ],
)
def test_unknown_missing_and_wrong_values_are_said(values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as error:
        bind_parameters(QUERY, values, papers=PAPERS)
    assert message in str(error.value)


@pytest.mark.parametrize("value", ["no iri", "<a b>", "", "http://a/ <b>"])
def test_what_is_no_iri_is_said(value: str) -> None:
    query = parse_saved_query("# Q?\n# @param x iri required: x\nASK { }", name="q")
    with pytest.raises(QueryError, match="give an IRI"):
        bind_parameters(query, {"x": value}, papers={})


def test_many_papers_are_not_all_listed() -> None:
    papers = {f"paper-{number}": f"https://example.org/paper-{number}" for number in range(100)}
    with pytest.raises(QueryError, match=r"paper-11, \.\.\.$"):
        bind_parameters(QUERY, {"year": "1", "paper": "zzzzzzzz"}, papers=papers)


def test_queries_are_found_by_name_and_loaded_in_their_order(tmp_path: Path) -> None:
    for name in ("works", "actors"):
        (tmp_path / f"{name}.rq").write_bytes(f"\ufeff# {name}?\nASK {{ }}".encode())
    assert [query.name for query in load_saved_queries(tmp_path)] == ["actors", "works"]
    assert find_saved_query(tmp_path, "works").question == "works?"
    with pytest.raises(QueryError, match="there is no query 'wroks'; did you mean 'works'"):
        find_saved_query(tmp_path, "wroks")
    with pytest.raises(QueryError, match=r"there are: actors, works; a file of your own ends in \.rq"):
        find_saved_query(tmp_path, "zzz")
    with pytest.raises(QueryError, match=r"there is no query '\.\./works'"):
        find_saved_query(tmp_path / "sub", "../works")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load_saved_query(tmp_path / "none.rq")
    (tmp_path / "bad.rq").write_bytes(b"ASK \xff")
    with pytest.raises(InputError, match="is not UTF-8 at byte 4"):
        load_saved_query(tmp_path / "bad.rq")


def test_a_stored_answer_has_one_line_a_row() -> None:
    rows = Rows(("a", "b"), (("x\ty", "1\n2"), ("\\n", "")))
    assert answer_text(rows) == "a\tb\nx\\ty\t1\\n2\n\\\\n\t\n"
