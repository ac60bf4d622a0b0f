import pytest

from ibidem.edtf import Date
from ibidem.resolve.instrument import content_words, narrows, telling_words, weights
from scene import make_actors, make_document


def test_words_that_tell_an_instrument_from_others() -> None:
    assert telling_words("the proposed Treaty of Friendship, May 1992, and Trade") == {"friendship", "trade"}


def test_actors_stand_for_their_words() -> None:
    document = make_document("the Soviet Union's treaty on trade with Soviet Union")
    (passage,) = document.body()
    words = content_words(document, passage, 0, len(passage.text), actors=make_actors(document))
    assert words == {"soviet-union", "trade"}


@pytest.mark.parametrize(
    ("new", "known", "narrower"),
    [("1992-05", "1992", True), ("1992", "1992-05", False), ("1993-05", "1992", False), ("1992", "1992", False)],
)
def test_narrower_dates(new: str, known: str, narrower: bool) -> None:
    assert narrows(Date(new, new), Date(known, known)) == narrower


def test_every_noun_has_one_weight() -> None:
    assert weights()["treaty"] == "strong"
    assert weights()["statement"] == "formal"
