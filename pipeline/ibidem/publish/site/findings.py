"""The page of the findings: what the build has to say about the papers, and what each kind of finding means."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ibidem.finding import Code, Finding, Severity
from ibidem.publication import PaperState
from ibidem.publish.asked import Row, ask
from ibidem.publish.site.naming import Names, names_of
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.source import Source
from ibidem.words import read_table

SHOWN = 200
"""How many findings of a kind the page lists."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding as the guide explains it, with code in backquotes."""

    code: str
    severity: str
    heading: str
    means: str
    what: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; `concerns` are label and IRI, `exact` the words of the paper, `iri` its own where it has a page."""

    paper: str
    severity: str
    message: str
    concerns: tuple[str, str] | None
    exact: str
    place: str
    rule: str
    iri: str | None


def write_findings(folder: Path, source: Source) -> None:
    """Write the page."""
    kinds = explained()
    found = _found(source)
    page = Page(
        path="findings.html",
        template="findings.html",
        title="Findings",
        description="What the build says about the papers: warnings and notes, what they concern, and what to do.",
        styles=("assets/reference.css",),
    )
    counts = Counter((code, item.severity) for code, items in found.items() for item in items)
    table = [(code, severity.value, counts[code, severity.value]) for code in kinds for severity in Severity]
    write_page(
        folder,
        page,
        source,
        kinds=kinds,
        found={code: found[code] for code in kinds if code in found},
        table=[row for row in table if row[2]],
        papers=source.report.papers,
        shown=SHOWN,
    )


def explained() -> Mapping[str, Kind]:
    """Give every kind of finding by its code, in the order in which they are explained."""
    return {
        code: Kind(code, severity, heading, means, what)
        for code, severity, heading, means, what in read_table("findings")
    }


def _found(source: Source) -> Mapping[str, list[Found]]:
    """Give the findings of the report by code; of those that the store knows, what it says of them."""
    names = names_of(source)
    known: dict[tuple[str, str, str], list[Row]] = {}
    for row in ask(source, "findings"):
        known.setdefault((row["paper"], row["code"], row["message"]), []).append(row)
    held: dict[str, list[Found]] = {}
    for paper in source.report.papers:
        for finding in paper.findings:
            rows = known.get((f"{source.base}{paper.id}", finding.code.value, finding.message))
            row = rows.pop(0) if rows else {}
            held.setdefault(finding.code.value, []).append(_entry(finding, paper, row, names, source.base))
    return held


def _entry(finding: Finding, paper: PaperState, row: Row, names: Names, base: str) -> Found:
    focus = row.get("concerns") or finding.focus
    iri = focus if focus is None or "://" in focus else f"{base}{paper.id}/{focus}"
    place = f"{finding.source}:{finding.line}" if finding.source and finding.line else finding.source or ""
    return Found(
        paper=paper.id,
        severity=finding.severity.value,
        message=finding.message,
        concerns=(names.short(iri), iri) if iri and iri in names.facts.statements else None,
        exact=row.get("exact", ""),
        place=place,
        rule=(finding.rule or "").rpartition("#")[2] if finding.code is Code.SHAPE else "",
        iri=row.get("finding"),
    )
