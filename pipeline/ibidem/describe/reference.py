"""Bibliographic references: one for each source pointed at in a note (BiRO)."""

from collections.abc import Iterator

from ibidem.cited import Reference
from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, generated, integer, links, texts


def describe_reference(reference: Reference, nodes: Nodes) -> Iterator[Statement]:
    """Describe a reference: its place in the notes, its printed form, what it resolves to.

    The first of a note has no index, and a reference that is resolved to itself says nothing of it.
    """
    node = nodes.node("reference", reference.key)
    yield node, t.A, t.BIBLIOGRAPHIC_REFERENCE
    yield node, t.NUMBER, integer(reference.number)
    if reference.index:
        yield node, t.SEQUENCE, integer(reference.index)
    yield from texts(node, (t.SECTION, reference.section), (t.FORM, reference.form.value), (t.SIGNAL, reference.signal))
    yield from links(node, t.ANTECEDENT, nodes, "reference", (reference.antecedent,))
    if reference.resolved != reference.key:
        yield from links(node, t.RESOLVED, nodes, "reference", (reference.resolved,))
    yield from links(node, t.REFERENCES, nodes, "work", (reference.work,))
    yield from generated(node, reference.rules, nodes)
