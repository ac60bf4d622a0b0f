from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import check_linear
from ibidem.document import BODY, Document, PartKind
from ibidem.read.text import parse_text
from ibidem.words import read_table, read_words

SETHI = Path(__file__).parents[2] / "seeds" / "papers" / "sethi-2017" / "paper.txt"


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in document.passages]


def test_front_matter_headings_and_notes() -> None:
    text = (
        "On Peace\n\nAnn Author, Ph. D.\n\nAbstract\n\nIt was long.\n\nKeywords: war; peace\n\nThe War\n\n"
        "It began.¹ It ended.²\n\nNOTES\n\n- First, p. 1.\n- Ibid.\n"
    )
    assert kinds(parse_text(text)) == [
        ("title", "On Peace"),
        ("heading", "Abstract"),
        ("abstract", "It was long."),
        ("keyword", "Keywords: war; peace"),
        ("heading", "The War"),
        ("paragraph", "It began. It ended."),
        ("heading", "NOTES"),
        ("note", "First, p. 1."),
        ("note", "Ibid."),
    ]


def test_keywords_with_and_without_gloss() -> None:
    keywords = "Keywords\n\n- *Exodus* – A mass departure\n- SCO: an alliance\n\n"
    text = f"T\n\n{keywords}The body goes on here.\n\nNotes\n\n1. A.\n"
    document = parse_text(text)
    assert [(word.term.of(text), word.gloss.of(text) if word.gloss else None) for word in document.keywords] == [
        ("Exodus", "A mass departure"),
        ("SCO", "an alliance"),
    ]


@pytest.mark.parametrize(
    "notes",
    ["1. One\n2. Two\n", "[1] One\n\n[2] Two\n", "¹ One\n² Two\n", "- One.\n- Two.\n", "One.\n\nTwo.\n"],
    ids=["numbers", "brackets", "raised", "bullets", "blocks"],
)
def test_layouts_of_the_reference_list(notes: str) -> None:
    document = parse_text(f"Title\n\nA body of text.¹ And more of it.²\n\nReferences\n\n{notes}")
    assert [note.number for note in document.notes] == [1, 2]
    read = [passage.text.rstrip(".") for passage in document.passages if passage.kind is PartKind.NOTE]
    assert read == ["One", "Two"]


def test_notes_without_a_heading() -> None:
    document = parse_text("Title\n\nA body of text.¹ And more of it.²\n\n1. One, p. 3.\n2. Ibid.\n")
    assert [(note.number, note.numbered) for note in document.notes] == [(1, True), (2, True)]


def test_bracketed_markers_only_where_none_is_raised() -> None:
    assert [m.number for m in parse_text("T\n\nSo it was [1]. And so [2, 3-5].\n").markers] == [1, 2, 3, 4, 5]
    assert [m.number for m in parse_text("T\n\nSo it was¹ in [1994] as said.\n").markers] == [1]


def test_squares_are_no_markers() -> None:
    assert parse_text("T\n\nAn area of 5 km² was lost.\n").markers == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    text = "\ufeffTitle\n\nThe body of it.¹\n\nNotes\n\n1. One.\n".replace("\n", end)
    document = parse_text(text)
    assert document.text == text
    assert [note.number for note in document.notes] == [1]
    assert document.markers[0].span.of(text) == "¹"


def test_a_paper_without_notes() -> None:
    document = parse_text("Only a line of text that is a title")
    assert document.notes == () and document.markers == ()


def test_sethi() -> None:
    document = parse_text(SETHI.read_bytes().decode())
    assert [marker.number for marker in document.markers] == list(range(1, 74))
    assert [note.number for note in document.notes] == list(range(1, 74))
    assert len(document.keywords) == 11 and all(keyword.gloss for keyword in document.keywords)
    headings = [passage.text for passage in document.passages if passage.kind is PartKind.HEADING]
    assert headings[2:] == [
        "Tajik Civil War and Russia-Tajikistan Relations:",
        "The Role of Russia in the Inter-Tajik Conflict Settlement:",
        "Taliban and Russia-Tajikistan Relations:",
        "REFERENCE",
    ]
    whole = [passage.text for passage in document.body() if passage.kind is PartKind.PARAGRAPH]
    assert len(whole) == 53
    assert all(text[0].isupper() for text in whole)
    assert any("According to Akbarzadeh, the strategic" in text for text in whole)


@given(st.text())
def test_any_text(text: str) -> None:
    document = parse_text(text)
    assert "".join(part.span.of(text) for part in document.parts) == text
    for keyword in document.keywords:
        assert keyword.term.of(text).strip()
    for marker in document.markers:
        assert any(marker.span == part.span for part in document.parts if part.kind is PartKind.MARKER)
    assert {passage.kind for passage in document.body()} <= BODY


def test_time_is_linear() -> None:
    block = 'Some words of text with a note.¹² And [3] more "of it".\n\n'

    check_linear(lambda times: partial(parse_text, "Title\n\n" + block * times), 200)


def test_section_words_are_known_kinds() -> None:
    rows = read_table("sections")
    assert {kind for _, kind in rows} == {"abstract", "keywords", "notes"}
    assert len({heading for heading, _ in rows}) == len(rows)
    assert all(heading == heading.casefold() for heading, _ in rows)


def test_units_are_letters() -> None:
    assert all(unit.isalpha() for unit in read_words("units"))
