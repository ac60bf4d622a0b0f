from dataclasses import replace
from typing import Any

import pytest
import rispy
from hypothesis import given, settings

from bibliographies import BY_PROGRAM, bibliographies, folded, pandoc_items
from ibidem.cited import Name
from ibidem.export.bibliography import Bibliography, Citation, Entry
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


@settings(max_examples=10, deadline=None)
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


@BY_PROGRAM
@given(bibliographies())
def test_pandoc_reads_what_it_has_tags_for(bibliography: Bibliography) -> None:
    items = pandoc_items(to_ris(bibliography), "ris")
    assert [item["id"] for item in items] == [entry.key for entry in bibliography.entries]
    for item, entry in zip(items, bibliography.entries, strict=True):
        for name, field in PANDOC:
            assert folded(str(item.get(name, ""))) == folded(getattr(entry, field)), name


PANDOC = (
    *(
        ("title", "title"),
        ("container-title", "container"),
        ("volume", "volume"),
        ("issue", "issue"),
        ("page", "pages"),
    ),
    *(("edition", "edition"), ("publisher", "publisher"), ("DOI", "doi"), ("URL", "url")),
)
ENTRY = Entry("zenda", "https://example.org/work/zenda", "book", "Zenda")


@pytest.mark.parametrize(
    ("edtf", "lines"),
    [
        ("1992", ["PY  - 1992", "DA  - 1992///"]),
        ("1992-05", ["PY  - 1992", "DA  - 1992/05//"]),
        ("1992-05-12", ["PY  - 1992", "DA  - 1992/05/12/"]),
        ("1992-23", ["PY  - 1992", "DA  - 1992///Autumn"]),
        ("1992~", ["PY  - 1992", "DA  - 1992///", "C2  - 1992~"]),
        ("1992-09/1992-10", ["PY  - 1992", "DA  - 1992/09//", "C2  - 1992-09/1992-10"]),
        ("[1994,1995]", ["PY  - 1994", "DA  - 1994///", "C2  - [1994,1995]"]),
        ("undated", ["C2  - undated"]),
        ("", []),
    ],
)
def test_a_date_is_told_with_its_edtf_where_ris_says_less(edtf: str, lines: list[str]) -> None:
    written = to_ris(Bibliography("https://example.org/doe", entries=(replace(ENTRY, date=edtf),))).decode()
    assert [line for line in written.split("\r\n") if line[:2] in ("PY", "DA", "C2")] == lines


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (Name("Jan van der Berg", "van der Berg", "Jan"), "van der Berg, Jan"),
        (Name("Joshi", "Joshi"), "Joshi,"),
        (Name("World Bank"), "World Bank,"),
        (Name("Ministry of Health, Labour and Welfare"), "Ministry of Health, Labour and Welfare"),
    ],
)
def test_a_name_without_parts_is_not_taken_apart(name: Name, line: str) -> None:
    written = to_ris(Bibliography("https://example.org/doe", entries=(replace(ENTRY, authors=(name,)),))).decode()
    assert f"\r\nAU  - {line}\r\n" in written


def test_the_notes_that_cite_a_work_stand_under_a_tag() -> None:
    cited = (Citation("3", "3", "", "full", "Zenda, p. 5", locator="5", work="zenda"),)
    (record,) = parsed(to_ris(Bibliography("https://example.org/doe", entries=(ENTRY,), citations=cited)))
    assert record["custom3"] == "3: 5"
