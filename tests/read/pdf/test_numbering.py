"""The numbers of lines beside the text are told from labels of notes and from figures in it."""

from ibidem.read.pdf.numbering import line_numbers
from ibidem.read.pdf.page import Font, Glyphs


def glyphs(text: str, left: float, base: float, size: float = 10.0) -> Glyphs:
    return Glyphs(text, left, left + 0.5 * size * len(text), base, size, Font())


TEXT = [glyphs("the river rose in the night", 90, 700 - 12 * at) for at in range(30)]


def test_numbers_that_count_the_lines_are_found() -> None:
    numbers = [glyphs(str(at + 1), 60, 700 - 12 * at, 6) for at in range(30)]
    assert line_numbers([*TEXT, *numbers]) == frozenset(numbers)


def test_numbers_of_every_fifth_line_are_found() -> None:
    numbers = [glyphs(str(at), 60, 700 - 12 * at, 6) for at in range(5, 30, 5)]
    assert line_numbers([*TEXT, *numbers]) == frozenset(numbers)


def test_labels_of_notes_at_the_edge_of_the_text_are_none() -> None:
    labels = [glyphs(str(at + 1), 90, 300 - 10 * at, 5) for at in range(8)]
    assert not line_numbers([*TEXT, *labels])


def test_numbers_without_a_step_are_none() -> None:
    years = [glyphs(str(year), 60, 700 - 40 * at) for at, year in enumerate((1887, 1902, 1912, 1931, 1954, 1990))]
    assert not line_numbers([*TEXT, *years])


def test_a_page_of_numbers_alone_has_none() -> None:
    assert not line_numbers([glyphs(str(at), 60, 700 - 12 * at) for at in range(20)])
