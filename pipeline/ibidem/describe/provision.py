"""Provisions: what a treaty lays down, in a few words."""

from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, generated, texts
from ibidem.record import Provision


def describe_provision(provision: Provision, nodes: Nodes, *, rules: tuple[str, ...]) -> Iterator[Statement]:
    """Describe a provision; `rules` are its treaty's."""
    node = nodes.node("provision", provision.key)
    yield node, t.A, t.PROVISION
    yield from texts(node, (t.PREF_LABEL, provision.text), (t.ARTICLE, provision.article))
    yield from generated(node, rules, nodes)
