import pytest

from ibidem.find.collective import find_collectives
from ibidem.find.scene import scenes
from scene import make_document


def speaking(text: str) -> list[str]:
    return [
        " ".join((f"{chunk.rule[6:]}:", *(token.text for token in scene.tokens[chunk.first : chunk.last])))
        for _, scene in scenes(make_document(text))
        for chunk in find_collectives(scene)
        if chunk.rule in ("actor-press", "actor-speaking")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the end the Times of London reported that it rained.", ["press: Times"]),
        ("In the end the Veldhaven Courant noted that it rained.", ["press: Veldhaven Courant"]),
        ("According to the Times, it rained.", ["press: Times"]),
        ("In hard times the Times was sold for a penny.", []),
        ("In the end CloudBarn argued that it rained.", ["speaking: CloudBarn"]),
        (
            "In the end Engine Advocacy, for instance, argued that the advocacy of rain failed.",
            ["speaking: Engine Advocacy"],
        ),
        ("In the end DeWitt and McDonald argued that it rained.", []),
        ("In the end CloudBarn was sold.", []),
        ("In the end the Rain Report stated that a report was due.", []),
        ("AT&T has described it as rain.", ["speaking: AT&T"]),
    ],
)
def test_what_speaks_and_is_no_person(text: str, found: list[str]) -> None:
    assert speaking(text) == found
