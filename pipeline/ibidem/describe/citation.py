"""Citations: that the paper cites a work by a reference (CiTO), where in it, and through which other work."""

from collections.abc import Iterator

from ibidem.cited import Reference
from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, links, texts


def describe_citation(reference: Reference, nodes: Nodes) -> Iterator[Statement]:
    """Describe the citation that a reference makes; one that names no known work makes none.

    Its evidence and provenance are those of its reference.
    """
    if reference.work is None:
        return
    node = nodes.node("citation", reference.key)
    yield node, t.A, t.CITATION
    yield node, t.HAS_CITING_ENTITY, nodes.paper
    yield from links(node, t.HAS_CITED_ENTITY, nodes, "work", (reference.work,))
    yield from links(node, t.REFERENCE, nodes, "reference", (reference.key,))
    yield from texts(node, (t.POSITION, reference.position.value), (t.LOCATOR, reference.locator))
    if reference.relation is not None:
        yield node, t.CHARACTERIZATION, t.term(reference.relation)
    yield from links(node, t.VIA, nodes, "work", (reference.via, *reference.through))
