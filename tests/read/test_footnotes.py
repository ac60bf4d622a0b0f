import pytest

from ibidem.read.footnotes import find_footnotes, opening_number
from ibidem.read.lines import split_lines
from ibidem.read.text import parse_text

PAGES = """\
The first page says one thing in a line of text,1 and then
another thing that matters to all of us here in the line.2
This line of the first page is there to fill it up and goes on
1 Ann Author, A Book (Paris: House, 1990), 5.
2
Ibid., 6.
17
with the rest of its sentence on the second page of the paper,
3
which has a marker on a line of its own as converters make it.
And here is one more of them, glued to the last word of it.4
3 Ben Bee, Other
Book (Rome: House, 1991), 7.
4 Ibid.
18
"""


def test_notes_at_the_foot_of_pages() -> None:
    document = parse_text(PAGES)
    assert [marker.number for marker in document.markers] == [1, 2, 3, 4]
    assert [note.number for note in document.notes] == [1, 2, 3, 4]
    notes = [passage.text for passage in document.passages if passage.kind == "note"]
    assert notes == [
        "Ann Author, A Book (Paris: House, 1990), 5.",
        "Ibid., 6.",
        "Ben Bee, Other Book (Rome: House, 1991), 7.",
        "Ibid.",
    ]
    body = " ".join(passage.text for passage in document.body())
    assert "fill it up and goes on with the rest of its sentence" in body and "House" not in body


def test_a_numbered_list_is_no_footnotes() -> None:
    lines = split_lines("There are three points.\n1. One\n2. Two\n3. Three\n")
    assert find_footnotes(lines, {}, raised=False) is None


def test_a_note_without_its_marker_before_it_is_none() -> None:
    lines = split_lines("1 A book, p. 3\nThe text says so.1 And so.2\n2 A book\n")
    assert find_footnotes(lines, {}, raised=False) is None


def test_a_dagger_opens_a_note_without_number() -> None:
    document = parse_text(PAGES.replace("1 Ann", "† Professor of Law.\n1 Ann", 1))
    assert [note.number for note in document.notes] == [1, 2, 3, 4]
    assert "Professor" not in " ".join(passage.text for passage in document.body())


def test_numbers_that_open_lines() -> None:
    lines = split_lines("12 A note\n[3] A note\nno note\n1992 was\n")
    assert [opening_number(line) for line in lines] == [12, 3, None, None]


WORDS = ["river", "mill", "bridge", "ledger", "parish", "boat", "board", "spring", "flood", "stone", "clerk", "tithe"]


def page(number: int, *notes: str, close: str = "") -> str:
    """Give a page of text without layout: markers glued to words, its notes, its number."""
    count = len(WORDS)
    lines = [f"The {WORDS[at]} and the {WORDS[(at + number) % count]} were told of again" for at in range(count)]
    for at, note in enumerate(notes):
        lines[2 * at] += f" and then it stood.{note[0]}{close}"
    return "\n".join((*lines, *notes, str(number)))


@pytest.mark.parametrize("close", ["", ")"])
def test_labels_glued_to_their_notes_and_page_numbers_are_told_apart(close: str) -> None:
    pages = (
        page(1, f"1{close}Olsen, Rivers, 12.", f"2{close}Ibid., 14, where", close=close),
        page(2, f"3{close}A. Lund, Boats, 3.", f"4{close}1790 was a bad year everywhere.", close=close),
        page(3, f"5{close}“Rivers”, 9.", f"6{close}Lund, Boats, 4.", close=close),
    )
    document = parse_text("\n".join(pages))
    blocks = {passage.block: " ".join(passage.text.split()) for passage in document.passages}
    assert [(note.number, blocks[note.block]) for note in document.notes] == [
        (1, "Olsen, Rivers, 12."),
        (2, "Ibid., 14, where"),
        (3, "A. Lund, Boats, 3."),
        (4, "1790 was a bad year everywhere."),
        (5, "“Rivers”, 9."),
        (6, "Lund, Boats, 4."),
    ]
    assert [marker.number for marker in document.markers] == [1, 2, 3, 4, 5, 6]
