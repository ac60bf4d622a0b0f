import pytest

from ibidem.resolve.chain import actors_after, actors_before
from scene import make_actors, make_document

PEOPLE = "Sadat:person; Begin:person; Pius IX:person; CIS:international-organisation; Tajiks:people"


def before(text: str) -> list[str]:
    document = make_document(text)
    (passage,) = document.body()
    found = actors_before(passage, 0, text.index(" signed") + 1, actors=make_actors(document, PEOPLE))
    return [mention.name for mention in found]


def after(text: str) -> list[str]:
    document = make_document(text)
    (passage,) = document.body()
    found = actors_after(passage, text.index("by ") + 3, len(text), actors=make_actors(document, PEOPLE))
    return [mention.name for mention in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("France, Italy and Spain signed", "France Italy Spain"),
        ("In 1992 France along with Italy signed", "France Italy"),
        ("The presidents of France and Italy solemnly signed", "France Italy"),
        ("France (and not Spain) and Italy signed", "France Italy"),
        ("France, on the request of Spain, signed", "France"),
        ("France, at the request of Spain, and Italy signed", "France Italy"),
        ("Egyptian President Sadat and Israeli Prime Minister Begin signed", "Sadat Begin"),
        ("Sadat of Egypt and Begin of Israel signed", "Egypt Israel"),
        ("France said that Italy signed", "Italy"),
        ("France said that they signed", ""),
        ("France was far away from all that the ministers of many other countries in the south signed", ""),
    ],
)
def test_the_subject_of_a_verb(text: str, names: str) -> None:
    assert " ".join(before(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("by France, Italy and the two republics of Estonia and Latvia in May", "France Italy Estonia Latvia"),
        ("by the late Pius IX", "Pius IX"),
        ("by France and other members, and Spain refused", "France Spain"),
        ("by force against France", ""),
        ("by the CIS", "CIS"),
    ],
)
def test_a_list_behind_a_word(text: str, names: str) -> None:
    assert " ".join(after(text)) == names
