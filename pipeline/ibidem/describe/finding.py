"""Findings: what is not as it should be in the paper or in what is known of it (SHACL results)."""

from collections.abc import Container, Iterator

from pyoxigraph import NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, texts
from ibidem.finding import Finding, Severity
from ibidem.iri import digest
from ibidem.record import Record

_SEVERITIES = {Severity.VIOLATION: t.VIOLATION, Severity.WARNING: t.WARNING}


def finding_key(finding: Finding) -> str:
    """Make the local name of a finding from its code and what it says of which place."""
    place = (finding.span.start, finding.span.end) if finding.span is not None else ()
    return f"{finding.code.value}-{digest(repr((finding.message, place, finding.focus)))}"


def published_findings(record: Record) -> tuple[Finding, ...]:
    """Give the findings about the paper; information, about the reading of it, stands in the report alone."""
    return tuple(finding for finding in record.findings if finding.severity is not Severity.INFO)


def describe_finding(finding: Finding, nodes: Nodes, *, known: Container[NamedNode]) -> Iterator[Statement]:
    """Describe a finding; it concerns its focus where that is one of the `known` nodes."""
    node = nodes.node("finding", finding_key(finding))
    yield node, t.A, t.FINDING
    yield from texts(node, (t.NOTATION, finding.code.value), (t.RESULT_MESSAGE, finding.message))
    yield node, t.RESULT_SEVERITY, _SEVERITIES[finding.severity]
    if finding.focus is not None:
        try:
            focus = NamedNode(finding.focus if "://" in finding.focus else f"{nodes.minter.paper}/{finding.focus}")
        except ValueError:
            return
        if focus in known:
            yield node, t.FOCUS_NODE, focus
