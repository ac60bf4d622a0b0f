from pathlib import Path

import pytest

from ibidem.build import extract_paper
from ibidem.record import Record
from ibidem.story import ActorType
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "candidates.tsv")


def read(text: str, folder: Path) -> Record:
    path = folder / "paper.txt"
    path.write_text(f"On Nothing in Particular\n\n{text}\n", encoding="utf-8")
    return extract_paper(path)[1]


def persons(record: Record) -> str:
    return "; ".join(actor.name for actor in record.actors if actor.type is ActorType.PERSON) or "none"


def quotations(record: Record) -> str:
    names = {actor.key: actor.name for actor in record.actors}
    said = (
        f"{' + '.join(names[key] for key in item.speakers) or 'nobody'}: {item.mention.reading}"
        for item in record.quotations
    )
    return " | ".join(said) or "none"


def test_the_table_is_whole() -> None:
    assert len(CASES) == 28


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_who_is_found_and_who_says_what(case: dict[str, str], tmp_path: Path) -> None:
    record = read(case["text"], tmp_path)
    found = (persons(record), quotations(record))
    assert (found == (case["persons"], case["quotations"])) == (case["status"] == "ok"), found
