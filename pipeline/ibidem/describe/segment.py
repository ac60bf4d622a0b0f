"""The text as published, in a graph of its own: its rights are not those of the data about it."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, integer, texts
from ibidem.iri import part
from ibidem.record import Paper
from ibidem.segment import Segment


def describe_text(paper: Paper, nodes: Nodes, *, whole: bool, digest: str) -> Iterator[Statement]:
    """Describe the text of a paper, which names its graph: whole, or excerpts of it, and under what rights.

    `digest` is the SHA-256 of the whole text, said where the paper's file is another: positions count in the text.
    """
    text = NamedNode(nodes.minter.text)
    yield text, t.A, t.EXPRESSION
    yield text, t.REALIZATION_OF, nodes.paper
    yield from texts(text, (t.KIND, "whole" if whole else "excerpts"), (t.RIGHTS, paper.rights))
    if digest != paper.sha256:
        yield text, t.SHA256, Literal(digest)
    if whole and paper.license:
        yield text, t.LICENSE, NamedNode(paper.license)


def describe_segment(segment: Segment, nodes: Nodes) -> Iterator[Statement]:
    """Describe a stretch of the text: what it is a part of, what stands there, and where."""
    start, end = segment.span.start, segment.span.end
    node = NamedNode(part(nodes.minter.text, f"at-{start}"))
    yield node, t.A, t.EXCERPT
    yield node, t.KIND, Literal(segment.kind.value)
    yield node, t.BLOCK, integer(segment.block)
    yield node, t.SEQUENCE, integer(segment.position)
    yield node, t.EXACT, Literal(segment.exact)
    if segment.reading != segment.exact:
        yield node, t.READING, Literal(segment.reading)
    yield node, t.START, Literal(str(start), datatype=t.XSD_NON_NEGATIVE_INTEGER)
    yield node, t.END, Literal(str(end), datatype=t.XSD_NON_NEGATIVE_INTEGER)
    if segment.note is not None:
        yield node, t.NUMBER, integer(segment.note.number)
        yield from texts(node, (t.SECTION, segment.note.section))
