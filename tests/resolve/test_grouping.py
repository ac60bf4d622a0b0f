import pytest

from ibidem.find.treaty import find_treaties
from ibidem.resolve.grouping import group_instruments
from ibidem.resolve.passages import Readings
from ibidem.resolve.treaty_mention import read_mention
from scene import make_actors, make_document


def groups(text: str) -> list[list[str]]:
    document = make_document(text)
    readings, actors = Readings(), make_actors(document)
    seen = []
    for candidate in sorted(find_treaties(document)):
        passage = document.passage_at(candidate.span.start)
        assert passage is not None
        seen.append(read_mention(document, candidate, readings.of(passage), actors=actors))
    found, left = group_instruments(seen)
    whole = [[item.candidate.exact for item in group.seen] for group in found]
    return [*whole, ["-", *(item.candidate.exact for item in left)]] if left else whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Treaty of Paris held. The treaty was good.", [["Treaty of Paris", "treaty"]]),
        ("The Treaty of Paris held. The Treaty of Rome held.", [["Treaty of Paris"], ["Treaty of Rome"]]),
        (
            "The Treaty of Paris of 1814 held. The Treaty of Paris of 1815 held.",
            [["Treaty of Paris"], ["Treaty of Paris"]],
        ),
        (
            "The Collective Security Treaty held. The treaty on collective security was expanded.",
            [["Collective Security Treaty", "treaty on collective security"]],
        ),
        ("The Holy Alliance of 1815 held. The pact was good.", [["Holy Alliance", "pact"]]),
        ("The Treaty of Paris held.\n\nA.\n\nB.\n\nC.\n\nThe treaty was good.", [["Treaty of Paris"], ["-", "treaty"]]),
        ("The Treaty of Paris held.\n\nA.\n\nB.\n\nC.\n\nThe Treaty was good.", [["Treaty of Paris", "Treaty"]]),
        ("They praised the treaty. Later the Treaty of Paris held.", [["Treaty of Paris"], ["-", "treaty"]]),
        (
            "The Treaty on Union (TU) was signed. The TU held. The treaty, known as the Treaty of Rome, held.",
            [["Treaty on Union", "TU", "TU", "treaty", "Treaty of Rome"]],
        ),
        (
            "An agreement on peace was signed in Paris on 27 January 1973. The Paris Peace Accord of 1973 held.",
            [["agreement on peace", "Paris Peace Accord"]],
        ),
        (
            "An agreement on trade was signed in Paris on 27 January 1973. The Paris Peace Accord of 1973 held.",
            [["agreement on trade"], ["Paris Peace Accord"]],
        ),
        ("The Treaty of Paris held. A treaty with Spain was signed in 1951.", [["Treaty of Paris"], ["treaty"]]),
    ],
)
def test_mentions_of_one_instrument_stand_together(text: str, found: list[list[str]]) -> None:
    assert groups(text) == found
