import json
from typing import Any

from hypothesis import given, settings

from bibliographies import BY_PROGRAM, Bibliography, bibliographies, folded, pandoc_items, said, whole_name
from ibidem.export.bibliography import Entry
from ibidem.export.csl_json import to_csl_json

FIELDS = (
    *(("title", "title"), ("container-title", "container"), ("collection-title", "series"), ("volume", "volume")),
    *(("issue", "issue"), ("number", "number"), ("page", "pages"), ("edition", "edition"), ("publisher", "publisher")),
    *(("publisher-place", "place"), ("archive", "archive"), ("genre", "genre"), ("URL", "url"), ("DOI", "doi")),
    *(("ISBN", "isbn"), ("note", "note")),
)
PEOPLE = (("author", "authors"), ("editor", "editors"), ("translator", "translators"))


def read_back(item: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of a work by what an item says."""
    values: dict[str, Any] = {field: item.get(name, "") for name, field in FIELDS}
    for name, field in PEOPLE:
        values[field] = [whole_name(person) for person in item.get(name, [])]
    return values


def expected(entry: Entry) -> dict[str, Any]:
    values: dict[str, Any] = {field: getattr(entry, field) for _, field in FIELDS}
    return values | {field: [said(name) for name in getattr(entry, field)] for _, field in PEOPLE}


@settings(max_examples=60, deadline=None)
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
