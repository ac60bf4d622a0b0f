"""Notes set one behind the other, in columns of their own or in the margin are as many as their markers."""

from pathlib import Path

import pytest

from ibidem.document import Document, Passage
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


def text(*marks: str, said: tuple[str, ...] = RIVER) -> list[Put]:
    """Give a paragraph for each raised number."""
    held: list[Put] = []
    for at, mark in enumerate(marks):
        held += lines(*said, top=760 - 62 * at)
        held.append(Put(held[-1].x + held[-1].width, held[-1].y + 4, mark, 6))
    return held


def row(*pieces: str, x: float = 70, y: float) -> list[Put]:
    """Give a line of notes; a piece between bars is a raised label."""
    held: list[Put] = []
    for piece in pieces:
        label = piece.startswith("|")
        held.append(Put(x, y + 3 * label, piece.strip("|"), 5 if label else 8))
        x += held[-1].width
    return held


def said(held: Document) -> dict[tuple[str | None, int], str]:
    blocks = {passage.block: passage.text.strip() for passage in held.passages}
    return {(note.section, note.number): blocks[note.block] for note in held.notes}


RUN_IN: list[Put | Rule] = [
    *text("1", "2", "3", "4"),
    Rule(70, 170, 100),
    *row("|1|", "Olsen, Rivers, 12. ", "|2|", "See Lund, Boats, p. ", y=160),
    *row("3, n. 2. ", "|3|", "Ibid. ", "|4|", "1860 was dry: Olsen, 7.", y=150),
]


def test_notes_one_behind_the_other_are_cut_at_their_labels() -> None:
    held = document(RUN_IN)
    assert said(held) == {
        (None, 1): "Olsen, Rivers, 12.",
        (None, 2): "See Lund, Boats, p. 3, n. 2.",
        (None, 3): "Ibid.",
        (None, 4): "1860 was dry: Olsen, 7.",
    }
    assert [marker.number for marker in held.markers] == [1, 2, 3, 4]
    places = {
        note.number: held.origin_at(passage.span(0, 1).start)
        for note, passage in zip(held.notes, _notes(held), strict=True)
    }
    boxes = {number: origin.box for number, origin in places.items() if origin and origin.box}
    assert boxes[1][0] < boxes[2][0] and boxes[3][1] == boxes[4][1] < boxes[2][1]


def _notes(held: Document) -> list[Passage]:
    return [next(one for one in held.passages if one.block == note.block) for note in held.notes]


def test_an_edition_raised_inside_a_note_opens_none() -> None:
    held = document(
        [*text("1", "2"), *row("|1|", "Lund, Boats, Oslo ", "|2|", "1998, 3.", y=110), *row("|2|", "Ibid., 4.", y=100)]
    )
    assert said(held) == {(None, 1): "Lund, Boats, Oslo ²1998, 3.", (None, 2): "Ibid., 4."}


@pytest.mark.parametrize("columns", [2, 3])
def test_notes_in_columns_are_read_one_column_after_the_other(columns: int) -> None:
    marks = [str(number) for number in range(1, 2 * columns + 1)]
    foot: list[Put] = []
    for column in range(columns):
        first, second = 2 * column + 1, 2 * column + 2
        x = 70 + 140 * column
        foot += [*row(f"|{first}|", f"Olsen, Rivers, {first}0, at", x=x, y=130), *row("the end.", x=x, y=120)]
        foot += row(f"|{second}|", f"Lund, Boats, {second}.", x=x, y=110)
    held = document([*text(*marks), *foot])
    assert said(held) == {
        (None, number): f"Olsen, Rivers, {number}0, at the end." if number % 2 else f"Lund, Boats, {number}."
        for number in range(1, 2 * columns + 1)
    }


def test_a_label_glued_to_a_year_ends_where_it_is_raised_no_longer() -> None:
    held = document(
        [*text("1", "2"), *row("|1|", "Lund, Boats, 3.", y=110), *row("|2|", "1790 was a bad year everywhere.", y=100)],
        [
            *text("1", "2", said=RIVER[::-1]),
            *row("|1|", "1895 was worse.", y=120),
            *row("|2|", "Olsen, Rivers, 30.", y=110),
        ],
    )
    two = ["Lund, Boats, 3.", "1790 was a bad year everywhere."]
    assert list(said(held).values()) == [*two, "1895 was worse.", "Olsen, Rivers, 30."]


def test_a_note_in_the_margin_on_the_height_of_a_line_is_none_of_it() -> None:
    narrow = ("The river rose in the night and took the bridge", "and the mill; nobody had counted the boats.")
    body = lines(*narrow * 9, top=760)
    rest = ("with the figures of the year", "that the board had not seen.")
    margin: list[Put] = []
    for number, at in enumerate((0, 6, 12), start=1):
        body.append(Put(body[at].x + body[at].width, body[at].y + 4, str(number), 6))
        margin += row(f"|{number}|", f"Olsen, Rivers, {number}0, together", x=378, y=body[at].y)
        margin += [Put(378, body[at].y - 18 * row_, said, 8) for row_, said in enumerate(rest, start=1)]
    laid = document(sorted((*body, *margin), key=lambda put: (-round(put.y / 6), put.x)))
    assert list(said(laid).values()) == [f"Olsen, Rivers, {number}0, together {' '.join(rest)}" for number in (1, 2, 3)]
    assert "Olsen" not in " ".join(passage.text for passage in laid.body())


def test_numbers_with_a_full_stop_open_notes_between_two_sentences_and_none_behind_a_page() -> None:
    held = document(
        [
            *text("1", "2", "3", "4", "5"),
            *row("1. Olsen, Rivers, p. 4. Ibid. 2. Lund, Boats, p. 12. 3.", y=160),
            *row("1860 was dry: Lund.4. See “Rivers”, p. 5. Ibid. is there.", y=150),
            *row("5. Olsen.", y=140),
        ]
    )
    assert [said(held)[None, number] for number in range(1, 6)] == [
        "Olsen, Rivers, p. 4. Ibid.",
        "Lund, Boats, p. 12.",
        "1860 was dry: Lund.",
        "See “Rivers”, p. 5. Ibid. is there.",
        "Olsen.",
    ]


def test_signs_one_behind_the_other_are_notes_too() -> None:
    held = document(
        [
            *text("*", "†", "‡", "§"),
            *row("|*|", "One. ", "|†|", "Two.", y=160),
            *row("Go on. ", "|‡|", "Three. ", "|§|", "Four.", y=150),
        ]
    )
    assert list(said(held).values()) == ["One.", "Two. Go on.", "Three.", "Four."]


def test_small_roman_numerals_number_footnotes() -> None:
    held = document(
        [
            *text("i", "ii", "iii"),
            *row("|i|", "Olsen, Rivers, 4.", y=160),
            *row("|ii|", "Ibid., 12.", y=150),
            *row("|iii|", "Lund.", y=140),
        ]
    )
    assert said(held) == {(None, 1): "Olsen, Rivers, 4.", (None, 2): "Ibid., 12.", (None, 3): "Lund."}
    assert [marker.number for marker in held.markers] == [1, 2, 3]


def test_raised_letters_are_a_run_of_their_own_beside_numbers() -> None:
    body = [*text("1", "a", "2"), *lines("The 3", top=574)]
    body += [Put(100, 578, "e", 6), *row("|1|", "Olsen.", y=160), *row("|a|", "So the minutes.", y=150)]
    held = document([*body, *row("|2|", "Lund.", y=140)])
    assert said(held) == {(None, 1): "Olsen.", ("sign", 1): "So the minutes.", (None, 2): "Lund."}
    assert [(marker.section, marker.number) for marker in held.markers] == [(None, 1), ("sign", 1), (None, 2)]


def test_a_raised_number_in_the_size_of_the_text_opens_a_note_in_small_print() -> None:
    held = document(
        [
            *text("1", "2"),
            *(Put(70, y + 4, number, 10) for y, number in ((160, "1"), (145, "2"))),
            Put(76, 160, "Olsen, Rivers, 12.", 8),
            Put(76, 145, "Ibid., and so on.", 8),
        ]
    )
    assert said(held) == {(None, 1): "Olsen, Rivers, 12.", (None, 2): "Ibid., and so on."}


def test_three_columns_are_read_one_after_the_other() -> None:
    first, *rest = (f"{name} went down to the bridge" for name in ("Ann", "Bea", "Cai"))
    columns = [
        put
        for at, line in enumerate((first, *rest))
        for put in lines(*(f"{line} {row_}" for row_ in range(9)), x=40 + 175 * at, top=700, size=9)
    ]
    held = document([Put(200, 760, "The Slow Ports", 18), *columns])
    text_ = " ".join(passage.text for passage in held.body())
    places = [
        text_.index(f"{name} went down to the bridge {row_}") for name in ("Ann", "Bea", "Cai") for row_ in range(9)
    ]
    assert places == sorted(places)
