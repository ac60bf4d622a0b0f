import pytest

from ibidem.candidate import CandidateKind
from ibidem.find.actor import find_actors
from ibidem.resolve.collective import group_collectives
from scene import make_document


def groups(text: str) -> list[str]:
    named = sorted(item for item in find_actors(make_document(text)) if item.feature("type") != "person")
    found, findings = group_collectives([item for item in named if item.kind is CandidateKind.ACTOR])
    return [f"{group.name}={len(group.candidates)}" for group in found] + [f"?{len(findings)}"] * bool(findings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berlin warned Bonn, and West Germany's reply came. West Germany was new.", ["Germany=1", "West Germany=2"]),
        ("The Greek navy sailed. The Turkish navy sailed.\n\nGreece's navy sank.", ["Greek navy=2", "Turkish navy=1"]),
        (
            "The Secret Service hid.\n\nThe British Secret Service hid too.",
            ["Secret Service=1", "British Secret Service=1"],
        ),
        ("The British Secret Service hid.\n\nThe Secret Service hid.", ["British Secret Service=2"]),
        ("The Central Asian Coalition Force left. The coalition force fled.", ["Central Asian Coalition Force=2"]),
        ("The 3rd Army won. The Polish 3rd Army won.", ["Polish 3rd Army=2"]),
        ("The French and British armies met.", ["French armies=1", "British armies=1"]),
        ("The Russian Ministry of Defence wrote, and the Russian Ministry lied.", ["Russian Ministry of Defence=2"]),
    ],
)
def test_groups(text: str, expected: list[str]) -> None:
    assert groups(text) == expected
