"""Roles: the offices and functions that the paper gives its actors."""

from collections.abc import Iterator

from pyoxigraph import Literal

from ibidem.describe import terms as t
from ibidem.describe.date import dated
from ibidem.describe.statement import Nodes, Statement, generated, links, texts
from ibidem.story import Role


def describe_role(role: Role, nodes: Nodes) -> Iterator[Statement]:
    """Describe a role: title, of whom, when, and whether the paper calls it former."""
    node = nodes.node("role", role.key)
    yield node, t.A, t.ROLE
    yield from texts(node, (t.PREF_LABEL, role.title), (t.OF_PRINTED, role.of_printed))
    yield from links(node, t.RELATES_TO_ENTITY, nodes, "actor", (role.of,))
    yield from dated(node, role.date, nodes)
    yield node, t.FORMER, Literal(role.former)
    yield from generated(node, role.rules, nodes)
