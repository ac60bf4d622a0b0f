from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.cited import Name
from ibidem.parse.reference import parse_reference
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "reference.tsv")
PIECES = [
    "Ann Author",
    ", ",
    '"A Title"',
    "*Journal*",
    " vol. 3",
    "(2)",
    " 1992",
    "p. 7",
    " in ",
    "(ed.)",
    ": ",
    ". ",
    "et al",
]
PIECES += ["Paris", "quoted in ", "SU/1699, B/1", "“", "”", "‘", "’", "(", ")", "Press", "3-5", "\n", "ed. ", "; ", "—"]


def cells(printed: str) -> dict[str, str]:
    read = parse_reference(printed)
    fields = read.source.fields

    def names(people: tuple[Name, ...]) -> str:
        return "; ".join(name.literal for name in people)

    return {
        "type": fields.type,
        "authors": names(fields.authors),
        "editors": names(fields.editors),
        "title": fields.title or "",
        "container": fields.container or "",
        "container_editors": names(fields.container_editors),
        "volume": fields.volume or "",
        "issue": fields.issue or "",
        "number": fields.number or "",
        "date": fields.date.edtf if fields.date else "",
        "place": fields.place or "",
        "publisher": fields.publisher or "",
        "locator": read.locator or "",
        "via": "; ".join(host.fields.title or host.fields.container or "?" for host in read.hosts),
    }


def test_table_is_whole() -> None:
    assert len(CASES) == 84
    assert {case["status"] for case in CASES} == {"ok", "miss"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["printed"][:50])
def test_printed_to_fields(case: dict[str, str]) -> None:
    read = cells(case["printed"])
    assert (read == {name: case[name] for name in read}) == (case["status"] == "ok"), read


def test_a_host_is_dated_by_its_running_number() -> None:
    read = parse_reference("Cited in A. Bee, *Daily Star*, 26 May 1993, *Current Digest of the Press*, (21-93), p. 16.")
    assert [host.fields.date and host.fields.date.edtf for host in read.hosts] == ["1993"]
    other = parse_reference("A. Bee, *Daily Star*, 26 May 1993, cited in *Current Digest of the Press* (25-29), p. 16.")
    assert [host.fields.date for host in other.hosts] == [None]


def test_the_chain_of_hosts_keeps_its_order() -> None:
    read = parse_reference("MFA Statement, 3 May 1993, reported in *Izvestia*, 4 May 1993, *Press Digest* (1-2), p. 9.")
    assert [host.fields.container for host in read.hosts] == ["Izvestia", "Press Digest"]
    assert read.source.fields.authors == (Name("MFA"),)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=200))
def test_pieces_lie_inside_what_is_printed(text: str) -> None:
    read = parse_reference(text)
    for source in (read.source, *read.hosts):
        assert 0 <= source.start <= source.end <= len(text)
        assert all(source.start <= piece.start <= piece.end <= source.end for piece in source.pieces)
        assert all(piece.value for piece in source.pieces)


@pytest.mark.parametrize("char", [*"([*\"'‘.,;:-1 A", "A. ", "in ", "p. 1 ", "1990 ", "ed. "])
def test_time_does_not_explode(char: str) -> None:
    parse_reference(char * 3000)
