"""Provisions: what a treaty lays down, in a few words."""

from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, texts
from ibidem.story import Provision


def describe_provision(provision: Provision, nodes: Nodes) -> Iterator[Statement]:
    """Describe a provision; what made its treaty made it."""
    node = nodes.node("provision", provision.key)
    yield node, t.A, t.PROVISION
    yield from texts(node, (t.PREF_LABEL, provision.text), (t.ARTICLE, provision.article))
