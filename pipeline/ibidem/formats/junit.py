"""Findings as JUnit XML, which CI servers show as tests: a violation is a failed one."""

import re

from ibidem.finding import Finding, Severity
from ibidem.formats.text import line_of, place_of

_NO_XML = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML 1.0 has no way to write at all; it takes long to compile, and few calls print XML."""


def to_junit(findings: tuple[Finding, ...], checked: tuple[str, ...]) -> str:
    """Print one test a finding, and one that passed for each thing checked."""
    failed = sum(finding.severity is Severity.VIOLATION for finding in findings)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="ibidem" tests="{len(findings) + len(checked)}" failures="{failed}" errors="0">',
        f'  <testsuite name="findings" tests="{len(findings)}" failures="{failed}" errors="0" skipped="0">',
        *(_case(finding) for finding in findings),
        "  </testsuite>",
        f'  <testsuite name="checked" tests="{len(checked)}" failures="0" errors="0" skipped="0">',
        *(f'    <testcase classname="checked" name={_attribute(name)}/>' for name in checked),
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(finding: Finding) -> str:
    name = f"{finding.code} {place_of(finding) or finding.focus or ''}".strip()
    head = f"    <testcase classname={_attribute(finding.source or 'ibidem')} name={_attribute(name)}"
    if finding.line is not None and finding.source:
        head += f' file={_attribute(finding.source)} line="{finding.line}"'
    said = _escaped(line_of(finding))
    if finding.severity is Severity.VIOLATION:
        inner = f"<failure type={_attribute(finding.code)} message={_attribute(finding.message)}>{said}</failure>"
    else:
        inner = f"<system-out>{said}</system-out>"
    return f"{head}>{inner}</testcase>"


def _escaped(text: str) -> str:
    """Escape for XML; the standard library's own escape loads all of urllib."""
    clean = re.sub(_NO_XML, "\N{REPLACEMENT CHARACTER}", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    escaped = _escaped(text)
    for char, instead in (('"', "&quot;"), ("\n", "&#10;"), ("\r", "&#13;"), ("\t", "&#9;")):
        escaped = escaped.replace(char, instead)
    return f'"{escaped}"'
