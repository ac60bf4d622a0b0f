import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from crosswalks import written
from ibidem.errors import QueryError
from ibidem.publish.crosswalk.table import answered, group_of, table_description, to_csv, with_context
from ibidem.store import Rows

QUERY = 'SELECT ?who ?count { VALUES (?who ?count) { ("Ada" 2) } }'
HEADER = "# What?\n# @format csv\n# @column who string: the name\n# @column count integer: how many\n"


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\rx", "\n=x", "＝1", "-1-2", '=HYPERLINK("x")', "+49 30 1"]
)
def test_a_cell_that_a_program_could_take_for_a_formula_begins_with_an_apostrophe(cell: str) -> None:
    assert read(to_csv(Rows(("a",), ((cell,),)))) == [["a"], [f"'{cell}"]]


@pytest.mark.parametrize("cell", ["-5", "+1.25", "70000", "", "a=b", "n. 2", "'twas", 'a "b", c', "a; b", "two\nlines"])
def test_a_number_and_any_other_text_stay_as_they_are(cell: str) -> None:
    assert read(to_csv(Rows(("a", "b"), ((cell, "x"),)))) == [["a", "b"], [cell, "x"]]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_whoever_reads_the_table_gets_every_cell_back_but_for_the_apostrophe(rows: list[tuple[str, str]]) -> None:
    data = to_csv(Rows(("a", "b"), tuple(rows)))
    assert data.endswith(b"\r\n")
    found = read(data)[1:]
    expected = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in expected
    ]


def test_a_cell_with_a_semicolon_is_quoted_as_some_programs_split_at_it() -> None:
    assert to_csv(Rows(("a",), (("x; =1",),))) == b'a\r\n"x; =1"\r\n'


def test_a_table_has_the_columns_that_its_header_describes() -> None:
    store = Store()
    assert answered(store, written(HEADER + QUERY)).rows == (("Ada", "2"),)
    for header in ("# What?\n# @format csv\n", HEADER.replace("# @column who string: the name\n", "")):
        with pytest.raises(
            QueryError, match=r"view\.rq: describes the columns .*, the query gives who count; write one"
        ):
            answered(store, written(header + QUERY))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?who {", "does not parse"),
        ("ASK {}", "use SELECT"),
        ("SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }", "SERVICE"),
        ("DELETE WHERE { ?a ?b ?c }", "only read|read-only|update"),
    ],
)
def test_a_query_that_is_no_select_over_this_store_is_refused_with_its_file(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        answered(Store(), written(HEADER + query))
    assert str(caught.value.path) == "view.rq"


def test_a_description_says_what_columns_hold_and_how_rows_are_named() -> None:
    columns = (
        "# @column it anyURI: the thing\n# @column of anyURI ex:of: of what\n# @column by string* ex:by: by whom\n"
    )
    table = written(f"# What?\n# @format csv\n# @title Things\n{columns}# @key it\n# @link of others.it\n")
    held = table_description(
        table, prefixes={"ex": "https://example.org/"}, licence="https://example.org/l", language="en"
    )
    assert held["url"] == "view.csv"
    assert held["dc:license"] == {"@id": "https://example.org/l"}
    schema = held["tableSchema"]
    assert (schema["primaryKey"], schema["aboutUrl"]) == (["it"], "{+it}")
    assert "foreignKeys" not in schema
    it, of, by = schema["columns"]
    assert it["suppressOutput"] is True
    assert (of["propertyUrl"], of["valueUrl"], of["datatype"]) == ("https://example.org/of", "{+of}", "anyURI")
    assert by["separator"] == "; "
    assert with_context(held)["@context"][0] == "http://www.w3.org/ns/csvw"


def test_tables_that_point_to_one_another_are_described_together() -> None:
    table = written("# What?\n# @format csv\n# @column of anyURI: of what\n# @link of others.it\n")
    held = group_of([table_description(table, prefixes={}, licence="x", language="en", keys=True)])
    assert held["tables"][0]["tableSchema"]["foreignKeys"] == [
        {"columnReference": "of", "reference": {"resource": "others.csv", "columnReference": "it"}}
    ]
