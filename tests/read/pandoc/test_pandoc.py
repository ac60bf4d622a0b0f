from pathlib import Path

import pytest

from ibidem.document import Document, PartKind
from ibidem.read.pandoc import read


def document(text: str, format: str = "markdown") -> Document:
    return read(text.encode(), path=Path("paper"), format=format)


def notes(found: Document) -> list[tuple[int, str]]:
    blocks = {passage.block: passage.text for passage in found.passages}
    return [(note.number, blocks[note.block]) for note in found.notes]


def markers(found: Document) -> list[int]:
    return [marker.number for marker in found.markers]


def kinds(found: Document) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in found.passages if passage.kind is not PartKind.NOTE]


def test_the_number_of_a_markdown_note_is_its_label() -> None:
    found = document("# T\n\nOne[^7] and[^2].\n\n[^7]: Seven.\n\n[^2]: Two.\n    Goes on.\n\n    And on.\n")
    assert markers(found) == [7, 2]
    assert notes(found) == [(7, "Seven."), (2, "Two. Goes on. And on.")]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("markdown", "T[^a] a[^b] again[^a].\n\n[^b]: Bee.\n\n[^a]: Ay *is*.\n\n[^c]: None.\n"),
        ("rst", "T [1]_ a [2]_ again [1]_.\n\n.. [1] Ay *is*.\n.. [2] Bee.\n.. [3] None.\n"),
        ("org", "T[fn:1] a[fn:2] again[fn:1].\n\n[fn:1] Ay /is/.\n\n[fn:2] Bee.\n\n[fn:3] None.\n"),
    ],
)
def test_a_note_pointed_at_twice_is_one_and_one_pointed_at_by_nothing_is_kept(format: str, text: str) -> None:
    found = document(text, format)
    assert markers(found) == [1, 2, 1]
    assert notes(found) == [(1, "Ay is."), (2, "Bee."), (3, "None.")]
    assert [span.of(found.text) for span in found.italics] == ["is"]
