import pytest

from ibidem.find.collective import find_collectives
from ibidem.find.office import Office, find_offices
from ibidem.find.scene import scenes
from scene import make_document


def offices(text: str) -> list[Office]:
    [(_, scene)] = scenes(make_document(text))
    return list(find_offices(scene, list(find_collectives(scene))))


@pytest.mark.parametrize(
    ("text", "title", "states", "former", "plural"),
    [
        ("the Russian Minister of Defence", "Minister of Defence", "RU", False, False),
        ("former First Deputy Foreign Minister of Russia", "First Deputy Foreign Minister", "RU", True, False),
        ("the then Tajik president", "president", "TJ", False, False),
        ("Secretary of State for War", "Secretary of State for War", "", False, False),
        ("the Finnish Dy. Defence Minister", "Deputy Defence Minister", "FI", False, False),
        ("the prime ministers of France", "prime minister", "FR", False, True),
        ("ex-president of Peru", "president", "PE", True, False),
        ("the People's Commissar for Foreign Affairs", "People's Commissar for Foreign Affairs", "", False, False),
    ],
)
def test_titles(text: str, title: str, states: str, former: bool, plural: bool) -> None:
    [office] = offices(text)
    assert (office.title, office.states, office.former, office.plural) == (title, states, former, plural)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("the UN Secretary-General", (1, 2)),
        ("chairman of the Supreme Court", (3, 5)),
        ("the Labour Party's leader", (1, 3)),
        ("the Labour Party's best known leader", (1, 3)),
        ("Governor of Bengal", (2, 3)),
        ("the ambassador to France Count Moltke", (3, 4)),
        ("a leader", None),
    ],
)
def test_owners(text: str, owner: tuple[int, int] | None) -> None:
    assert offices(text)[0].owner == owner


def test_ranks_go_before_names_only() -> None:
    assert [office.bare for office in offices("General Grant met Lord North and King George")] == [True, True, False]


def test_a_rank_inside_a_name_is_no_title() -> None:
    assert not offices("when Ahmad Shah Durrani fell")
