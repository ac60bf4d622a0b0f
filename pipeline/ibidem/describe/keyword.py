"""A paper's keywords as concepts."""

from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, generated, texts
from ibidem.record import KeywordGloss

KEYWORD_RULES = ("read-keyword",)
"""The rule that reads keywords: a record keeps none for them."""


def describe_keyword(keyword: KeywordGloss, nodes: Nodes) -> Iterator[Statement]:
    """Describe a keyword and its gloss."""
    node = nodes.node("keyword", keyword.key)
    yield nodes.paper, t.SUBJECT, node
    yield node, t.A, t.CONCEPT
    yield from texts(node, (t.PREF_LABEL, keyword.term), (t.DEFINITION, keyword.gloss))
    yield from generated(node, KEYWORD_RULES, nodes)
