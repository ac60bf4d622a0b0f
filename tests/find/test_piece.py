import pytest

from ibidem.find.piece import pieces_at
from ibidem.find.scene import scenes
from scene import make_document


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Polish border troops", "adjective small head"),
        ("Russian Federation Supreme Soviet", "state organisation"),
        ("People's Front", "word head"),
        ("Norway's army", "state"),
        ("7th Armoured Division", "number word head"),
        ("Danish-speaking people", "adjective head"),
        ("Federal Border Guard (FBG) Service", "word word head head"),
        ("lazy dogs", ""),
    ],
)
def test_pieces(text: str, kinds: str) -> None:
    [(_, scene)] = scenes(make_document(f"The {text}"))
    assert " ".join(piece.kind for piece in pieces_at(scene, 1)) == kinds
