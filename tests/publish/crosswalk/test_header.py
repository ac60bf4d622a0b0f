from dataclasses import replace
from pathlib import Path

import pytest

from crosswalks import CROSSWALKS, NAMES, written
from ibidem.errors import InputError, QueryError
from ibidem.publish.crosswalk.header import Column, Crosswalk, crosswalk_folders, load_crosswalks
from ibidem.workspace import Workspace, load_workspace, packaged
from published import ROOT
from sample import make_sample

TABLE = "# What?\n# @format csv\n# @query claims\n# @column claim anyURI: the claim\n# @key claim\n# @link claim a.b\n"


def test_there_are_the_views_that_portals_ask_for() -> None:
    assert {"web-annotation", "open-citations", "linked-art", "schema-org"} <= set(NAMES)
    tables = ("citations", "works", "quotations", "actors", "treaties", "participations", "events", "claims")
    assert {f"tables/{name}" for name in tables} <= {crosswalk.file for crosswalk in CROSSWALKS}


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=NAMES)
def test_a_view_says_what_it_answers_for_whom_and_whose_profile_it_keeps_to(crosswalk: Crosswalk) -> None:
    assert crosswalk.question.endswith("?")
    assert crosswalk.title != crosswalk.name
    assert crosswalk.audience
    assert crosswalk.conforms
    assert crosswalk.format == "csv" or "CONSTRUCT" in crosswalk.query


def test_a_table_says_what_its_columns_mean_and_whose_query_it_asks() -> None:
    table = written(TABLE)
    assert table.columns == (Column("claim", "anyURI", False, None, "the claim"),)
    assert (table.key, table.links) == (("claim",), (("claim", "a", "b"),))
    assert table.file == "tables/view"
    assert table.query == (ROOT / "queries" / "claims.rq").read_text(encoding="utf-8")
    many = written("# What?\n# @format csv\n# @column who string* foaf:name: the names\n")
    assert many.columns == (Column("who", "string", True, "foaf:name", "the names"),)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("SELECT * {}", 1, "begins with no question"),
        ("#\n# @format rdf", 1, "begins with no question"),
        ("# What?\n# @formt rdf", 2, "unknown @formt; use @title"),
        ("# What?\n# @format xml", 2, "write rdf or csv"),
        ("# What?\n# @file ../out", 2, "write a path in small letters"),
        ("# What?\n# @file /etc/passwd", 2, "write a path in small letters"),
        ("# What?\n# @file a/../b", 2, "write a path in small letters"),
        ("# What?\n# @conforms DCAT", 2, "give the IRI of the profile"),
        ("# What?\n# @column who text: the name", 2, "a column reads `@column NAME string|anyURI|"),
        ("# What?\n# @column who string", 2, "a column reads"),
        ("# What?\n# @key who", 2, "no @column has this name"),
        ("# What?\n# @link who others", 2, "a link reads `@link COLUMN TABLE.COLUMN`"),
    ],
)
def test_a_header_that_is_not_as_it_should_be_says_where_and_what_to_do(text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        written(text)
    assert (caught.value.line, str(caught.value.path)) == (line, "view.rq")
    assert said in caught.value.message


def test_a_saved_query_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="did you mean 'claims'"):
        written("# What?\n# @query claim")


def test_a_workspace_adds_views_to_those_of_the_program_and_replaces_them_by_name(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "own")
    folder = workspace.root / "queries" / "crosswalks"
    folder.mkdir(parents=True)
    (folder / "ours.rq").write_text("# Ours?\nCONSTRUCT { ?s ?p ?o } { ?s ?p ?o }\n", encoding="utf-8")
    (folder / "claims.rq").write_text("# Other claims?\nCONSTRUCT { ?s ?p ?o } { ?s ?p ?o }\n", encoding="utf-8")
    assert load_workspace(workspace.root).queries == packaged("queries"), "the saved queries stay"
    found = {crosswalk.name: crosswalk for crosswalk in load_crosswalks(load_workspace(workspace.root))}
    assert set(found) == {*NAMES, "ours"}
    assert found["claims"].question == "Other claims?"
    assert found["works"].path.parent == packaged("queries") / "crosswalks"


def test_two_views_do_not_write_the_same_file(tmp_path: Path) -> None:
    workspace: Workspace = replace(load_workspace(ROOT), root=tmp_path)
    folder = tmp_path / "queries" / "crosswalks"
    folder.mkdir(parents=True)
    (folder / "another.rq").write_text("# What?\n# @file linked-art\n", encoding="utf-8")
    assert crosswalk_folders(workspace)[1] == folder
    with pytest.raises(InputError, match=r"writes linked-art, as another\.rq does; give one another @file"):
        load_crosswalks(workspace)
