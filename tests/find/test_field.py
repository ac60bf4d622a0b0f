import pytest

from ibidem.find.field import complement_of, owner_behind
from ibidem.find.piece import pieces_at
from ibidem.find.scene import scenes
from scene import make_document


@pytest.mark.parametrize(
    ("text", "states", "area", "field"),
    [
        ("Ministry of Finance", (), "", "finance"),
        ("Ministry of Trade and Industry of Finland", ("FI",), "", "trade and industry"),
        ("Ministry for the Colonies", (), "", "colonies"),
        ("Council of Foreign Bondholders met", (), "", "foreign bondholders"),
        ("Government of the Netherlands", ("NL",), "", ""),
        ("Governments of Central Asia", (), "Central Asia", ""),
        ("Governments of France and Italy", (), "", ""),
        ("Ministry in Paris", (), "", ""),
    ],
)
def test_complements(text: str, states: tuple[str, ...], area: str, field: str) -> None:
    [(_, scene)] = scenes(make_document(text))
    found = complement_of(scene, pieces_at(scene, 0)[0])
    assert (found.states, found.area, found.field) == (states, area, field)


def test_nothing_behind_leaves_the_end() -> None:
    [(_, scene)] = scenes(make_document("the Senate"))
    assert owner_behind(scene, 2).last == 2
