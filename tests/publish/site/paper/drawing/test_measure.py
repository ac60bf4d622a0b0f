from hypothesis import given
from hypothesis import strategies as st

from ibidem.publish.site.paper.drawing.measure import fitted, text_width, wrapped


def test_letters_have_their_widths() -> None:
    assert text_width("ill", 10) < text_width("aaa", 10) < text_width("WWW", 10)
    assert text_width("条約", 10) >= 20
    assert text_width("e\N{COMBINING ACUTE ACCENT}", 10) == text_width("e", 10)


def test_a_text_that_fits_is_left_alone_and_another_is_cut_at_a_word() -> None:
    assert fitted("Treaty of Zenda", 200, 13) == "Treaty of Zenda"
    assert fitted("Treaty of Zenda and all its protocols", 120, 13) == "Treaty of Zenda…"


@given(st.text(max_size=200), st.floats(60, 600), st.integers(1, 3))
def test_no_line_is_wider_than_it_may_be(text: str, width: float, lines: int) -> None:
    set_text = wrapped(text, width, 13, lines=lines)
    assert 1 <= len(set_text) <= lines
    assert all(text_width(line, 13) <= width for line in set_text)


def test_a_text_is_set_in_lines_and_loses_only_what_does_not_fit() -> None:
    words = "Agreement on the protection of the border and of other installations"
    assert " ".join(wrapped(words, 250, 13, lines=3)) == words
    assert wrapped(words, 150, 13, lines=2)[-1].endswith("…")
