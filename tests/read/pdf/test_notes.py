"""Where notes begin and end on a page: small quotations, reference lists and exponents are none of them."""

from pathlib import Path

from ibidem.document import BIBLIOGRAPHY, Document, PartKind
from ibidem.read.pdf import read
from pdf_made import Page, Put, Rule, lines, pdf

RIVER = (
    "The river rose in the night and took the bridge, the mill and the",
    "ledgers of the parish with it. Nobody had counted the boats then,",
    "and nobody was asked to. The board met on the next day and said a",
    "word or two of the matter, and then it rose.",
)


def document(*pages: Page) -> Document:
    return read(pdf(pages), path=Path("paper.pdf"), format="pdf")


def text(*, top: float = 760, times: int = 3, mark: str | None = None) -> list[Put]:
    """Give paragraphs of running text, the last one with a raised number at its end."""
    held = [put for at in range(times) for put in lines(*RIVER, top=top - 62 * at)]
    if mark:
        held.append(Put(held[-1].x + held[-1].width, held[-1].y + 4, mark, 6))
    return held


def note(number: int | str, *said: str, y: float, size: float = 8) -> list[Put]:
    first, *rest = said
    label = Put(70, y + 3, str(number), 5)
    return [label, Put(74, y, first, size), *lines(*rest, top=y - 10, size=size)]


def said(held: Document) -> dict[int, str]:
    blocks = {passage.block: passage.text.strip() for passage in held.passages}
    return {note.number: blocks[note.block] for note in held.notes if note.section != BIBLIOGRAPHY}


def kinds(held: Document, kind: PartKind) -> list[str]:
    return [passage.text.strip() for passage in held.passages if passage.kind is kind]


QUOTED = ("It is not the business of the board to explain why", "the river rises; it is to be ready when it does.")


def test_a_quotation_in_the_size_of_the_notes_stays_in_the_text() -> None:
    held = document(
        [*text(mark="1"), *note(1, "Olsen, Rivers, 12. The copy that was used has been lost since,", "and no", y=100)],
        [*text(mark="2"), *lines(*QUOTED, x=110, top=550, size=8), *note(2, "Ibid.", y=100)],
    )
    assert said(held) == {1: "Olsen, Rivers, 12. The copy that was used has been lost since, and no", 2: "Ibid."}
    assert kinds(held, PartKind.QUOTE) == [" ".join(QUOTED)]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    held = document(
        [*text(mark="1"), *note(1, "Olsen, Rivers, 12. The copy that was used has been lost since", y=80)],
        [
            *text(mark="2"),
            *lines("the fire of 1931, and no other is known.", top=110, size=8),
            *note(2, "Ibid.", y=100),
        ],
    )
    assert said(held)[1] == (
        "Olsen, Rivers, 12. The copy that was used has been lost since the fire of 1931, and no other is known."
    )
    assert said(held)[2] == "Ibid."


def test_a_reference_list_in_the_size_of_the_notes_goes_on_no_note() -> None:
    entries = lines(
        "Brandt, K. Paper kingdoms. Basel: Meridian, 1998.",
        "Olsen, A. Rivers. Oxford: Harbour Press, 2019.",
        top=740,
        size=8,
    )
    held = document(
        [*text(mark="1"), *note(1, "Olsen, Rivers, 12, with the figures of", y=80)],
        [Put(70, 760, "References", 8), *entries],
    )
    assert said(held) == {1: "Olsen, Rivers, 12, with the figures of"}
    listed = [note for note in held.notes if note.section == BIBLIOGRAPHY]
    assert len(listed) == 2


def test_a_wrapped_line_that_begins_with_a_number_is_no_note() -> None:
    held = document(
        [
            *text(mark="1"),
            *note(1, "Olsen, Rivers, vol. 3, no.", "2 (1931), with the figures of the board.", y=120),
        ]
    )
    assert said(held) == {1: "Olsen, Rivers, vol. 3, no. 2 (1931), with the figures of the board."}


def test_exponents_mark_no_note() -> None:
    first = lines("They lost 40 km", top=760)
    held = document(
        [
            *first,
            Put(first[0].x + first[0].width, 764, "2", 6),
            *text(top=740, mark="1"),
            *note(1, "Olsen, Rivers, 12.", y=100),
        ]
    )
    assert [marker.number for marker in held.markers] == [1]
    assert "40 km²" in held.text


def test_signs_and_numbers_stand_side_by_side() -> None:
    held = document(
        [
            Put(150, 790, "Ledgers", 18, "bold"),
            Put(150, 770, "Anna Olsen*", 11),
            *text(top=740, mark="1"),
            *note("*", "Professor at Leiden.", y=110),
            *note(1, "Olsen, Rivers, 12.", y=95),
        ]
    )
    assert [(note.section, note.number) for note in held.notes] == [("sign", 1), (None, 1)]
    assert [(marker.section, marker.number) for marker in held.markers] == [("sign", 1), (None, 1)]


def test_notes_below_a_rule_may_be_as_large_as_the_text() -> None:
    held = document(
        [*text(mark="1"), Rule(70, 130, 100), *note(1, "Olsen, Rivers, 12.", y=112, size=10)],
        [*text(mark="2"), Rule(70, 130, 100), *note(2, "Ibid.", y=112, size=10)],
    )
    assert said(held) == {1: "Olsen, Rivers, 12.", 2: "Ibid."}


def test_numbered_lines_without_markers_are_no_notes() -> None:
    held = document(
        [*text(), *(put for at in range(4) for put in note(at + 1, "a line of a listing", y=120 - 12 * at))]
    )
    assert not held.notes
    assert not held.markers


def test_two_markers_at_one_place_lead_to_two_notes() -> None:
    held = document(
        [
            *text(mark="1"),
            *text(top=540, mark="23"),
            *note(1, "Olsen, Rivers, 12.", y=120),
            *note(2, "Ibid.", y=108),
            *note(3, "Brandt, Kingdoms, 7.", y=96),
        ]
    )
    assert [marker.number for marker in held.markers] == [1, 2, 3]
    assert len(said(held)) == 3
