from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.tagger.decode import Tagger, shipped
from ibidem.parse.tagger.stretch import Stretch, cut_all, mended
from tagged import REFERENCES, made_up

_TAGGER = Tagger(made_up())


def check(texts: list[str], tagger: Tagger) -> None:
    for text, stretches in zip(texts, cut_all(texts, tagger), strict=True):
        assert "".join(text[one.start : one.end] for one in stretches) == text
        assert all(one.start < one.end for one in stretches)
        assert all(left.label != right.label for left, right in pairwise(stretches))
        assert all(0 <= one.probability <= 1.000001 for one in stretches)


@given(st.lists(st.text(max_size=80), max_size=4))
def test_no_character_of_a_reference_vanishes(texts: list[str]) -> None:
    check(texts, _TAGGER)


def test_no_character_vanishes_by_the_shipped_model() -> None:
    spaced = [f"  {text}\t " for text in REFERENCES]
    check([*REFERENCES, *spaced, "", "  ", "\u202eabc\u0301 \U0001d49c, 1990", "x" * 9000], shipped())


def test_the_bracket_of_an_imprint_belongs_to_it() -> None:
    text = "A Title (Durham, NC: Duke, 1992)"
    cut = (Stretch("title", 0, 17, 0.9), Stretch("location", 17, 21, 0.8), Stretch("publisher", 21, len(text), 0.7))
    mends = mended(text, cut)
    assert [text[one.start : one.end] for one in mends] == ["A Title ", "(Durham, NC: ", "Duke, 1992)"]
    assert [one.probability for one in mends] == [0.8, 0.8, 0.7]
    closed = (Stretch("title", 0, 12), Stretch("date", 12, 16))
    assert mended("A (new) Age 1992", closed) == closed


def test_a_title_goes_on_behind_its_colon() -> None:
    text = "Human Rights: In the Wake of War, 1992"
    cut = (Stretch("title", 0, 14, 0.9), Stretch("container-title", 14, 34, 0.5), Stretch("date", 34, len(text)))
    assert mended(text, cut) == (Stretch("title", 0, 34, 0.5), cut[2])


def test_the_title_behind_the_editors_is_their_book_s() -> None:
    text = "A Title, in: K. Weber (Hg.), A Book, 1988"
    cut = (Stretch("title", 0, 9), Stretch("editor", 9, 29), Stretch("title", 29, 37), Stretch("date", 37, len(text)))
    assert [one.label for one in mended(text, cut)] == ["title", "editor", "container-title", "date"]


def test_a_range_before_a_bracket_is_no_part_of_a_title() -> None:
    text = "Neutral Flags 52–53 (2d ed. 1998)"
    cut = (Stretch("title", 0, 20), Stretch("edition", 20, 28), Stretch("date", 28, len(text)))
    assert [text[one.start : one.end] for one in mended(text, cut)] == ["Neutral Flags ", "52–53 ", "(2d ed. ", "1998)"]
    told = (*cut[:2], Stretch("pages", 28, len(text)))
    assert mended(text, told) == told
