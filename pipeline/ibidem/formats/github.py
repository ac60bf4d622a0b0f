"""Findings as workflow commands, which GitHub shows beside the line that they are about."""

from ibidem.finding import Finding, Severity
from ibidem.formats.text import summed

_COMMANDS = ((Severity.VIOLATION, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice"))
# What a message must not hold, or it would end the command; what a property must not hold besides.
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def to_github(findings: tuple[Finding, ...], checked: tuple[str, ...]) -> str:
    """Print one `::error file=...,line=...::message` a finding, and last the counts."""
    last = f"{', '.join(checked) or 'nothing'} checked: {summed(findings)}"
    return "\n".join([*(_command(finding) for finding in findings), _escaped(last, _DATA)]) + "\n"


def error_command(message: str, *, source: str | None, line: int | None = None) -> str:
    """Write a workflow command for what stopped the program."""
    properties = (("file", source), ("line", line), ("title", "error"))
    said = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties if value is not None)
    return f"::error {said}::{_escaped(message, _DATA)}"


def _command(finding: Finding) -> str:
    properties = (("file", finding.source), ("line", finding.line), ("title", finding.code))
    said = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties if value is not None)
    message = f"{finding.place}: {finding.message}" if finding.place else finding.message
    return f"::{dict(_COMMANDS)[finding.severity]} {said}::{_escaped(message, _DATA)}"


def _escaped(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for char, instead in pairs:
        text = text.replace(char, instead)
    return text
