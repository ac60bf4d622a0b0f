import pytest

from ibidem.document import Document
from ibidem.read.lines import split_lines
from ibidem.read.notes import find_notes, section_of
from ibidem.read.text import parse_text


def notes(document: Document) -> list[tuple[str | None, int]]:
    return [(note.section, note.number) for note in document.notes]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("REFERENCE", "notes"),
        ("**Notes**", "notes"),
        ("5. Bibliography:", "notes"),
        ("Abstract", "abstract"),
        ("Peace", None),
    ],
)
def test_what_a_heading_opens(line: str, kind: str | None) -> None:
    assert section_of(line) == kind


def test_a_list_whose_layout_changes() -> None:
    document = parse_text("T\n\nOne.¹ Two.² Three.³\n\nREFERENCE\n\n- A. Bee, p. 1.\n- Ibid.\n\nC. Cee, p. 3.\n")
    assert notes(document) == [(None, 1), (None, 2), (None, 3)]


def test_a_second_paragraph_belongs_to_its_numbered_note() -> None:
    text = "T\n\nOne.¹ Two.²\n\nNotes\n\n1. A. Bee, p. 1.\n\nIt goes on here.\n\n2. Ibid.\n\nAbout the author: a man.\n"
    document = parse_text(text)
    read = [passage.text for passage in document.passages if passage.kind == "note"]
    assert read == ["A. Bee, p. 1. It goes on here.", "Ibid."]


def test_numbers_that_restart_make_sections() -> None:
    chapter = "A chapter\n\nIt says one thing here.¹ And another there.²\n\nNotes\n\n1. A. Bee, p. 1.\n2. Ibid.\n\n"
    document = parse_text(chapter * 3)
    assert notes(document) == [(str(run), number) for run in (1, 2, 3) for number in (1, 2)]
    assert [(marker.section, marker.number) for marker in document.markers] == notes(document)


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("\n\nChapter 2\n\n1. C.", ["A.", "B, p. 6", "C."]),
        (".\nChapter 2\nOf Oil, and War\n1. C.", ["A.", "B, p. 6.", "C."]),
        (".\n\n## Chapter 2\n\n1. C.", ["A.", "B, p. 6.", "C."]),
        (".\n\nThe War\n\n3. C.", ["A.", "B, p. 6.", "C."]),
        (".\n\nA second paragraph.\n\n1. C.", ["A.", "B, p. 6. A second paragraph.", "C."]),
        (".\n\nDoe, the Elder\n\n3. C.", ["A.", "B, p. 6. Doe, the Elder", "C."]),
        (", in:\nThe Big Book\n3. C.", ["A.", "B, p. 6, in: The Big Book", "C."]),
    ],
)
def test_a_heading_between_notes_is_no_note(between: str, kept: list[str]) -> None:
    third = "¹" if "1. C" in between else "³"
    document = parse_text(f"T\n\nOne.¹ Two.² More.{third}\n\nNotes\n\n1. A.\n2. B, p. 6{between}\n")
    blocks = {passage.block: passage.text for passage in document.passages}
    assert [blocks[note.block] for note in document.notes] == kept


def test_a_bibliography_beside_the_notes() -> None:
    listed = "References\n\nBee, A. 1990. A Book. Paris.\n\nCee, C. 1991. Other. Rome.\n"
    text = f"T\n\nOne.¹ Two.²\n\nNotes\n\n1. Bee 1990, p. 1.\n2. Ibid.\n\n{listed}"
    assert notes(parse_text(text)) == [(None, 1), (None, 2), ("bibliography", 1), ("bibliography", 2)]


def test_a_list_that_no_marker_points_at() -> None:
    document = parse_text(
        "T\n\nAs Bee (1990) says.\n\nReferences\n\nBee, A. 1990. A Book. Paris.\n\nCee, C. 1991. Other. Rome.\n"
    )
    assert notes(document) == [("bibliography", 1), ("bibliography", 2)]


def test_markdown() -> None:
    text = "T\n\nOne[^1] and two[^b].\n\n[^1]: A note\nthat goes on\n\n    and on.\n\n[^b]: Ibid.\n\nMore text[^1].\n"
    document = parse_text(text)
    assert notes(document) == [(None, 1), (None, 2)]
    assert [marker.number for marker in document.markers] == [1, 2, 1]
    assert [passage.text for passage in document.passages if passage.kind == "note"] == [
        "A note that goes on and on.",
        "Ibid.",
    ]


def test_glued_markers_where_the_list_fits() -> None:
    text = "T\n\nThe first thing.1 The second,2 and the third.3\n\nNotes\n\n1. A.\n2. B.\n3. C.\n"
    assert [marker.number for marker in parse_text(text).markers] == [1, 2, 3]
    other = parse_text(text.replace("third.3", "third."))
    assert other.markers == ()


def test_glued_markers_that_restart_with_the_notes_after_each_chapter() -> None:
    chapters = "A\n\nHe says so.1 It is on.2 It ends.3\n\nNotes\n\n1. A.\n2. B.\n3. C.\n\n"
    chapters += "B\n\nSecond part.1 It ends.2\n\nNotes\n\n1. D.\n2. E.\n"
    document = parse_text(f"T\n\n{chapters}")
    runs = [("1", 1), ("1", 2), ("1", 3), ("2", 1), ("2", 2)]
    assert notes(document) == runs
    assert [(marker.section, marker.number) for marker in document.markers] == runs
    unfit = parse_text(f"T\n\n{chapters.replace('ends.2', 'ends.')}")
    assert notes(unfit) == [(None, 1), (None, 2), (None, 3), ("bibliography", 1), ("bibliography", 2)]


def test_doubled_and_missing_numbers_stay_as_printed() -> None:
    document = parse_text("T\n\nOne.¹ Two.² Three.³\n\nNotes\n\n1. A.\n2. B.\n2. C.\n4. D.\n")
    assert notes(document) == [(None, 1), (None, 2), (None, 2), (None, 4)]


def test_a_numbered_list_at_the_end_without_markers_is_text() -> None:
    assert parse_text("T\n\nThere are two points.\n\n1. One\n2. Two\n").notes == ()


def test_a_text_without_anything() -> None:
    layout = find_notes("", split_lines(""))
    assert layout.notes == () and layout.markers == ()
