import pytest

from ibidem.find.collective import find_collectives
from ibidem.find.holder import Cast, acts_unnamed, commanded, holders_of, owner_behind_name
from ibidem.find.office import find_offices
from ibidem.find.person import find_persons
from ibidem.find.scene import scenes
from scene import make_document


def cast(text: str) -> Cast:
    [(_, scene)] = scenes(make_document(text))
    chunks = list(find_collectives(scene))
    offices = list(find_offices(scene, chunks))
    taken = [*((chunk.first, chunk.last) for chunk in chunks), *((office.first, office.last) for office in offices)]
    busy = [any(first <= at < last for first, last in taken) for at in range(len(scene.tokens))]
    persons = find_persons(scene, busy=busy, offices=offices, known=frozenset())
    return Cast.of(scene, persons=persons, offices=offices, chunks=chunks)


def name(here: Cast, first: int, last: int) -> str:
    return " ".join(token.text for token in here.scene.tokens[first:last])


def held(text: str) -> list[str]:
    here = cast(text)
    return [
        f"{office.title}: {name(here, person.first, person.last)}"
        for office in here.titles.values()
        if not office.bare
        for person in holders_of(here, office)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Prime Minister, General Jan Smuts, left", ["Prime Minister: Jan Smuts"]),
        ("Jan Smuts, then the Prime Minister of South Africa, left", ["Prime Minister: Jan Smuts"]),
        ("Jan Smuts was elected President of South Africa", ["President: Jan Smuts"]),
        ("Presidents Nixon and Brezhnev met", ["president: Nixon", "president: Brezhnev"]),
        ("the party's leaders, such as Jan Smuts and Louis Botha, met", ["leader: Jan Smuts", "leader: Louis Botha"]),
        ("Jan Smuts met the King of Spain", []),
        ("Jan Smuts, who hated the President of France, left", []),
    ],
)
def test_holders(text: str, expected: list[str]) -> None:
    assert held(text) == expected


def test_who_commanded_is_told_by_the_verb() -> None:
    here = cast("The French army, led by General Ferdinand Foch, won.")
    assert [(title, name(here, one.first, one.last)) for _, title, _, one in commanded(here)] == [
        ("leader", "Ferdinand Foch")
    ]


def test_offices_act_without_a_name() -> None:
    here = cast("The French president also warned the British king of Hanover's minister.")
    assert [office.title for office in here.titles.values() if acts_unnamed(here.scene, office)] == ["president"]


def test_the_owner_can_stand_behind_the_name() -> None:
    here = cast("President Jan Smuts of South Africa left.")
    [office], [person] = here.titles.values(), here.begins.values()
    owner = owner_behind_name(here, office, person)
    assert owner is not None and owner.states == "ZA"
