"""Quotations and paraphrases: who said what to whom, when."""

from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.date import dated
from ibidem.describe.statement import Nodes, Statement, generated, links, texts
from ibidem.story import Quotation


def describe_quotation(quotation: Quotation, nodes: Nodes) -> Iterator[Statement]:
    """Describe a quotation; its words are in its evidence."""
    node = nodes.node("quotation", quotation.key)
    yield node, t.A, t.QUOTATION
    yield from texts(
        node,
        (t.CATEGORY, quotation.category.value),
        (t.MARKS, quotation.marks),
        (t.OCCASION, quotation.occasion),
    )
    yield from links(node, t.SPEAKER, nodes, "actor", quotation.speakers)
    yield from links(node, t.SPEAKER_ROLE, nodes, "role", (quotation.speaker_role,))
    yield from links(node, t.ADDRESSEE, nodes, "actor", (quotation.addressee,))
    yield from dated(node, quotation.date, nodes)
    yield from links(node, t.SUPPORTED_BY, nodes, "pointer", quotation.pointers)
    yield from links(node, t.IS_PART_OF, nodes, "quotation", (quotation.within,))
    yield from generated(node, quotation.rules, nodes)
