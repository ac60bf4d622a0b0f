import re
from pathlib import Path

from ibidem.finding import Code, Severity

PAGE = (Path(__file__).parents[1] / "docs" / "findings.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def test_the_page_explains_every_code_and_no_other() -> None:
    assert [code for code, *_ in ROWS] == sorted((code for code, *_ in ROWS), key=[code.value for code in Code].index)
    assert {code for code, *_ in ROWS} == {code.value for code in Code}


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    for _, severity, means, what in ROWS:
        assert severity in {*Severity, "any"}
        assert means.endswith(".") and what.endswith(".")
