from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.parse.reference import parse_reference
from ibidem.resolve.family import families
from ibidem.resolve.sameness import same_container
from ibidem.resolve.work import Role, WorkIndex, container_of
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "work.tsv")


def verdict(one: str, other: str) -> str:
    index = WorkIndex()
    first = index.add("1", parse_reference(one).source)
    second = index.add("2", parse_reference(other).source)
    if first != second:
        return "no"
    return "certain" if index.groups[first].printings[-1].certain else "likely"


def test_table_is_whole() -> None:
    assert len(CASES) == 20


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['one'][:30]} / {case['other'][:30]}")
def test_which_sources_are_one_work(case: dict[str, str]) -> None:
    for pair in ((case["one"], case["other"]), (case["other"], case["one"])):
        assert (verdict(*pair) == case["same"]) == (case["status"] == "ok"), verdict(*pair)


def test_two_chapters_share_their_book() -> None:
    index = WorkIndex()
    for key, title in (("1", "First Piece"), ("2", "Second Piece")):
        index.add(
            key, parse_reference(f'Ann Author, "{title}", in C. Cee (ed.), *Book* (Paris: House, 1990), 5.').source
        )
    assert len(index.groups) == 3
    book = next(number for number, group in enumerate(index.groups) if group.printings[0].role is Role.CONTAINER)
    assert [group.containers for group in index.groups if group.printings[0].role is Role.CITED] == [[book], [book]]
    assert index.groups[book].printings[0].source.fields.title == "Book"


def test_a_cited_book_and_the_same_one_as_container_are_one() -> None:
    index = WorkIndex()
    index.add(
        "1", parse_reference('Ann Author, "A Piece", in C. Cee (ed.), *Book of Peace* (Paris: House, 1990), 5.').source
    )
    book = index.add("2", parse_reference("C. Cee (ed.), *Book of Peace* (Paris: House, 1990), 7.").source)
    assert index.groups[book].printings[0].role is Role.CONTAINER


def test_names_of_containers() -> None:
    assert same_container("Aakrosh", "Aakrosh, Asian Journal of Terrorism") and same_container("The Times", "Times")
    assert same_container("The Europe World Year Book", "The Europa World Year Book") is False
    assert same_container("Times", "Star") is None


def test_whose_work_it_is() -> None:
    source = parse_reference('Ann Author, "A Piece", in C. Cee (ed.), *Book* (Paris: House, 1990), 5.').source
    assert families(source.fields) == ("author", "cee")
    index = WorkIndex()
    number = index.add("1", source)
    assert index.by_family("Author") == (number,) and index.by_family("Nobody") == ()
    held = container_of(source)
    assert held is not None and held.fields.editors == source.fields.container_editors


@settings(max_examples=30)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_sources_are_filed(texts: list[str]) -> None:
    index = WorkIndex()
    for at, text in enumerate(texts):
        number = index.add(str(at), parse_reference(text).source)
        assert any(printing.reference == str(at) for printing in index.groups[number].printings)
    assert all(len(group.containers) == len(group.printings) for group in index.groups)
