import pytest

from ibidem.resolve.support import pointers_by_span, supporting_pointers
from scene import make_document, make_pointers

TEXT = "One.[1] Two. Three.[2][3] Four."


@pytest.mark.parametrize(("word", "keys"), [("One", ("1",)), ("Two", ("2", "3")), ("Three", ("2", "3")), ("Four", ())])
def test_the_next_marker_closes_the_run_of_sentences(word: str, keys: tuple[str, ...]) -> None:
    document = make_document(TEXT)
    known = pointers_by_span(make_pointers(document))
    passage = document.passages[0]
    assert supporting_pointers(passage, passage.text.index(word) + len(word), pointers=known) == keys


def test_a_paragraph_without_markers_has_no_support() -> None:
    assert supporting_pointers(make_document("One. Two.").passages[0], 3, pointers={}) == ()
