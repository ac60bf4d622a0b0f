"""The page of the findings: what the build has to say about the papers, and what each kind of finding means."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ibidem.finding import Code, Finding, Severity
from ibidem.iri import last_part
from ibidem.publication import PaperState
from ibidem.publish.asked import Row, ask
from ibidem.publish.path import href
from ibidem.publish.site.naming import Names, names_of
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.paper.context import place
from ibidem.publish.site.paper.note import POINTER, REFERENCE
from ibidem.publish.source import Source
from ibidem.span import Span
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
    """One finding; `concerns` are label and IRI, `exact` the words of the paper, `iri` its own where it has a page.

    `paper` is name and IRI, which is empty for one that is not published; `shown` is where a reader finds it, as name
    and link from the root; `place`, `key` and `rule` are for machines.
    """

    paper: tuple[str, str]
    severity: str
    message: str
    concerns: tuple[str, str] | None
    exact: str
    shown: tuple[str, str] | None
    place: str
    key: str
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
    names, places = names_of(source), Places(source)
    known: dict[tuple[str, str, str], list[Row]] = {}
    for row in ask(source, "findings"):
        known.setdefault((row["paper"], row["code"], row["message"]), []).append(row)
    held: dict[str, list[Found]] = {}
    for paper in source.report.papers:
        for finding in paper.findings:
            rows = known.get((f"{source.base}{paper.id}", finding.code.value, finding.message))
            row = rows.pop(0) if rows else {}
            held.setdefault(finding.code.value, []).append(_entry(finding, paper, row, names, places))
    return held


def _entry(finding: Finding, paper: PaperState, row: Row, names: Names, places: "Places") -> Found:
    home = f"{places.source.base}{paper.id}"
    focus = row.get("concerns") or finding.focus
    iri = focus if focus is None or "://" in focus else f"{home}/{focus}"
    concerns = (names.short(iri), iri) if iri and iri in names.facts.statements else None
    key = last_part(iri) if concerns and iri else ""
    named = bool(concerns) and re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", finding.message) is not None
    line = f"{finding.source}:{finding.line}" if finding.source and finding.line else finding.source or ""
    line = f"{line}, {finding.place}" if finding.place else line
    return Found(
        paper=(names.short(home), home) if home in names.facts.statements else (paper.id, ""),
        severity=finding.severity.value,
        message=finding.message.replace(key, f"‘{concerns[0]}’") if named and concerns else finding.message,
        concerns=concerns,
        exact=row.get("exact", ""),
        shown=places.shown(home, finding.span) if finding.span else None,
        place=line,
        key=key if named else "",
        rule=(finding.rule or "").rpartition("#")[2] if finding.code is Code.SHAPE else "",
        iri=row.get("finding"),
    )


class Places:
    """Where a reader finds a stretch of a paper: in its text, or at a note."""

    def __init__(self, source: Source) -> None:
        """Gather the notes of all papers."""
        self.source, self.names = source, names_of(source)
        self.notes: dict[str, list[Row]] = {}
        self.markers: dict[str, str] = {}
        self.first: dict[tuple[str, ...], str] = {}
        for row in ask(source, "site/passages"):
            if row["class"] == REFERENCE:
                self.notes.setdefault(row["paper"], []).append(row)
                self.first.setdefault(self._note(row), row["body"])
            elif row["class"] == POINTER:
                for reference in self.names.facts.values(row["body"], self.names.iri("c4o:denotes")):
                    self.markers.setdefault(reference, last_part(row["body"]))

    def _note(self, row: Row) -> tuple[str, ...]:
        said = (self.names.get(row["body"], f"ibidem:{name}") or "" for name in ("section", "number"))
        return row["paper"], *said

    def shown(self, paper: str, span: Span) -> tuple[str, str] | None:
        """Give the name of a place and the link to it from the root of the site; None for what is not published."""
        for row in self.notes.get(paper, ()):
            if int(row["start"]) <= span.start < int(row["end"]):
                first = self.first[self._note(row)]
                name = self.markers.get(first, last_part(first))
                reading = href(f"{paper}/reading", self.source.base)
                return f"note {self.names.get(row['body'], 'ibidem:number')}", f"{reading}#note-{name}"
        link = place(self.source, paper, span.start, span.end) or place(self.source, paper, span.start)
        return ("in the text", link) if link else None
