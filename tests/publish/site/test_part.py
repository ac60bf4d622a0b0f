from pathlib import Path

import pytest

from ibidem.publish.site.part import PARTS, counted, folded, key, papers
from published import Publication
from records import RECORD
from sources import source_of
from stored import stored


def test_the_papers_of_a_site_are_those_of_the_store_in_order(tmp_path: Path) -> None:
    from dataclasses import replace

    other = replace(RECORD, paper=replace(RECORD.paper, id="aaa-2002", title="A  title\nin two lines"))
    found = papers(stored(tmp_path, RECORD, other))
    assert [paper.path for paper in found] == ["aaa-2002", "doe-2001"]
    assert found[0].title == "A title in two lines"


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Élan  Vital", "elan vital"), ("O’Neill's", "oneills"), ("Straße", "strasse"), ("«Ярь»", "ярь"), ("—", "")],
)
def test_sorting_and_searching_see_letters_alone(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_a_key_is_the_end_of_an_iri() -> None:
    assert key("https://example.org/a/b/c-d") == "c-d"


def test_numbers_are_said_with_what_they_count() -> None:
    assert [counted(number, "work", "works") for number in (0, 1, 12345)] == [
        "0 works",
        "1 work",
        "12\N{NARROW NO-BREAK SPACE}345 works",
    ]


def test_each_part_of_a_paper_has_a_template(publication: Publication) -> None:
    from ibidem.publish.site.page import TEMPLATES

    assert papers(source_of(publication))
    assert {f"{name}.html" for name, _ in PARTS} <= {path.name for path in TEMPLATES.iterdir()}
