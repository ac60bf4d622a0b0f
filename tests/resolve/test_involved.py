import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.resolve.involved import Told, involved
from scene import make_actors, make_document


@pytest.mark.parametrize(
    ("text", "date", "keys"),
    [
        ("In 1992 France sold arms to Egypt.", "1992", "france egypt"),
        ("In 1992 Spain left, while Italy stayed.", "1992", "spain"),
        ("Spain ceded it in 1898, which Cuba resented.", "1898", "spain"),
        ("The invasion of Finland began in 1939.", "1939", "finland"),
        ("The independence of Finland was declared in 1917.", "1917", ""),
        ("In 1917 they spoke of Poland and Finland.", "1917", ""),
        ("In 1917 they fought in Poland, Finland.", "1917", ""),
        ("In 1917 they saw Norway's king and Sweden.", "1917", "sweden"),
        ("In 1914 the ambassador to France left.", "1914", ""),
    ],
)
def test_who_takes_part(text: str, date: str, keys: str) -> None:
    document = make_document(text)
    (passage,) = document.body()
    at = text.index(date)
    told = Told(passage, 0, len(text), (at, at + len(date)), ())
    assert involved(told, make_actors(document), place=None, sentence=(0, 0)) == tuple(keys.split())


def test_pronouns_and_bare_verbs_take_their_subject_from_before() -> None:
    text = "Smith met Jones in Rome. They left in 1992 and returned in 1993."
    document = make_document(text)
    (passage,) = document.body()
    actors = make_actors(document, "Smith:person; Jones:person")
    clause = text.index("They"), text.index(" and")
    told = Told(passage, *clause, (clause[1] - 4, clause[1]), ())
    assert involved(told, actors, place=None, sentence=(0, clause[0])) == ("smith", "jones")
    again = text.index("returned")
    told = Told(passage, again, len(text), (len(text) - 5, len(text) - 1), ())
    assert involved(told, actors, place=None, sentence=(0, again)) == ("smith",)


@given(st.text(alphabet="France and of, which he \n", max_size=200))
def test_any_text(text: str) -> None:
    document = make_document(text)
    for passage in document.body():
        told = Told(passage, 0, len(passage.text), (0, 0), ())
        involved(told, make_actors(document), place=None, sentence=(0, 0))
