import pytest

from ibidem.parse.body import read_body
from ibidem.parse.fields import Draft

PRINTED = [
    (
        'K. Warikoo (ed.), "Cockpit", in K. Warikoo (ed.) "Asia" Har-Anand Publications, Delhi, ',
        "chapter",
        "author",
    ),
    ('Ann Author, "A Book", New Delhi, ', "book", "author"),
    ("Anne Danielsen, ed., *Musical Rhythm* (Farnham: Ashgate, \0)", "book", "editor"),
    ("Interview with Ann Author in *Izvestia*, ", "interview", "author"),
]


@pytest.mark.parametrize(("printed", "kind", "role"), PRINTED)
def test_type_and_role_of_the_people(printed: str, kind: str, role: str) -> None:
    draft = Draft(printed, printed)
    assert read_body(draft, 0, numbered=False, daily=False) == kind
    assert draft.has(role)


def test_words_in_marks_inside_a_title_are_no_title() -> None:
    printed = "Bramwell, Anna. Blood and Soil: Darré and Hitler’s “Green Party”. Bourne End: Kensal Press, \0"
    draft = Draft(printed)
    read_body(draft, 0, numbered=False, daily=False)
    title = draft.get("title")
    assert title is not None and title.value.startswith("Blood and Soil")


def test_a_title_that_goes_on_behind_its_marks() -> None:
    draft = Draft("R. Koselleck, „Raum“ und „Horizont“ – zwei Kategorien, in: ders., Zukunft, Frankfurt")
    read_body(draft, 0, numbered=False, daily=False)
    title = draft.get("title")
    assert title is not None and title.value.endswith("zwei Kategorien")
