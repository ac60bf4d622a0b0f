"""Findings: what is not as it should be in the paper or in what is known of it (SHACL results)."""

from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import replace

from pyoxigraph import NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, texts
from ibidem.document import Mention
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import digest
from ibidem.record import Record

_SEVERITIES = {Severity.VIOLATION: t.VIOLATION, Severity.WARNING: t.WARNING}


def finding_key(finding: Finding) -> str:
    """Make the local name of a finding from its code and what it says of which place."""
    place = (finding.span.start, finding.span.end) if finding.span is not None else ()
    return f"{finding.code.value}-{digest(repr((finding.message, place, finding.focus)))}"


def published_findings(record: Record) -> tuple[Finding, ...]:
    """Give the findings about the paper, each with what it concerns, as far as that can be told.

    Information, about the reading of the paper, stands in the report alone.
    """
    shown = [finding for finding in record.findings if finding.severity is not Severity.INFO]
    placed = {
        "quotation": _places([(quotation.key, quotation.mention) for quotation in record.quotations]),
        "pointer": _places([(pointer.key, pointer.mention) for pointer in record.pointers]),
    }
    return tuple(_concerning(finding, placed.get(_CONCERNS.get(finding.code, ""), [])) for finding in shown)


_CONCERNS = {
    **dict.fromkeys((Code.QUOTATION_UNCLOSED, Code.QUOTATION_UNOPENED, Code.QUOTATION_MISMATCHED), "quotation"),
    **dict.fromkeys((Code.MARKER_DOUBLED, Code.MARKER_WITHOUT_NOTE), "pointer"),
}
"""The kind of item that findings of a code concern, where they say only at which place."""

_Place = tuple[int, int, str]


def _places(items: list[tuple[str, Mention]]) -> list[_Place]:
    return sorted((mention.span.start, mention.span.end, key) for key, mention in items)


def _concerning(finding: Finding, places: list[_Place]) -> Finding:
    """Add the first item that begins inside the place of the finding."""
    if finding.focus is not None or finding.span is None or not places:
        return finding
    index = bisect_left(places, (finding.span.start,))
    if index == len(places) or places[index][0] >= finding.span.end:
        return finding
    kind = _CONCERNS[finding.code]
    return replace(finding, focus=f"{kind}/{places[index][2]}")


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
