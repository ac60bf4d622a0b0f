from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.sign import is_closed, is_comment, is_reference


def test_comment_and_reference() -> None:
    assert is_comment("This would include teaching degree students.")
    assert not is_comment("J. Smith, The Law of Contract (1989)")
    assert is_reference("J. Smith, The Law of Contract (1989)") and not is_reference("Some fail wholly.")


def test_a_whole_reference_has_more_than_names() -> None:
    assert is_closed("J. Smith, *The Law of Contract* (1989), 3.")
    assert not is_closed("J. Smith and A. Bee, 1989")


def test_passim_and_the_paper_itself_are_no_references() -> None:
    assert not is_reference("and *passim*")
    assert not is_reference("See section 3 above")


@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    assert is_reference(text) in (True, False) and is_comment(text) in (True, False)
