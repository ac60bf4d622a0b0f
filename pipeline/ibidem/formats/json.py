"""Findings for programs."""

from ibidem.finding import Finding, Severity
from ibidem.json_text import pretty_json


def to_json(findings: tuple[Finding, ...], checked: tuple[str, ...]) -> str:
    """Print an object with `checked`, `violations`, and `findings` with start and end in code points."""
    result = {
        "checked": checked,
        "violations": sum(finding.severity is Severity.VIOLATION for finding in findings),
        "findings": [to_object(finding) for finding in findings],
    }
    return pretty_json(result).decode()


def to_object(finding: Finding) -> dict[str, str | int]:
    """Make one finding plain, leaving out what is not known."""
    values = {
        "code": str(finding.code),
        "severity": str(finding.severity),
        "message": finding.message,
        "source": finding.source,
        "line": finding.line,
        "place": finding.place,
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
        "focus": finding.focus,
        "rule": finding.rule,
    }
    return {name: value for name, value in values.items() if value is not None}
