"""The saved queries: what they say of themselves, and what they answer."""

import os
import warnings
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store

from ibidem.cited import Form
from ibidem.describe import describe_authorities, describe_record
from ibidem.dump import to_nquads
from ibidem.finding import Severity
from ibidem.record import Record
from ibidem.saved_query import SavedQuery, answer_text, bind_parameters, load_saved_queries
from ibidem.store import Rows, load_store, open_store, paper_names, select
from ibidem.story import ActorType, Capacity, Category, Participation, Quotation
from published import ROOT, Publication
from records import AUTHORITIES, BASE, RECORD, TEXT, mention

FOLDER = ROOT / "queries"
QUERIES = load_saved_queries(FOLDER)
NAMES = [query.name for query in QUERIES]
COLUMNS = {
    "citations": "pointer form position work title authors locator via",
    "works": "work type authors editors title container volume issue date publisher place citations",
    "quotations": "quotation exact category speaker addressee date pointers start end",
    "actors": "actor type name printed roles sameAs",
    "treaties": "treaty name kind date place parties abstained pointers printed",
    "events": "event label kind date place actors pointers exact",
    "claims": "claim exact value unit about date pointers",
}


def other_record() -> Record:
    """Make a second paper that differs in what multiplies rows where a query joins too much.

    A quotation of two speakers that two notes support, an undated treaty with a party and two names that
    begin at one place, no note for it.
    """
    charter = replace(
        RECORD.treaties[1],
        participations=(Participation("syldavia", Capacity.ABSTAINING, None, None),),
        mentions=(mention("Article 2"), mention("Article 2 forbids")),
    )
    return replace(
        RECORD,
        paper=replace(RECORD.paper, id="roe-2002"),
        quotations=tuple(said(quotation) for quotation in RECORD.quotations),
        treaties=(RECORD.treaties[0], charter),
        findings=RECORD.findings[:1],
    )


def said(quotation: Quotation) -> Quotation:
    if quotation.key != "our-border":
        return quotation
    return replace(quotation, speakers=("red-guard", "elphberg"), pointers=("3", "2"))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Load two invented papers that differ in one quotation."""
    quads = [quad for record in (RECORD, other_record()) for quad in describe_record(record, base=BASE, text=TEXT)]
    folder = tmp_path_factory.mktemp("invented") / "store"
    load_store(folder, to_nquads([*quads, *describe_authorities(AUTHORITIES, base=BASE)]))
    return open_store(folder)


def ask(store: Store, name: str, /, **values: str) -> Rows:
    query = next(query for query in QUERIES if query.name == name)
    return select(store, query.text, bind_parameters(query, values, papers=paper_names(store)))


def column(rows: Rows, name: str) -> list[str]:
    return [row[rows.columns.index(name)] for row in rows.rows]


def test_there_are_the_questions_of_a_historian_and_a_bibliographer() -> None:
    assert len(QUERIES) >= 20


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_a_query_says_what_it_asks_takes_and_gives(query: SavedQuery, invented: Store) -> None:
    assert query.question.endswith("?")
    assert query.parameters[-1].name == "paper"
    assert not query.parameters[-1].required
    assert all(parameter.name in query.columns for parameter in query.parameters), "only a column can be bound"
    assert query.example[:3] == ("ibidem", "query", query.name)
    required = {parameter.name for parameter in query.parameters if parameter.required}
    assert required <= set(query.example_values)
    answer = ask(invented, query.name, **{**query.example_values, "paper": "doe-2001"})
    assert answer.columns == query.columns


@pytest.mark.parametrize(
    ("name", "parameter", "values"),
    [
        ("citations", "form", Form),
        ("quotations", "category", Category),
        ("actors", "type", ActorType),
        ("participations", "capacity", Capacity),
        ("findings", "severity", (Severity.VIOLATION, Severity.WARNING)),
    ],
)
def test_a_parameter_takes_all_words_that_the_data_can_hold(
    name: str, parameter: str, values: Iterable[StrEnum]
) -> None:
    query = next(query for query in QUERIES if query.name == name)
    declared = next(item.type for item in query.parameters if item.name == parameter)
    assert declared.split("|") == [value.value for value in values]


def test_the_columns_that_others_read_are_fixed() -> None:
    found = {query.name: " ".join(query.columns) for query in QUERIES if query.name in COLUMNS}
    assert found == {name: f"{columns} paper" for name, columns in COLUMNS.items()}


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_binding_a_parameter_gives_the_rows_that_hold_its_value(query: SavedQuery, invented: Store) -> None:
    required = {name: "Michael Elphberg" for name in query.example_values if name == "name"}
    whole = ask(invented, query.name, **required)
    assert column(whole, "paper") == sorted(column(whole, "paper"))
    for parameter in query.parameters:
        if parameter.name in required:
            continue
        at = whole.columns.index(parameter.name)
        for value in sorted({row[at] for row in whole.rows}):
            bound = ask(invented, query.name, **required, **{parameter.name: value})
            assert bound.rows == tuple(row for row in whole.rows if row[at] == value), parameter.name


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_a_query_answers_something_of_the_invented_papers(query: SavedQuery, invented: Store) -> None:
    required = {name: "Michael Elphberg" for name in query.example_values if name == "name"}
    assert ask(invented, query.name, **required).rows or query.name in ("never-in-full", "quotations-without-speaker")


def test_two_speakers_make_one_row_and_stand_in_the_order_of_their_first_printing(invented: Store) -> None:
    one, other = (ask(invented, "quotations", paper=paper) for paper in ("doe-2001", "roe-2002"))
    assert len(one.rows) == len(other.rows) == len(RECORD.quotations)
    assert column(other, "speaker") == ["", "Michael Elphberg; Red Guard", "", "Michael Elphberg"]
    assert column(other, "pointers") == ["2", "2; 3", "", ""]


def test_two_speakers_do_not_multiply_the_timeline(invented: Store) -> None:
    one, other = (ask(invented, "timeline", paper=paper) for paper in ("doe-2001", "roe-2002"))
    assert column(one, "date") == column(other, "date")
    assert "Michael Elphberg; Red Guard: our border is your border" in column(other, "label")


def test_what_a_passage_or_two_participations_share_does_not_multiply_rows(invented: Store) -> None:
    counts = {
        "citations": len(RECORD.references),
        "quotations": len(RECORD.quotations),
        "actors": len(RECORD.actors),
        "treaties": len(RECORD.treaties),
        "events": len(RECORD.events),
        "claims": len(RECORD.claims),
        "participations": 5,
        "abstentions": 2,
        "without-citation": 2,
        "most-cited": 2,
        "second-hand": 1,
    }
    assert {name: len(ask(invented, name, paper="roe-2002").rows) for name in counts} == counts


def test_the_answers_say_what_the_invented_paper_says(invented: Store) -> None:
    treaties = ask(invented, "treaties", paper="doe-2001")
    assert column(treaties, "parties") == ["Ruritania; Borduria", ""]
    assert column(treaties, "abstained") == ["Syldavia", ""]
    assert column(treaties, "pointers") == ["1; 2", ""]
    assert column(ask(invented, "events", paper="doe-2001"), "actors") == ["Michael Elphberg; Younger Party"]
    works = ask(invented, "works", paper="doe-2001")
    assert column(works, "citations") == ["3", "2", "0"]
    assert column(works, "authors") == ["A. Smith; B. Jones", "", "C. Brown"]
    assert column(works, "editors") == ["", "", "D. White"]
    chains = ask(invented, "ibid-chains", paper="doe-2001")
    assert column(chains, "chain") == ["1", "2; 1", "4"]


ACCEPT = bool(os.environ.get("IBIDEM_ACCEPT"))


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_the_stored_answer_is_the_answer(query: SavedQuery, publication: Publication) -> None:
    store = open_store(publication.folder / "store")
    path = FOLDER / "answers" / f"{query.name}.tsv"
    answer = answer_text(ask(store, query.name, **query.example_values))
    if ACCEPT:
        path.parent.mkdir(exist_ok=True)
        path.write_text(answer, encoding="utf-8")
    assert answer == path.read_text(encoding="utf-8"), f"look at the difference, then: make accept ({path.name})"


def test_every_stored_answer_has_its_query() -> None:
    answers = {path.stem for path in Path(FOLDER / "answers").glob("*")}
    assert answers == set(NAMES)


@pytest.fixture(scope="module")
def elsewhere(invented: Store) -> rdflib.Dataset:
    """Load the invented papers into another engine."""
    data = to_nquads(invented)
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(data=data, format="nquads")
    return dataset


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_another_engine_gives_the_same_answer(query: SavedQuery, invented: Store, elsewhere: rdflib.Dataset) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        found = [tuple("" if term is None else str(term) for term in row) for row in elsewhere.query(query.text)]  # type: ignore[union-attr]
    assert sorted(found) == sorted(select(invented, query.text).rows)
