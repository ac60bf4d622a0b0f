import pytest

from ibidem.find.actor import find_actors
from scene import make_document


def short(text: str) -> list[str]:
    found = [item for item in find_actors(make_document(text)) if item.found_by == "actor-short"]
    return [f"{item.exact} = {item.feature('core')}" for item in sorted(found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Trade Commission met. It was late when the Commission rose.", ["Commission = trade commission"]),
        ("The Trade Commission met.\n\nIt was late.\n\nThen the Commission rose.", ["Commission = trade commission"]),
        ("It was late when the Commission rose. The Trade Commission met.", []),
        ("The Trade Commission met. It was late when the commission rose.", []),
        ("The Trade Commission met. It was late when the Commission of Inquiry rose.", []),
        (
            "The Trade Commission met. The Peace Commission met. It was late when the Commission rose.",
            ["Commission = peace commission"],
        ),
        ("The Trade Commission met. The Peace Commission met.\n\nIt rained.\n\nThen the Commission rose.", []),
    ],
)
def test_a_body_is_meant_by_its_noun(text: str, found: list[str]) -> None:
    assert short(text) == found
