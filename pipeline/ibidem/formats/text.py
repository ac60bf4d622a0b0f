"""Findings for people: one line each, as compilers print them, so that editors can jump to the place."""

from collections import Counter

from ibidem.finding import Finding, Severity


def to_text(findings: tuple[Finding, ...], checked: tuple[str, ...]) -> str:
    """Print `file:line: severity: message [code]`, and last the counts."""
    last = f"{', '.join(checked) or 'nothing'} checked: {summed(findings)}"
    return "".join(f"{line}\n" for line in (*map(line_of, findings), last))


def line_of(finding: Finding) -> str:
    """Print one finding in one line."""
    where = place_of(finding) or finding.focus or "ibidem"
    return in_one_line(f"{where}: {finding.severity}: {finding.message} [{finding.code}]")


def place_of(finding: Finding) -> str:
    """Say where a finding stands: its file with the line, or with the page, note or path in one without lines."""
    places = [str(place) for place in (finding.source, finding.line) if place is not None]
    return ", ".join(part for part in (":".join(places), finding.place) if part)


def in_one_line(text: str) -> str:
    """Put a text into one line, with a mark for each character that would steer a terminal."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)


def summed(findings: tuple[Finding, ...]) -> str:
    """Count the findings by severity."""
    count = Counter(finding.severity for finding in findings)
    names = ((Severity.VIOLATION, "violation"), (Severity.WARNING, "warning"), (Severity.INFO, "note"))
    return ", ".join(f"{count[severity]} {name}{'' if count[severity] == 1 else 's'}" for severity, name in names)
