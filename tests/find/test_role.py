import pytest

from ibidem.candidate import CandidateKind
from ibidem.find.actor import find_actors
from scene import hold, make_document


def roles(text: str) -> list[str]:
    document = make_document(text)
    candidates = [item for item in find_actors(document) if item.kind is CandidateKind.ROLE]
    hold(document, candidates)
    cells = []
    for item in candidates:
        places = {name: item.feature(name) for name in ("holder", "owner")}
        printed = {name: text[slice(*map(int, place.split("-")))] for name, place in places.items() if place}
        said = [item.feature("label"), printed.get("owner"), printed.get("holder"), item.feature("date")]
        cells.append("|".join(value or "" for value in said))
    return cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the French Prime Minister Léon Blum left", ["Prime Minister|French|Léon Blum|"]),
        ("Urho Kekkonen, President of Finland (1956-82), left", ["President|Finland|Urho Kekkonen|1956/1982"]),
        ("Edward Grey, Foreign Secretary from 1905 to 1916, left", ["Foreign Secretary||Edward Grey|1905/1916"]),
        ("President Islam Karimov of Uzbekistan left", ["President|Uzbekistan|Islam Karimov|"]),
        ("the French army, led by Ferdinand Foch, won", ["leader|French army|Ferdinand Foch|"]),
        ("the French president warned us", ["president|French||"]),
        ("the king was old", []),
        ("General Grant was old", []),
    ],
)
def test_roles(text: str, expected: list[str]) -> None:
    assert roles(text) == expected
