"""Stretches of letters become lines: what is raised, what is a space, what is drawn out of order."""

import pytest

from ibidem.read.pdf.lines import read_lines
from ibidem.read.pdf.page import Font, Glyphs, Line, Sheet


def glyphs(text: str, left: float, base: float = 700.0, size: float = 10.0, *, wide: float = 0.5) -> Glyphs:
    return Glyphs(text, left, left + wide * size * len(text), base, size, Font("Serif"))


def line(*held: Glyphs) -> Line:
    read, _ = read_lines(Sheet(1, 595, 842, held, ()))
    assert len(read) == 1
    return read[0]


def raised(one: Line) -> list[str]:
    return [span.of(one.text) for span in one.raised]


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        (glyphs("12", 120, 703.5, 6), ["12"]),
        (glyphs("12", 120, 704.0, 10), ["12"]),
        (glyphs("12", 120, 701.0, 7), ["12"]),
        (glyphs("12", 120, 700.0, 7), []),
        (glyphs("2", 120, 697.5, 6), []),
    ],
    ids=["small and high", "high", "small and a little high", "small on the line", "below the line"],
)
def test_what_stands_above_the_line_is_raised(mark: Glyphs, found: list[str]) -> None:
    assert raised(line(glyphs("boats.", 90), mark, glyphs("They rose", 140))) == found


def test_small_capitals_are_not_raised() -> None:
    one = line(glyphs("T", 90), glyphs("HE", 95, size=8), glyphs("R", 108), glyphs("IVER", 113, size=8))
    assert one.text == "THE RIVER"
    assert one.size == 10
    assert not one.raised


def test_letters_drawn_one_by_one_make_words() -> None:
    letters = [glyphs(letter, 90 + 5 * at) for at, letter in enumerate("two words") if letter != " "]
    assert line(*letters).text == "two words"


def test_a_line_drawn_out_of_order_is_put_in_order() -> None:
    assert line(glyphs("rose", 140), glyphs("The river", 90)).text == "The river rose"


def test_columns_drawn_row_by_row_are_parted() -> None:
    rows = [
        one
        for at in range(12)
        for one in (glyphs("left column text", 90, 700 - 12 * at), glyphs("right column text", 190, 700 - 12 * at))
    ]
    read, _ = read_lines(Sheet(1, 595, 842, tuple(rows), ()))
    assert len(read) == 24
    assert {one.text for one in read} == {"left column text", "right column text"}


def test_letters_set_sideways_are_kept_apart() -> None:
    stamp = Glyphs("Downloaded", 10, 60, 400, 8, Font(), turned=True)
    upright, turned = read_lines(Sheet(1, 595, 842, (glyphs("The river", 90), stamp), ()))
    assert [one.text for one in upright] == ["The river"]
    assert [one.text for one in turned] == ["Downloaded"]
