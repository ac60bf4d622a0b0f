from pathlib import Path

import pytest

from acceptance import shared_paper
from ibidem.errors import InputError
from ibidem.score.gold import Link, NotesGold, QuotesGold, read_json_gold


def written(folder: Path, text: str) -> Path:
    path = folder / "gold.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_content_says_which_reading_it_is(tmp_path: Path) -> None:
    notes = read_json_gold(written(tmp_path, '{"scope": "notes 1-2", "notes": {"1": {"kind": "full", "checked": 1}}}'))
    assert isinstance(notes, NotesGold)
    assert not notes.whole
    assert isinstance(read_json_gold(written(tmp_path, '{"quotes": [{"quote": "a", "speaker": null}]}')), QuotesGold)
    links = read_json_gold(
        written(tmp_path, '[{"doc": "a.xml", "note": "1", "id": "b", "text": "Id.", "kind": "ibid", "final": ["a"]}]')
    )
    assert links == (Link("a.xml", "1", "b", "Id.", "ibid", ("a",)),)


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"notes": {"one": {"kind": "full"}}}', '{"notes": {"1": {"kind": "odd"}}}', '"a"']
)
def test_what_is_no_reading_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        read_json_gold(written(tmp_path, text))


def test_a_note_without_parts_holds_a_reference_of_its_kind(tmp_path: Path) -> None:
    gold = read_json_gold(written(tmp_path, '{"notes": {"1": {"kind": "ibid", "source": "3"}, "2": {"kind": "xref"}}}'))
    assert isinstance(gold, NotesGold)
    assert [part.source for part in gold.notes["1"].references()] == ["3"]
    assert gold.notes["2"].references() == ()


@pytest.mark.acceptance
def test_the_readings_beside_the_project_are_read() -> None:
    paths = sorted(shared_paper(".").glob("*/gold-*.json"))
    assert len(paths) >= 6
    assert all(read_json_gold(path) for path in paths)
