import pytest

from ibidem.parse.fields import Draft
from ibidem.parse.host import read_container

PRINTED = [
    (', in K. Warikoo (ed.) "Central Asia : New Order" Har-Anand', "Central Asia: New Order", ["K. Warikoo"], True),
    (", in Socio-Legal Studies, ed. P.A. Thomas (\0", "Socio-Legal Studies", ["P. A. Thomas"], True),
    (" *Contemporary Central Asia*, ", "Contemporary Central Asia", [], False),
    (", Journal of Peace, \0", "Journal of Peace", [], False),
    (", *Regional Studies Institute of Regional Studies*, ", "Regional Studies", [], False),
    (". In: Essays, translated by D. Smith. London", "Essays", [], True),
]


@pytest.mark.parametrize(("after", "container", "editors", "in_book"), PRINTED)
def test_what_a_title_stands_in(after: str, container: str, editors: list[str], in_book: bool) -> None:
    draft = Draft("A Title" + after, "A Title" + after)
    draft.take("title", 0, 7)
    assert read_container(draft, 7, numbered=False, daily=False) == in_book
    found = draft.get("container")
    assert found is not None and found.value == container
    assert [piece.value for piece in draft.pieces if piece.name == "container-editor"] == editors


def test_the_volume_of_a_book_is_no_container() -> None:
    draft = Draft("*The History*, *Origins* (Cambridge")
    draft.take("title", 0, 13)
    assert not read_container(draft, 13, numbered=True, daily=False, book=True)
    assert not draft.has("container")
