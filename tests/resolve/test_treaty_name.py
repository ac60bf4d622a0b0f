import pytest

from ibidem.find.treaty import find_treaties
from ibidem.resolve.instrument import Group
from ibidem.resolve.passages import Readings
from ibidem.resolve.treaty_mention import read_mention
from ibidem.resolve.treaty_name import best_mention, treaty_name
from ibidem.story import Act, Capacity, Participation
from scene import make_actors, make_document

NAMES = {"fr": "France", "it": "Italy", "es": "Spain"}


def group_of(text: str) -> Group:
    document = make_document(text)
    readings, actors = Readings(), make_actors(document)
    group = Group()
    for candidate in sorted(find_treaties(document)):
        passage = document.passage_at(candidate.span.start)
        assert passage is not None
        group.add(read_mention(document, candidate, readings.of(passage), actors=actors))
    return group


@pytest.mark.parametrize(
    ("text", "parties", "name"),
    [
        ("The Treaty of Paris of 1951 held.", "fr it", "Treaty of Paris"),
        ("They signed a treaty in 1951.", "fr it es", "Treaty between France, Italy and Spain"),
        ("They signed a treaty in 1951.", "fr", "Treaty with France"),
        ("They signed a treaty in 1951.", "", "Treaty"),
        ("The July 1992 protocol of intentions held.", "fr", "Protocol of intentions"),
        ("The decree of President Smith of 4 May 1992 on trade held.", "", "Decree on trade"),
        ("They issued a joint statement in 1992.", "fr it", "Joint statement of France and Italy"),
        ("In 1992 France and Italy agreed to form a union.", "fr it", "Agreement to form a union"),
        ("A Franco-Italian treaty of 1951 held.", "fr it", "Franco-Italian treaty"),
        ("UN Resolution 1992 was adopted.", "", "UN Resolution 1992"),
    ],
)
def test_names(text: str, parties: str, name: str) -> None:
    taking_part = tuple(Participation(key, Capacity.PARTY, Act.SIGNED, None) for key in parties.split())
    assert treaty_name(group_of(text), taking_part, names=NAMES) == name


def test_a_name_names_better_than_a_description() -> None:
    group = group_of("They signed a treaty on trade and peace in 1951. The Treaty of Paris held. The treaty was good.")
    assert best_mention(group).candidate.exact == "Treaty of Paris"
