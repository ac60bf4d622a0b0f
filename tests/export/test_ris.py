from typing import Any

import rispy
from hypothesis import given, settings

from bibliographies import bibliographies
from ibidem.cited import Name
from ibidem.export.bibliography import Bibliography
from ibidem.export.kind import kinds
from ibidem.export.ris import to_ris

TEXTS = (
    *(("title", "title"), ("secondary_title", "container"), ("tertiary_title", "series"), ("volume", "volume")),
    *(("number", "issue"), ("note", "number"), ("edition", "edition"), ("publisher", "publisher")),
    *(("place_published", "place"), ("issn", "isbn"), ("doi", "doi"), ("type_of_work", "genre"), ("id", "key")),
    ("accession_number", "iri"),
)
PEOPLE = (("authors", "authors"), ("secondary_authors", "editors"), ("subsidiary_authors", "translators"))


def parsed(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(data.decode())
    return found


def named(name: Name) -> str:
    """Give what a reader of RIS makes of a name that it does not divide further."""
    if name.family and name.given:
        return f"{name.family}, {name.given}"
    return name.family or name.literal


@settings(max_examples=60, deadline=None)
@given(bibliographies())
def test_rispy_reads_every_field(bibliography: Bibliography) -> None:
    for record, entry in zip(parsed(to_ris(bibliography)), bibliography.entries, strict=True):
        for tag, field in TEXTS:
            assert record.get(tag, "") == getattr(entry, field), tag
        for tag, field in PEOPLE:
            assert [name.removesuffix(",") for name in record.get(tag, [])] == [
                named(name).removesuffix(",") for name in getattr(entry, field)
            ]
        assert ";".join(record.get("urls", [])) == entry.url
        assert " ".join(record.get("notes", [])) == entry.note
        pages = [record[tag] for tag in ("start_page", "end_page") if tag in record]
        assert "-".join(pages) == entry.pages
        assert record.get("unknown_tag", {}).get("AV", [""]) == [entry.archive]
        assert record["type_of_reference"] == kinds(entry.kind).ris
        assert record.get("custom1", kinds(entry.kind).csl) == entry.kind
