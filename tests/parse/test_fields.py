from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.fields import GONE, Draft, clean, clean_title, flat, trim


def test_plain_marks_keep_their_places() -> None:
    assert flat("“A” – b\u00a0c") == '"A" - b c'


def test_values_are_clean() -> None:
    assert clean(" *A : B*, ") == "A: B"
    assert clean("R.R.") == "R.R." and clean("(London") == "London" and clean("FBIS-SOV-") == "FBIS-SOV"
    assert clean_title('Islam or Nationalism?"') == "Islam or Nationalism?"


def test_what_is_taken_is_blank() -> None:
    draft = Draft("A Title, 1990")
    draft.take("title", 0, 8)
    assert draft.rest == GONE * 8 + " 1990"
    piece = draft.get("title")
    assert piece is not None and (piece.start, piece.end, piece.value) == (0, 7, "A Title")
    draft.rename("title", "container")
    assert draft.has("container") and not draft.has("title")


@given(st.text(max_size=100))
def test_offsets_hold(text: str) -> None:
    assert len(flat(text)) == len(text)
    start, end = trim(text, 0, len(text))
    assert 0 <= start <= end <= len(text)
