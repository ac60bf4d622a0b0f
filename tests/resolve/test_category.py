import pytest

from ibidem.resolve.category import category_of
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import attribution
from scene import make_actors, make_document


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ('Brown said "no".', "speech"),
        ('Brown wrote to Smith that "nothing new had happened there".', "document"),
        ('In a letter to Smith, Brown said that "nothing new had happened there".', "document"),
        ('Section 4 of the Treaty provides that "the parties shall keep the peace for ever".', "document"),
        ('It was a "wall".', "term"),
        ('It appeared in "The Times of London and of the World".', "term"),
        ('Some said that "nothing new had happened there for a long time".', "speech"),
    ],
)
def test_what_is_quoted(text: str, category: str) -> None:
    document = make_document(text)
    start, end = text.index('"'), text.rindex('"') + 1
    scene = Scene.of(document.passages[0], quoted=((start, end),), actors=make_actors(document, "Brown; Smith"))
    found = attribution(scene, start, end)
    assert category_of(scene, start, end, text[start + 1 : end - 1], found) == category
