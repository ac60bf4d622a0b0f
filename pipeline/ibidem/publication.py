"""What a build reports: for each paper its outcome, its counts and its findings; to and from JSON."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from ibidem.cited import Form
from ibidem.errors import PublishError
from ibidem.finding import Code, Finding, Severity
from ibidem.json_text import pretty_json
from ibidem.locate import DecisionLine
from ibidem.record import Record
from ibidem.swap import REPORT


class Outcome(StrEnum):
    """What became of a paper, or of a whole build."""

    PUBLISHED = "published"
    KEPT = "kept"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PaperState:
    """One paper of a build: published anew, or kept as it was published last, or refused and nowhere.

    `violated` says that this build refused it, so that a kept paper may or may not be. `counts`, `quads`, `shapes`
    (focus nodes by shape), `sha256` and `decided` (key, file and line of each decision) are of what is published;
    `findings` of this build. `decisions` is false where what people added was left out.
    """

    id: str
    outcome: Outcome
    violated: bool
    decisions: bool
    sha256: str
    quads: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    shapes: tuple[tuple[str, int], ...] = ()
    decided: tuple[DecisionLine, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, and what is published since; `quads` counts those of the store, or of a refused build."""

    outcome: Outcome
    quads: int
    papers: tuple[PaperState, ...]

    @property
    def violated(self) -> bool:
        """Tell whether a paper was refused."""
        return any(paper.violated for paper in self.papers)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give all findings, in the order of the papers."""
        return tuple(finding for paper in self.papers for finding in paper.findings)

    def to_json(self) -> bytes:
        """Write the report as JSON."""
        return pretty_json(self)

    @classmethod
    def from_json(cls, data: bytes) -> "BuildReport":
        """Read a report back; raise msgspec.ValidationError for what is none."""
        return msgspec.json.decode(data, type=cls)


def counted(record: Record) -> tuple[tuple[str, int], ...]:
    """Count what a record holds, in the order in which a reader asks for it."""
    return (
        ("pointers", len(record.pointers)),
        ("references", len(record.references)),
        ("ibid", sum(reference.form is Form.IBID for reference in record.references)),
        ("works", len(record.works)),
        ("quotations", len(record.quotations)),
        ("actors", len(record.actors)),
        ("treaties", len(record.treaties)),
        ("events", len(record.events)),
        ("claims", len(record.claims)),
        ("decisions", len(record.decisions)),
    )


def violates(findings: tuple[Finding, ...]) -> bool:
    """Tell whether one of the findings refuses its paper."""
    return any(finding.severity is Severity.VIOLATION for finding in findings)


def shape_findings(out: Path, *, sha256: str) -> tuple[Finding, ...]:
    """Give what only the shapes found in a paper at the last build here, where it was built from the same file."""
    try:
        report = last_report(out)
    except PublishError:
        # Another version built it.
        return ()
    states = report.papers if report else ()
    held = (finding for state in states if state.sha256 == sha256 for finding in state.findings)
    return tuple(finding for finding in held if finding.code is Code.SHAPE)


def last_report(out: Path) -> BuildReport | None:
    """Read the report in a folder; None where there is none, PublishError where it is not a report of this program."""
    path = out / REPORT
    if not path.is_file():
        return None
    try:
        return BuildReport.from_json(path.read_bytes())
    except msgspec.DecodeError as error:
        message = f"is no report of this version: {error}; remove the folder, or publish elsewhere with --out"
        raise PublishError(message, path=path) from None
