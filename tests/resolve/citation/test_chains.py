"""Notes as several fields and languages print them: each reference led back to its work, or why it is not."""

from pathlib import Path

import pytest

from ibidem.document import PartKind
from ibidem.find.pointer import find_pointers
from ibidem.find.reference import find_references
from ibidem.read.compose import Block, Run, compose
from ibidem.resolve.citation import Citations, resolve_citations
from table import read_cases

CASES = read_cases(Path(__file__).parent.parent / "cases" / "chains.tsv")
STYLES = tuple(dict.fromkeys(case["style"] for case in CASES))


def resolve(notes: list[tuple[str, str]]) -> Citations:
    """Resolve notes, each a number and a text."""
    body = [Block(PartKind.PARAGRAPH, (Run("So it is said."), Run(number, note=number))) for number, _ in notes]
    held = [Block(PartKind.NOTE, (Run(text),), note=number, label=f"{number}.") for number, text in notes]
    document = compose([Block(PartKind.TITLE, (Run("A Paper"),)), *body, *held])
    return resolve_citations(document, tuple(sorted([*find_pointers(document), *find_references(document)])))


def held(citations: Citations, number: str) -> str:
    """Say what a note holds, as the table does."""
    codes = {finding.focus: str(finding.code) for finding in citations.findings if finding.severity == "warning"}
    said = []
    for one in citations.references:
        if str(one.number) == number:
            code = codes.get(f"reference/{one.key}") if one.work is None or one.resolved in (None, one.key) else None
            led = f">{one.resolved}" if one.resolved not in (None, one.key) else ""
            said.append(f"{one.form}!{code}" if code else f"{one.form}{led}")
    return " ".join(said) or "-"


def test_table_is_whole() -> None:
    assert len(CASES) >= 218
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
