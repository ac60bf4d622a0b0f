import pytest

from ibidem.resolve.phrase import named_phrase
from ibidem.resolve.scene import Scene
from scene import make_actors, make_document

ACTORS = "Brown; General Assembly:government-body"


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Brown", ["Brown"]),
        ("the General Assembly", ["General Assembly"]),
        ("the foreign minister, Brown,", ["Brown"]),
        ("the delegates who had come with Brown", []),
    ],
)
def test_a_phrase_names_somebody_at_its_head_or_behind_his_office(phrase: str, names: list[str]) -> None:
    document = make_document(f"{phrase} heard it")
    scene = Scene.of(document.passages[0], quoted=(), actors=make_actors(document, ACTORS))
    found = named_phrase(scene, 0, len(phrase))
    assert [scene.text[item.start : item.end] for item in (found.names if found else ())] == names
