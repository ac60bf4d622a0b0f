"""How findings are printed: for people, for programs, and in the formats that CI systems read."""

from collections.abc import Callable
from enum import StrEnum

from ibidem.finding import Finding
from ibidem.formats.github import to_github
from ibidem.formats.json import to_json
from ibidem.formats.junit import to_junit
from ibidem.formats.sarif import to_sarif
from ibidem.formats.text import to_text


class Format(StrEnum):
    """The names of the formats."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


WRITERS: tuple[tuple[Format, Callable[[tuple[Finding, ...], tuple[str, ...]], str]], ...] = (
    (Format.TEXT, to_text),
    (Format.JSON, to_json),
    (Format.GITHUB, to_github),
    (Format.SARIF, to_sarif),
    (Format.JUNIT, to_junit),
)


def format_findings(findings: tuple[Finding, ...], *, checked: tuple[str, ...], format: Format) -> str:
    """Print findings; `checked` are the papers or files that were looked at, so that silence means well."""
    return dict(WRITERS)[format](findings, checked)
