"""Decisions: what a person decided about the paper, and why (PROV-O)."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, texts
from ibidem.iri import slug
from ibidem.record import Decision


def describe_decision(decision: Decision, nodes: Nodes) -> Iterator[Statement]:
    """Describe a decision and who made it."""
    node = nodes.node("decision", decision.key)
    known = dict(nodes.people).get(decision.by)
    curator = NamedNode(known) if known else nodes.node("curator", slug(decision.by))
    yield node, t.A, t.DECISION
    yield from texts(node, (t.ACTION, decision.action), (t.COMMENT, decision.why))
    yield from ((node, t.CHANGE, Literal(f"{name}={value}")) for name, value in decision.changes)
    yield node, t.ASSOCIATED_WITH, curator
    yield curator, t.A, t.AGENT
    yield from texts(curator, (t.FOAF_NAME, decision.by))
