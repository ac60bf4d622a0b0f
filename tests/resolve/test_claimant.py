import pytest

from ibidem.resolve.claimant import find_claimant
from scene import make_actors, make_document

PEOPLE = "Ivanov:person; Petrov:person; IRP:armed-group; Border Guard:military-unit"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to Ivanov, 600 men fell.", "Ivanov"),
        ("According to the chief of the Border Guard, Ivanov, 600 men fell.", "Ivanov"),
        ("600 men fell, as reported by the IRP.", "IRP"),
        ("Another estimate by the IRP was 600 men.", "IRP"),
        ("Ivanov said that 600 men fell.", "Ivanov"),
        ("Ivanov, chief of the Border Guard, reported 600 men.", "Ivanov"),
        ("It was said that 600 men fell.", None),
        ("The IRP was said to have 600 men.", None),
        ("600 men fell, said Ivanov.", None),
        ("600 men fell.", None),
    ],
)
def test_who_says_so(text: str, who: str | None) -> None:
    document = make_document(text)
    (passage,) = document.body()
    found = find_claimant(passage, (0, len(text)), text.index("600"), make_actors(document, PEOPLE))
    assert (found.name if found else None) == who
