from pathlib import Path

import pytest

from ibidem.candidate import Candidate
from ibidem.find.pointer import find_pointers
from ibidem.find.reference import find_references
from ibidem.read.text import parse_text
from ibidem.resolve.citation import Citations, resolve_citations
from ibidem.resolve.citation.short import not_cited
from table import read_cases

CASES = read_cases(Path(__file__).parent.parent / "cases" / "antecedent.tsv")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def resolve(notes: list[str]) -> Citations:
    body = " ".join(f"So it is said.{str(number).translate(RAISED)}" for number in range(1, len(notes) + 1))
    listed = "\n".join(f"{number}. {note}" for number, note in enumerate(notes, start=1))
    document = parse_text(f"A Paper\n\n{body}\n\nNotes\n\n{listed}\n")
    found: tuple[Candidate, ...] = tuple(sorted([*find_pointers(document), *find_references(document)]))
    return resolve_citations(document, found)


def chain(citations: Citations) -> str:
    codes = {finding.focus: str(finding.code) for finding in citations.findings if "work" not in (finding.focus or "")}
    said = []
    for one in citations.references:
        code = codes.get(f"reference/{one.key}")
        if code:
            said.append(f"{one.form}!{code}")
        else:
            said.append(f"{one.form}>{one.antecedent or ''}>{one.resolved or ''}>{one.locator or ''}")
    return " ".join(said)


def test_table_is_whole() -> None:
    assert len(CASES) == 50
    assert sum("!" in case["expected"] for case in CASES) >= len(CASES) // 4


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["notes"][-60:])
def test_what_each_form_points_at(case: dict[str, str]) -> None:
    read = chain(resolve(case["notes"].split(" // ")))
    assert (read == case["expected"]) == (case["status"] == "ok"), read


def test_an_ibid_takes_over_the_work_and_what_it_is_quoted_in() -> None:
    citations = resolve(["Izvestia, 31 July 1992, p. 2, quoted in *FBIS Daily Report*, 4 August 1992, p. 74.", "Ibid."])
    first, second = citations.references
    assert first.work == second.work == "izvestia-1992-07-31"
    assert first.via == second.via == "fbis-daily-report-1992-08-04"


def test_what_is_not_cited_says_where() -> None:
    assert not_cited("notes before").why == "no work in the notes before fits"
