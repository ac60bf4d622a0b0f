import pytest

from ibidem.find.dialogue import dialogue_turns
from scene import make_document


def turns(text: str) -> list[str]:
    passages = make_document(text).body()
    return [
        " | ".join(passages[index].text[one.start : one.end] for one in said)
        for index, said in dialogue_turns(passages)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("—Vamos —dijo Arrieta—. Es tarde.", ["Vamos | Es tarde."]),
        ("—¿Vamos? —preguntó Arrieta.\n\n—Vamos.", ["¿Vamos?", "Vamos."]),
        ("— Nous partons, dit Vasseur, demain.", ["Nous partons | demain."]),
        ("— Nous partons ! dit Vasseur.", ["Nous partons !"]),
        ("— We go, said Brown.", ["We go"]),
        ("— Мы идём, — сказал Ветров, — домой.", ["Мы идём | домой."]),
        ("— Bread\n\n— Milk\n\n— Wine", []),
        ("It rained — and how — all day, said Brown.", []),
        ("— a small thing, said Brown.", []),
    ],
)
def test_what_is_said_behind_dashes(text: str, said: list[str]) -> None:
    assert turns(text) == said
