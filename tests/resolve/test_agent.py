import pytest

from ibidem.cited import Name
from ibidem.document import Mention
from ibidem.resolve.agent import Roster, abbreviates, fullness
from ibidem.span import Span

ALAM, SHORT = Name("Mohammad Monir Alam", "Alam", "Mohammad Monir"), Name("Mohd. Monir Alam", "Alam", "Mohd. Monir")


def mention(start: int) -> Mention:
    return Mention(Span(start, start + 1), "x", "", "", "x")


def test_equal_and_abbreviated_names_are_one_agent_under_the_fullest() -> None:
    roster = Roster()
    numbers = [roster.add(SHORT, [mention(1)]), roster.add(ALAM, [mention(2)]), roster.add(Name("RIIA"), [mention(3)])]
    assert numbers == [0, 0, 1]
    people = roster.agents()
    assert [(one.key, one.kind, one.name) for one in people] == [
        ("mohammad-monir-alam", "person", ALAM),
        ("riia", "organisation", Name("RIIA")),
    ]
    assert people[0].mentions == (mention(1), mention(2))


def test_a_name_that_fits_two_is_neither() -> None:
    roster = Roster()
    for given in ("Mohammad", "Mohamed", "Mohd."):
        roster.add(Name(f"{given} Alam", "Alam", given), [])
    assert len(roster.agents()) == 3


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Mohd.", "Mohammad", True),
        ("J.", "John", False),
        ("John", "John", True),
        ("John", "Joan", False),
        ("", "", False),
    ],
)
def test_what_abbreviates_what(one: str, other: str, fits: bool) -> None:
    assert abbreviates(Name("x", "X", one or None), Name("x", "X", other or None)) == fits


def test_the_fullest_print() -> None:
    assert max([SHORT, ALAM, Name("M. M. Alam", "Alam", "M. M.")], key=fullness) == ALAM
