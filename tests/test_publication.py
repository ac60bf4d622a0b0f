from dataclasses import replace
from pathlib import Path

import pytest

from ibidem.errors import PublishError
from ibidem.finding import Code, Finding, Severity
from ibidem.publication import BuildReport, Outcome, PaperState, counted, last_report, shape_findings, violates
from ibidem.span import Span
from records import FINDINGS, RECORD

STATE = PaperState(
    id="doe-2001",
    outcome=Outcome.PUBLISHED,
    violated=False,
    decisions=True,
    sha256="0" * 64,
    quads=3,
    counts=counted(RECORD),
    shapes=(("https://example.org/shape", 2),),
    decided=(("a", "decisions.yaml", 3),),
    findings=FINDINGS,
)
REPORT = BuildReport(Outcome.PUBLISHED, 3, (STATE, replace(STATE, id="other", violated=True)))


def test_a_report_goes_to_json_and_back() -> None:
    assert BuildReport.from_json(REPORT.to_json()) == REPORT


def test_a_report_gathers_the_findings_of_its_papers() -> None:
    assert REPORT.findings == FINDINGS * 2
    assert REPORT.violated


def test_only_a_violation_refuses() -> None:
    def finding(severity: Severity) -> Finding:
        return Finding(Code.SHAPE, severity, "x", Span(0, 1))

    assert not violates((finding(Severity.WARNING), finding(Severity.INFO)))
    assert violates((finding(Severity.WARNING), finding(Severity.VIOLATION)))


def test_counts_come_in_the_order_in_which_they_are_read() -> None:
    counts = counted(RECORD)
    assert [name for name, _ in counts][:3] == ["pointers", "references", "ibid"]
    assert dict(counts)["references"] == len(RECORD.references)
    assert dict(counts)["ibid"] == 3


def test_a_folder_without_a_report_has_none(tmp_path: Path) -> None:
    assert last_report(tmp_path) is None
    (tmp_path / "report.json").write_bytes(REPORT.to_json())
    assert last_report(tmp_path) == REPORT


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"outcome": "published"}', b"\xff"])
def test_a_report_that_is_none_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "report.json").write_bytes(data)
    with pytest.raises(PublishError, match="remove the folder"):
        last_report(tmp_path)


def test_what_the_shapes_found_is_that_of_the_same_file(tmp_path: Path) -> None:
    assert shape_findings(tmp_path, sha256="0" * 64) == ()
    shape = Finding(Code.SHAPE, Severity.WARNING, "mend it", Span(3, 4))
    report = BuildReport(Outcome.PUBLISHED, 3, (replace(STATE, findings=(*FINDINGS, shape)),))
    (tmp_path / "report.json").write_bytes(report.to_json())
    assert shape_findings(tmp_path, sha256="0" * 64) == (shape,)
    assert shape_findings(tmp_path, sha256="1" * 64) == ()
    (tmp_path / "report.json").write_text("{}", encoding="utf-8")
    assert shape_findings(tmp_path, sha256="0" * 64) == ()
