"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

import hashlib
from typing import Any
from urllib.parse import quote

from ibidem import __version__
from ibidem.finding import Code, Finding, Severity
from ibidem.json_text import pretty_json

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "The root of the repository, else of the workspace."
_HOME = "https://w3id.org/ibidem/"
_LEVELS = ((Severity.VIOLATION, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note"))


def to_sarif(findings: tuple[Finding, ...], checked: tuple[str, ...]) -> str:
    """Print one run with one result a finding; places are lines and code points."""
    codes = list(Code)
    run = {
        "tool": {
            "driver": {
                "name": "ibidem",
                "version": __version__,
                "informationUri": _HOME,
                "rules": [{"id": str(code), "name": _name(code)} for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": _ROOT}}},
        "artifacts": [{"location": _location(source)} for source in _sources(findings)],
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
        "properties": {"checked": list(checked)},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return pretty_json(log).decode()


def _name(code: Code) -> str:
    return "".join(part.capitalize() for part in code.split("-"))


def _sources(findings: tuple[Finding, ...]) -> list[str]:
    return sorted({finding.source for finding in findings if finding.source})


def _location(source: str) -> dict[str, str]:
    if source.startswith("/"):
        return {"uri": f"file://{quote(source)}"}
    return {"uri": quote(source), "uriBaseId": "%SRCROOT%"}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": str(finding.code),
        "ruleIndex": index,
        "level": dict(_LEVELS)[finding.severity],
        "message": {"text": f"{finding.place}: {finding.message}" if finding.place else finding.message},
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
    }
    location: dict[str, Any] = {}
    if finding.source:
        location["physicalLocation"] = {"artifactLocation": _location(finding.source), **_region(finding)}
    if finding.focus:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.focus}]
    if location:
        result["locations"] = [location]
    if finding.rule:
        result["properties"] = {"sourceShape": finding.rule}
    return result


def _region(finding: Finding) -> dict[str, Any]:
    region: dict[str, int] = {}
    if finding.place is not None:
        # Offsets count in the text that was read from the file.
        return {}
    if finding.line is not None:
        region["startLine"] = finding.line
    if finding.span is not None:
        region |= {"charOffset": finding.span.start, "charLength": len(finding.span)}
    return {"region": region} if region else {}


def _fingerprint(finding: Finding) -> str:
    """Name the finding so that it is the same one after lines were added above it."""
    said = "\0".join((finding.code, finding.source or "", finding.focus or "", finding.message))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
