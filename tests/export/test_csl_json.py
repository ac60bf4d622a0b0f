import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from bibliographies import BY_PROGRAM, bibliographies, folded, pandoc, pandoc_items, said, whole_name
from ibidem.cited import Name
from ibidem.export.bibliography import Bibliography, Citation, Entry
from ibidem.export.csl_json import csl_item, to_csl_json

FIELDS = (
    *(("title", "title"), ("container-title", "container"), ("collection-title", "series"), ("volume", "volume")),
    *(("issue", "issue"), ("number", "number"), ("page", "pages"), ("edition", "edition"), ("publisher", "publisher")),
    *(("publisher-place", "place"), ("archive", "archive"), ("genre", "genre"), ("URL", "url"), ("DOI", "doi")),
    *(("ISBN", "isbn"), ("note", "note")),
)
PEOPLE = (("author", "authors"), ("editor", "editors"), ("translator", "translators"))


def read_back(item: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of a work by what an item says."""
    values: dict[str, Any] = {field: item.get(name, "").removeprefix(" ") for name, field in FIELDS}
    for name, field in PEOPLE:
        values[field] = [whole_name(person) for person in item.get(name, [])]
    return values


def expected(entry: Entry) -> dict[str, Any]:
    values: dict[str, Any] = {field: getattr(entry, field) for _, field in FIELDS}
    return values | {field: [said(name) for name in getattr(entry, field)] for _, field in PEOPLE}


@settings(max_examples=10, deadline=None)
@given(bibliographies())
def test_every_field_stands_in_its_item(bibliography: Bibliography) -> None:
    items = json.loads(to_csl_json(bibliography))
    assert [read_back(item) for item in items] == [expected(entry) for entry in bibliography.entries]
    for item, entry in zip(items, bibliography.entries, strict=True):
        assert item["custom"].get("kind", item["type"]) == entry.kind
        assert item["custom"]["iri"] == entry.iri


@BY_PROGRAM
@given(bibliographies())
def test_pandoc_reads_every_field(bibliography: Bibliography) -> None:
    items = pandoc_items(to_csl_json(bibliography), "csljson")
    assert [item["id"] for item in items] == [entry.key for entry in bibliography.entries]
    for item, entry in zip(items, bibliography.entries, strict=True):
        found, wanted = read_back(item), expected(entry)
        for field, value in wanted.items():
            assert folded(str(found[field])) == folded(str(value)), field


ENTRY = Entry("zenda", "https://example.org/work/zenda", "book", "Zenda")


@pytest.mark.parametrize(
    ("edtf", "issued", "custom"),
    [
        ("1992", {"date-parts": [[1992]]}, None),
        ("1992-05-12", {"date-parts": [[1992, 5, 12]]}, None),
        ("1992-23", {"date-parts": [[1992, 23]], "season": 3}, None),
        ("1992~", {"date-parts": [[1992]], "circa": True}, None),
        ("1992?", {"date-parts": [[1992]], "circa": True}, "1992?"),
        ("1992-09/1992-10", {"date-parts": [[1992, 9], [1992, 10]]}, None),
        ("[1994,1995]", {"date-parts": [[1994], [1995]], "circa": True}, "[1994,1995]"),
        ("1992-05-XX", {"literal": "1992-05-XX"}, None),
    ],
)
def test_a_date_stands_in_parts_and_whole_where_they_say_less(
    edtf: str, issued: dict[str, Any], custom: str | None
) -> None:
    item = csl_item(replace(ENTRY, date=edtf))
    assert item["issued"] == issued
    assert item["custom"].get("issued") == custom


@pytest.mark.parametrize(
    ("edtf", "parts", "circa"),
    [
        ("1992-23", [[1992, 23]], False),
        ("1992~", [[1992]], True),
        ("1992-09/1992-10", [[1992, 9], [1992, 10]], False),
        ("[1994,1995]", [[1994], [1995]], True),
    ],
)
def test_pandoc_reads_a_date(edtf: str, parts: list[list[int]], circa: bool) -> None:
    data = to_csl_json(Bibliography("https://example.org/doe", entries=(replace(ENTRY, date=edtf),)))
    (item,) = pandoc_items(data, "csljson")
    assert (item["issued"]["date-parts"], item["issued"].get("circa", False)) == (parts, circa)


@pytest.mark.parametrize("note", ["Reprint: London 1990", "DOI: none", "doi:10.1/x", "The note: of it", "a note"])
def test_a_note_is_never_taken_for_a_variable(note: str) -> None:
    data = to_csl_json(Bibliography("https://example.org/doe", entries=(replace(ENTRY, note=note),)))
    (item,) = pandoc_items(data, "csljson")
    assert (item["note"].strip(), set(item)) == (note, {"id", "type", "title", "note"})


def test_citeproc_prints_a_bibliography() -> None:
    article = replace(
        ENTRY,
        kind="article",
        title="A & B <i>C</i>",
        authors=(Name("Jan van der Berg", "van der Berg", "Jan"), Name("World Bank")),
        container="Journal of Small States",
        periodical=True,
        volume="2",
        issue="1",
        date="1990",
        pages="5-9",
    )
    printed = pandoc(
        to_csl_json(Bibliography("x", entries=(article,))), "csljson", "plain", "--citeproc", "--wrap=none"
    )
    assert printed.strip() == "Berg, Jan van der, and World Bank. 1990. “A & B C.” Journal of Small States 2 (1): 5–9."


CITED = (
    Citation("3", "3", "", "full", "Zenda, p. 5", locator="5", work="zenda"),
    Citation("s2-4", "4", "2", "ibid", "Ibid.", work="zenda", antecedent="3"),
)


def test_the_notes_that_cite_a_work_stand_beside_it() -> None:
    item = csl_item(ENTRY, CITED)
    assert item["custom"]["citations"] == [
        {"note": "3", "form": "full", "locator": "5"},
        {"note": "4", "section": "2", "form": "ibid"},
    ]
    assert "citations" not in csl_item(ENTRY)["custom"]
