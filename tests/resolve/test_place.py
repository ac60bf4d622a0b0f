from collections.abc import Callable
from functools import partial

import pytest

from growth import check_linear
from ibidem.document import Document, Part, PartKind
from ibidem.resolve.place import find_place, is_locative, make_place, merge_places
from ibidem.span import Span
from scene import make_actors, make_document

PEOPLE = "Smith:person; Security Council:government-body"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They met in Moscow in 1992", "Moscow"),
        ("They met at The Hague", "The Hague"),
        ("They met in the city of Rome in Italy", "Rome"),
        ("They met in Italy", "Italy"),
        ("They met in northern Italy", "Italy"),
        ("At the Almaty meeting they spoke", "Almaty"),
        ("They fought on the Franco-German border", "Franco-German border"),
        ("They met in Parliament", None),
        ("They met in May", None),
        ("They met in Russian", None),
        ("He believed in Smith", None),
        ("At the Security Council they met", None),
        ("In Russia's view they met", None),
        ('He said: "I was in Paris"', None),
        ("In NATO they met", None),
        ("They went into Kulyab", "Kulyab"),
        ("They visited Rome", "Rome"),
        ("They fled to Italy", "Italy"),
        ("They sold arms to Italy", None),
        ("The Moscow Conference met in Article 4", "Moscow"),
    ],
)
def test_where_it_was(text: str, place: str | None) -> None:
    document = make_document(text)
    (passage,) = document.body()
    found = find_place(document, passage, 0, len(text), actors=make_actors(document, PEOPLE), event=True)
    assert (found.name if found else None) == place
    assert found is None or found.mentions[0].exact == place


def test_a_state_behind_in_is_a_place_and_behind_with_an_actor() -> None:
    document = make_document("In northern Italy they met with Spain, from Norway.")
    (passage,) = document.body()
    found = {mention.name: is_locative(passage, mention) for mention in make_actors(document).mentions}
    assert found == {"Italy": True, "Spain": False, "Norway": True}


def test_places_of_equal_name_are_one() -> None:
    document = make_document("They met in Rome. They left in Rome.")
    (passage,) = document.body()
    actors = make_actors(document)
    places = [find_place(document, passage, at, at + 17, actors=actors) for at in (0, 18)]
    (rome,) = merge_places([place for place in places if place])
    assert (rome.key, len(rome.mentions)) == ("rome", 2)


def test_places_merge_in_linear_time() -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = "in Moscow, " * size
        document = Document.of(text, parts=[Part(PartKind.PARAGRAPH, Span(0, len(text)), 0)])
        starts = range(3, len(text), len("in Moscow, "))
        places = [make_place("Moscow", document.mention(Span(start, start + 6))) for start in starts]
        (merged,) = merge_places(places[:3])
        assert [mention.span.start for mention in merged.mentions] == [3, 14, 25]
        return partial(merge_places, places)

    check_linear(prepare, 400)
