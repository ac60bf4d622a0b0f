from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.anaphor import find_form, parse_anaphor
from ibidem.words import read_table
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "anaphor.tsv")


def cells(printed: str) -> dict[str, str]:
    read = parse_anaphor(printed)
    if read is None:
        return {"form": "none", "names": "", "title": "", "note": "", "locator": ""}
    return {
        "form": str(read.form),
        "names": "; ".join(name.literal for name in read.names),
        "title": read.title or "",
        "note": str(read.note or ""),
        "locator": read.locator or "",
    }


def test_table_is_whole() -> None:
    assert len(CASES) == 41


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["printed"][:50])
def test_what_stands_for_another_reference(case: dict[str, str]) -> None:
    read = cells(case["printed"])
    assert (read == {name: case[name] for name in read}) == (case["status"] == "ok"), read


def test_a_piece_in_a_book_cited_before() -> None:
    read = parse_anaphor("S. Wheeler, ‘Company Law’ in Thomas, op. cit., n. 8, at p. 285.")
    assert read is not None and read.inside is not None
    assert [name.literal for name in read.names] == ["Thomas"] and read.note == 8
    assert "S. Wheeler, ‘Company Law’ in Thomas"[: read.inside] == "S. Wheeler, ‘Company Law’"


def test_loc_cit_means_the_place_too() -> None:
    read = parse_anaphor("Bee, loc. cit.")
    assert read is not None and read.same_place
    other = parse_anaphor("Bee, op. cit.")
    assert other is not None and not other.same_place


def test_where_a_form_stands() -> None:
    text = "See *Ibid.*, p. 5"
    assert find_form(text, 0, len(text)) == (5, 11)
    assert find_form("Ibidan, A Book", 0, 14) is None


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    read = parse_anaphor(text)
    assert read is None or 0 <= read.rest <= len(text)


@pytest.mark.parametrize("row", read_table("anaphor-phrases"), ids=lambda row: row[0])
def test_each_phrase_stands_for_a_work_cited_before(row: tuple[str, ...]) -> None:
    opens = row[1] in ("ibid", "idem")
    read = parse_anaphor(f"{row[0]}., p. 4" if opens else f"Bellandi, {row[0]}., p. 4")
    assert read is not None
    assert (str(read.form), read.locator) == (row[1], "4")


def test_an_article_is_said_to_be_one() -> None:
    assert [
        one.article for text in ("Roux, art. cit., p. 3", "Roux, op. cit., p. 3") if (one := parse_anaphor(text))
    ] == [
        True,
        False,
    ]
