from pathlib import Path

import pytest
from hypothesis import given, settings

from bibliographies import cited
from ibidem.export.backref import Piece, printed
from ibidem.export.bibliography import Bibliography, Citation
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "backref.tsv")


def told(piece: Piece) -> str:
    said = " ".join(value for _, value in piece.attributes)
    return f"{piece.tag}[{said}]:{piece.text}" if piece.tag else piece.text


@pytest.mark.parametrize("case", CASES, ids=[f"{case['form']}: {case['exact']}" for case in CASES])
def test_the_words_of_a_reference_are_told_apart(case: dict[str, str]) -> None:
    citation = Citation("2", "2", "", case["form"], case["exact"], case["signal"], case["locator"])
    antecedent = Citation("1", case["note"], "", "full", "A. Smith, Zenda") if case["note"] else None
    found = " | ".join(told(piece) for piece in printed(citation, antecedent))
    assert found == case["pieces"]


def test_the_table_is_read_whole() -> None:
    assert len(CASES) == 20


@settings(max_examples=10, deadline=None)
@given(cited())
def test_the_pieces_together_are_the_words(bibliography: Bibliography) -> None:
    known = {citation.key: citation for citation in bibliography.citations}
    for citation in bibliography.citations:
        pieces = list(printed(citation, known.get(citation.antecedent)))
        assert "".join(piece.text for piece in pieces) == citation.exact
        assert all(piece.text for piece in pieces)
