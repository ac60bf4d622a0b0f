"""In-text reference pointers: the note numbers in the running text (C4O)."""

from collections.abc import Iterator

from ibidem.cited import Pointer
from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, generated, integer, links, texts


def describe_pointer(pointer: Pointer, nodes: Nodes) -> Iterator[Statement]:
    """Describe a pointer and the references that it denotes."""
    node = nodes.node("pointer", pointer.key)
    yield node, t.A, t.REFERENCE_POINTER
    yield node, t.NUMBER, integer(pointer.number)
    yield from texts(node, (t.SECTION, pointer.section))
    yield from links(node, t.DENOTES, nodes, "reference", pointer.references)
    yield from generated(node, pointer.rules, nodes)
