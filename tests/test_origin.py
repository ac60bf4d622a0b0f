from dataclasses import replace
from hashlib import sha256

import pytest

from ibidem.document import Document, Origin, PartKind
from ibidem.origin import Finder, Whereabouts, origin_of, short_path, split_path
from ibidem.read.compose import Block, Run, compose
from ibidem.read.text import parse_text
from ibidem.span import Span

TEXT = "A title\n\nThe end.¹\n\nReferences\n\n1. A. Smith, Zenda, 1990.\n"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def test_a_place_in_a_text_file_is_its_line() -> None:
    finder = Finder.of(parse_text(TEXT), digest=digest(TEXT).upper())
    assert finder.at(TEXT.index("Smith")) == Whereabouts(line=7)
    assert finder.at(TEXT.index("Smith")).told() == "line 7"


def composed() -> Document:
    blocks = [
        Block(PartKind.PARAGRAPH, (Run("One."), Run("1", note="n"))),
        Block(PartKind.PARAGRAPH, (Run("Two."),)),
        Block(PartKind.NOTE, (Run("A. Smith, Zenda, 1990."),), note="n"),
    ]
    return compose(blocks)


def test_without_a_way_back_it_is_a_note_or_a_paragraph() -> None:
    document = composed()
    finder = Finder.of(document, digest="0")
    assert finder.at(document.text.index("Two")).told() == "paragraph 2"
    assert finder.at(document.text.index("Smith")).told() == "note 1"


def test_pages_and_paths_are_told_where_they_are_known() -> None:
    document = composed()
    pages = replace(document, origins=(Origin(0, page=3), Origin(document.text.index("A. Smith"), page=4)))
    assert Finder.of(pages, digest="0").at(0).told() == "page 3"
    assert Finder.of(pages, digest="0").at(document.text.index("Zenda")).told() == "page 4, note 1"
    paths = replace(document, origins=(Origin(0, path="/html/body/p[1]"),))
    assert Finder.of(paths, digest="0").at(0).told() == "/html/body/p[1]"
    assert Finder.of(paths, digest="0").at(document.text.index("Zenda")) == Whereabouts(
        note="1", path="/html/body/p[1]"
    )


ORIGINS = (
    Origin(0, path="/html[1]/body[1]/p[1]"),
    Origin(10, path="/html[1]/body[1]/p[1]/em[1]"),
    Origin(15, path="/html[1]/body[1]/p[1]"),
    Origin(30, path="/html[1]/body[1]/p[2]"),
)


@pytest.mark.parametrize(
    ("start", "end", "path"),
    [
        (2, 5, "/html[1]/body[1]/p[1]"),
        (10, 15, "/html[1]/body[1]/p[1]/em[1]"),
        (12, 20, "/html[1]/body[1]/p[1]"),
        (2, 40, "/html[1]/body[1]"),
        (30, 99, "/html[1]/body[1]/p[2]"),
        (29, 30, "/html[1]/body[1]/p[1]"),
    ],
)
def test_a_stretch_stands_in_the_element_that_holds_all_of_it(start: int, end: int, path: str) -> None:
    found = origin_of(ORIGINS, Span(start, end))
    assert found is not None
    assert found.path == path


def test_before_the_first_origin_nothing_is_known() -> None:
    assert origin_of(ORIGINS[1:], Span(2, 40)) is None
    assert origin_of((), Span(2, 40)) is None


def test_a_stretch_over_two_files_of_an_archive_stands_in_the_first() -> None:
    origins = (Origin(0, path="a.xhtml!/html[1]/p[1]"), Origin(9, path="b.xhtml!/html[1]/p[1]"))
    found = origin_of(origins, Span(0, 20))
    assert found is not None
    assert split_path(found.path or "") == ("a.xhtml", "/html[1]/p[1]")


def test_the_box_of_a_stretch_is_that_of_its_lines_on_its_first_page() -> None:
    origins = (
        Origin(0, page=1, box=(10.0, 80.0, 60.0, 90.0)),
        Origin(9, page=1, box=(5.0, 60.0, 50.0, 70.0)),
        Origin(20, page=2, box=(0.0, 0.0, 99.0, 99.0)),
    )
    found = origin_of(origins, Span(3, 30))
    assert found is not None
    assert (found.page, found.box) == (1, (5.0, 60.0, 60.0, 90.0))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/html[1]/body[1]/p[12]", "/html/body/p[12]"),
        ("OEBPS/a.xhtml!/html[1]/p[2]", "OEBPS/a.xhtml: /html/p[2]"),
        ("word/document.xml!/*[local-name()='body']/*[local-name()='p'][7]", "word/document.xml: /body/p[7]"),
    ],
)
def test_a_path_is_shown_as_people_read_it(path: str, shown: str) -> None:
    assert short_path(path) == shown
