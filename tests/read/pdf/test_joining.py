"""Lines are joined: hyphens at their ends go where they part a word, and stay where they are its own."""

from pathlib import Path

import pytest

from ibidem.read.pdf.joining import Joiner
from ibidem.read.pdf.page import Line
from table import read_cases

CASES = read_cases(Path(__file__).with_name("cases") / "joining.tsv")
KNOWN = (
    "x the quarrel was long and standing water never was x",
    "x all self-government and the riverbank and the government x",
)
JOINER = Joiner([Line(text, 1, 70, 500, 700, 10) for text in KNOWN])


def test_there_are_cases() -> None:
    assert len(CASES) == 17


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_goes_between_two_lines(case: dict[str, str]) -> None:
    before, between = JOINER.between(case["before"], case["after"])
    assert before + between + case["after"] == case["joined"]
