import pytest

from ibidem.find.collective import find_collectives
from ibidem.find.scene import scenes
from scene import make_document


def spoken(text: str) -> list[str]:
    return [
        chunk.core
        for _, scene in scenes(make_document(text))
        for chunk in find_collectives(scene)
        if chunk.rule == "actor-speaking"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two days later the dockers' union replied that no child would go hungry.", ["dockers union"]),
        ("In the end the district court wrote that it rained.", ["district court"]),
        ("In the end the court had to decide whether it rained.", []),
        ("The court of the old house was said to be wet.", []),
        ("A company said that it rained.", []),
        (
            "Im Winter regnete es viel. Dann schrieb niemand mehr, aber das Landgericht Konstanz erklärte das.",
            ["landgericht konstanz"],
        ),
    ],
)
def test_a_body_in_small_letters_counts_where_it_speaks(text: str, found: list[str]) -> None:
    assert spoken(text) == found
