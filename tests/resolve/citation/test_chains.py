"""Notes as several fields and languages print them: each reference led back to its work, or why it is not."""

from pathlib import Path

import pytest

from chained import held, resolve
from table import read_cases

CASES = read_cases(Path(__file__).parent.parent / "cases" / "chains.tsv")
STYLES = tuple(dict.fromkeys(case["style"] for case in CASES))


def test_table_is_whole() -> None:
    assert len(CASES) >= 556
    assert len(STYLES) >= 11
    assert sum("!" in case["holds"] for case in CASES) >= 10
    assert sum(case["status"] == "ok" for case in CASES) / len(CASES) > 0.9


@pytest.mark.parametrize("style", STYLES)
def test_each_reference_is_led_to_its_work(style: str) -> None:
    cases = [case for case in CASES if case["style"] == style]
    citations = resolve([(case["number"], case["note"]) for case in cases])
    wrong = {
        case["number"]: held(citations, case["number"])
        for case in cases
        if (held(citations, case["number"]) == case["holds"]) != (case["status"] == "ok")
    }
    assert not wrong
