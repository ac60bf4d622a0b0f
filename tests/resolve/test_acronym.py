import pytest

from ibidem.cited import Agent, Name
from ibidem.resolve.acronym import written_out
from ibidem.story import Actor, ActorType


def body(name: str, *printed: str, type_: ActorType = ActorType.GOVERNMENT_BODY) -> Actor:
    return Actor("a", type_, name, printed, (), (), ("actor-body",))


def behind(literal: str, kind: str = "organisation") -> Agent:
    return Agent("b", kind, Name(literal), (), ("agent-name",))


BANK = body("National Bank of Romania", "National Bank of Romania", "NBR")


@pytest.mark.parametrize(
    ("letters", "actors", "name"),
    [
        ("NBR", [BANK], "National Bank of Romania"),
        ("MTI", [body("Japanese Ministry of Trade and Industry", "MTI")], "Japanese Ministry of Trade and Industry"),
        ("NBR", [BANK, body("National Board of Roads", "National Board of Roads", "NBR")], "NBR"),
        ("NBR", [body("National Bank", "National Bank", "NBR")], "NBR"),
        ("NBR", [body("Nora B. Ruud", "Nora B. Ruud", "NBR", type_=ActorType.PERSON)], "NBR"),
        ("RBN", [BANK], "RBN"),
        ("N", [body("Navy", "Navy", "N")], "N"),
    ],
)
def test_letters_are_written_out_where_the_text_has_one_body_with_them_in_full(
    letters: str, actors: list[Actor], name: str
) -> None:
    (found,) = written_out((behind(letters),), actors)
    assert found.name.literal == name
    assert ("agent-written-out" in found.rules) == (name != letters)


def test_a_person_keeps_the_name_and_a_name_of_another_agent_is_left_to_it() -> None:
    for agents in ((behind("NBR", "person"),), (behind("NBR"), behind("National Bank of Romania"))):
        assert written_out(agents, [BANK]) == agents
