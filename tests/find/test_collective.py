from pathlib import Path

import pytest

from ibidem.find.collective import find_collectives
from ibidem.find.scene import scenes
from scene import make_document
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "collective.tsv")


def cores(text: str) -> str:
    chunks = (chunk for _, scene in scenes(make_document(text)) for chunk in find_collectives(scene))
    return "; ".join(f"{chunk.core}@{chunk.states or '-'}" for chunk in chunks)


def test_table_is_whole() -> None:
    assert len(CASES) == 27


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_names_of_one_thing_share_their_core(case: dict[str, str]) -> None:
    assert (cores(case["text"]) == case["cores"]) == (case["status"] == "ok"), cores(case["text"])


@pytest.mark.parametrize(
    "text",
    [
        "He went to Moscow and lived near Paris.",
        "The Tajik-Afghan border and Danish cheese.",
        "New England, Mexico City and New South Wales.",
        "The Congress of Vienna met.",
        "High Contracting Parties and the trade union.",
        "They have neither an army nor their own border guards.",
    ],
)
def test_places_descriptions_and_phrases_are_no_collectives(text: str) -> None:
    assert not cores(text)
