"""The saved queries are asked with their examples, and where these are of another dataset, with values of this one."""

import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from ibidem.publish.site.example import examples
from ibidem.publish.source import Source
from ibidem.saved_query import load_saved_queries
from published import ROOT, Publication
from sources import source_of

_HEAD = "# Who?\n# @param who string required: a name\n# @param paper paper optional: where\n"
_ROWS = (
    "SELECT ?paper ?who ?year {{ GRAPH ?paper {{ ?paper a <http://purl.org/spar/fabio/ResearchPaper> }} {} }}"
    " ORDER BY ?year"
)


def asked(publication: Publication, folder: Path, text: str) -> Source:
    (folder / "queries").mkdir()
    (folder / "queries" / "who.rq").write_text(text)
    source = source_of(publication)
    return replace(source, workspace=replace(source.workspace, root=folder))


def test_where_the_paper_of_an_example_is_published_it_is_asked_as_it_stands(publication: Publication) -> None:
    held = examples(source_of(publication))
    for query in load_saved_queries(ROOT / "queries"):
        assert tuple(shlex.split(held[query.name].call)) == query.example


def test_a_paper_and_a_name_of_another_dataset_give_way_to_those_of_this_one(
    publication: Publication, tmp_path: Path
) -> None:
    values = 'VALUES (?who ?year) { (UNDEF 1900) ("Ann $Lee" 1901) ("Bob" 1902) }'
    text = f"{_HEAD}# @example ibidem query who --bind who=Nobody --bind paper=gone-1\n{_ROWS.format(values)}\n"
    found = examples(asked(publication, tmp_path, text))["who"]
    paper = next(iter(publication.report.papers)).id
    assert found.bindings == {
        "who": Literal("Ann $Lee"),
        "paper": NamedNode(f"{publication.workspace.base}{paper}"),
    }
    assert shlex.split(found.call) == ["ibidem", "query", "who", "--bind", "who=Ann $Lee", "--bind", f"paper={paper}"]


def test_a_value_that_finds_something_here_stays(publication: Publication, tmp_path: Path) -> None:
    values = 'VALUES ?who { "Ann" "Bob" }'
    text = f"{_HEAD}# @example ibidem query who --bind who=Bob --bind paper=gone-1\n{_ROWS.format(values)}\n"
    assert examples(asked(publication, tmp_path, text))["who"].bindings["who"] == Literal("Bob")


def test_a_required_value_without_an_example_is_taken_from_the_answer(publication: Publication, tmp_path: Path) -> None:
    values = 'VALUES ?who { "Ann Lee" }'
    found = examples(asked(publication, tmp_path, f"{_HEAD}{_ROWS.format(values)}\n"))["who"]
    assert found.bindings == {"who": Literal("Ann Lee")}
    assert found.call == 'ibidem query who --bind "who=Ann Lee"'


@pytest.mark.parametrize(
    ("values", "said"),
    [("VALUES ?year { 1900 }", {"paper"}), ('VALUES (?who ?year) { ("b"@en 1900) }', {"paper"})],
    ids=["none", "no such term"],
)
def test_an_optional_value_that_nothing_here_can_replace_is_left_out(
    values: str, said: set[str], publication: Publication, tmp_path: Path
) -> None:
    head = _HEAD.replace("required", "optional")
    text = f"{head}# @example ibidem query who --bind who=Nobody --bind paper=gone-1\n{_ROWS.format(values)}\n"
    assert set(examples(asked(publication, tmp_path, text))["who"].bindings) == said


def test_what_cannot_be_bound_is_said_and_stops_nothing(publication: Publication, tmp_path: Path) -> None:
    found = examples(asked(publication, tmp_path, f"{_HEAD}SELECT ?x {{ ?x ex:y }}\n"))["who"]
    assert found.problem
    assert "ex:" in found.problem
    assert found.bindings == {}
