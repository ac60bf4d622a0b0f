"""Lead every finding back to what caused it: the file that people can mend, and its line."""

import re
from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import NamedNode, Quad

from ibidem.finding import Code, Finding
from ibidem.origin import Finder
from ibidem.span import Span

DecisionLine = tuple[str, str, int]
"""A decision's key, its file and its line."""

_BODY = "http://www.w3.org/ns/oa#hasBody"
_PASSAGE = re.compile(r"/passage/(\d+)-(\d+)(?=/|$)")


def located(
    findings: Iterable[Finding],
    *,
    finder: Finder,
    decisions: Iterable[DecisionLine],
    quads: Iterable[Quad],
    paper: str,
    settings: str,
) -> tuple[Finding, ...]:
    """Give each finding its span, file and line, or place in a file without lines; first those that stand first.

    `quads` are the paper's; `paper` and `settings` are the paths of its file and of its paper.toml as people see
    them. A SHACL result is led from its focus node to the passage that is evidence for it, or for a node that
    points to it or that it points to.
    """
    decided = {key: (source, line) for key, source, line in decisions}
    held = tuple(dict.fromkeys(findings))
    searched = any(finding.focus and finding.span is None and finding.line is None for finding in held)
    spans = _evidence(quads) if searched else {}

    def place(finding: Finding) -> Finding:
        if finding.line is not None:
            return finding
        if finding.code is Code.EXPECTED_COUNT:
            return replace(finding, source=settings, line=1)
        focus = finding.focus or ""
        if focus.rpartition("decision/")[2] in decided:
            source, line = decided[focus.rpartition("decision/")[2]]
            return replace(finding, source=source, line=line)
        span = finding.span or spans.get(focus) or _named(focus)
        if span is None:
            return replace(finding, source=paper, line=1 if finder.plain else None)
        where = finder.at(span.start)
        place = None if where.line is not None else where.told() or None
        return replace(finding, span=span, source=paper, line=where.line, place=place)

    return tuple(sorted(map(place, held), key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    start = finding.span.start if finding.span and finding.line is None else 0
    return finding.source or "", finding.line or 0, start, finding.code, finding.message


def _evidence(quads: Iterable[Quad]) -> dict[str, Span]:
    """Find the first passage for each node of a paper, then for the nodes that only others point to.

    A node is known by its IRI and by what stands in it after the paper's, `actor/jane-doe`.
    """
    spans: dict[str, Span] = {}
    edges: list[tuple[str, str]] = []
    graph = ""
    for quad in quads:
        subject, target = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(target, NamedNode):
            continue
        graph = getattr(quad.graph_name, "value", "")
        span = _named(subject.value) if quad.predicate.value == _BODY else None
        if span is None:
            edges.append((subject.value, target.value))
        else:
            _first(spans, target.value, span)
    near: dict[str, Span] = {}
    for one, other in (*edges, *((other, one) for one, other in edges)):
        if one in spans and other not in spans and other.startswith(f"{graph}/"):
            _first(near, other, spans[one])
    spans |= near
    return spans | {node.removeprefix(f"{graph}/"): span for node, span in spans.items()}


def _named(node: str) -> Span | None:
    """Read the range of a passage from its name, or from that of a part of it."""
    match = _PASSAGE.search(node)
    return Span(int(match.group(1)), int(match.group(2))) if match else None


def _first(spans: dict[str, Span], node: str, span: Span) -> None:
    spans[node] = min(span, spans.get(node, span))
