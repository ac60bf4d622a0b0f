import pytest

from ibidem.find.abbreviation import short_forms
from ibidem.find.collective import find_collectives
from ibidem.find.scene import scenes
from scene import make_document


def forms(text: str) -> dict[str, str]:
    seen = [(scene, list(find_collectives(scene))) for _, scene in scenes(make_document(text))]
    return {short: term.type for short, term in short_forms(seen).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Workers' Party of Laos (WPL) won.", {"WPL": "political-party"}),
        ("The 7th Armoured Division [AD] won.", {"AD": "military-unit"}),
        ("WPL (Workers' Party) won.", {"WPL": "political-party"}),
        ("The UTO leader spoke.", {"UTO": "political-party"}),
        ("UTO fighters fled.", {"UTO": "armed-group"}),
        ("Members of the NXF fled.", {"NXF": "armed-group"}),
        ("The XAB decided to wait.", {"XAB": "international-organisation"}),
        ("The rules of procedure (ROP) changed; the ROP asked for more.", {}),
        ("Louis XIV decided, and TV changed the world.", {}),
        ("The FCC decided.", {}),
    ],
)
def test_abbreviations_of_actors(text: str, expected: dict[str, str]) -> None:
    assert forms(text) == expected
