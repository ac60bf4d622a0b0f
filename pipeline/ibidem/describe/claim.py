"""Claims: the quantities that the body states."""

from collections.abc import Iterator

from pyoxigraph import Literal

from ibidem.describe import terms as t
from ibidem.describe.date import dated
from ibidem.describe.statement import Nodes, Statement, generated, links, texts
from ibidem.story import Claim


def describe_claim(claim: Claim, nodes: Nodes) -> Iterator[Statement]:
    """Describe a claim: how much of what, about whom, and who says so."""
    node = nodes.node("claim", claim.key)
    yield node, t.A, t.CLAIM
    yield node, t.VALUE, Literal(claim.value, datatype=t.XSD_DECIMAL)
    yield from texts(node, (t.UNIT, claim.unit), (t.BOUND, claim.bound))
    yield from links(node, t.ABOUT, nodes, "actor", claim.about)
    yield from links(node, t.SPEAKER, nodes, "actor", (claim.said_by,))
    yield from dated(node, claim.date, nodes)
    yield from links(node, t.SUPPORTED_BY, nodes, "pointer", claim.pointers)
    yield from generated(node, claim.rules, nodes)
