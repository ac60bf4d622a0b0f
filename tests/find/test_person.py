import pytest

from ibidem.find.office import find_offices
from ibidem.find.person import RULES, find_persons
from ibidem.find.scene import scenes
from scene import make_document


def evidence(text: str, known: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    [(_, scene)] = scenes(make_document(text))
    offices = list(find_offices(scene, []))
    busy = [any(office.first <= at < office.last for office in offices) for at in range(len(scene.tokens))]
    found = find_persons(scene, busy=busy, offices=offices, known=known)
    return [(" ".join(token.text for token in scene.tokens[one.first : one.last]), one.evidence) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when President Nixon left", [("Nixon", "office")]),
        ("when Queen Victoria died", [("Victoria", "crown")]),
        ("when General Toporov left", [("Toporov", "title")]),
        ("the journalist Ole Punfilov", [("Ole Punfilov", "occupation")]),
        ("the singer Ella", []),
        ("when Boris Petkel left", [("Boris Petkel", "given")]),
        ("when Mao Zedong left", [("Mao Zedong", "given")]),
        ("when R. Alimov left", [("R Alimov", "initials")]),
        ("and Petkel, the party chairman, left", [("Petkel", "apposed")]),
        ("Boris Petkel and Turazonzoda left", [("Boris Petkel", "given"), ("Turazonzoda", "listed")]),
        ("according to Hobsbawm it ended", [("Hobsbawm", "spoken")]),
        ("an army led by Chiang", [("Chiang", "spoken")]),
        ("the peace of Locarno held", []),
        ("at Locarno and in Spa argued", []),
        ("the Pravda reported it, and Izvestia reported more", []),
        ("many Parisians argued", []),
        ("the Elbe rose", []),
    ],
)
def test_evidence(text: str, expected: list[tuple[str, str]]) -> None:
    assert evidence(text) == expected


def test_known_family_names_are_names_in_other_spellings_too() -> None:
    known = frozenset({"masood", "~masud"})
    assert evidence("and then Masood and Massoud fled", known) == [("Masood", "known"), ("Massoud", "known")]


def test_every_evidence_has_a_rule() -> None:
    assert all(rule == f"actor-person-{kind}" for kind, rule in RULES.items())
