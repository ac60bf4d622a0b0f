from dataclasses import replace
from pathlib import Path

import pytest

from ibidem.errors import QueryError
from ibidem.publish.asked import ask, ask_by_paper, grouped
from ibidem.saved_query import load_saved_queries
from ibidem.store import select
from published import ROOT, Publication
from sources import source_of


def test_a_saved_query_is_asked_once_a_site_and_answers_by_the_names_of_its_columns(publication: Publication) -> None:
    source = source_of(publication)
    rows = ask(source, "site/cast")
    assert rows is ask(source, "site/cast")
    assert {tuple(row) for row in rows} == {("actor", "class", "name", "paper")}
    assert ask_by_paper(source, "site/cast")[f"{source.base}sethi-2017"] == rows


def test_groups_and_their_rows_keep_their_order() -> None:
    rows = ({"at": "b", "n": "1"}, {"at": "a", "n": "2"}, {"at": "b", "n": "3"})
    assert list(grouped(rows, "at").items()) == [("b", (rows[0], rows[2])), ("a", (rows[1],))]


def test_every_query_of_the_site_has_a_question_and_the_columns_that_it_names(publication: Publication) -> None:
    queries = load_saved_queries(ROOT / "queries" / "site")
    assert len(queries) >= 10
    for query in queries:
        assert query.question.endswith("?") or "?" in query.question, query.name
        assert select(source_of(publication).store, query.text).columns == query.columns, query.name


def test_a_query_of_the_workspace_that_lacks_a_column_is_named(publication: Publication, tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "queries" / "works.rq").write_text(
        "# Which?\n# @columns work\nSELECT ?work { ?work ?is ?so } LIMIT 1\n"
    )
    source = source_of(publication)
    own = replace(source, workspace=replace(source.workspace, root=tmp_path))
    with pytest.raises(QueryError, match=r"authors, citations, container.*works\.rq|works\.rq.*authors, citations"):
        ask(own, "works")
    assert ask(own, "citations") == ask(source, "citations")
