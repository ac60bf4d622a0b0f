from dataclasses import replace
from hashlib import sha256

from ibidem.document import Document, Origin, PartKind
from ibidem.origin import Finder, Whereabouts
from ibidem.read.compose import Block, Run, compose
from ibidem.read.text import parse_text

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
