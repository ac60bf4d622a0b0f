"""Contributions: who wrote or edited a work, in the printed order (PRO)."""

from collections.abc import Iterator

from ibidem.cited import Work
from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, integer, links

_ROLES = (("author", t.AUTHOR), ("editor", t.EDITOR))


def describe_contributions(work: Work, nodes: Nodes) -> Iterator[Statement]:
    """Describe the contributions to a work; ranks count from 1 in each role."""
    for name, role in _ROLES:
        agents = work.authors if name == "author" else work.editors
        for rank, agent in enumerate(agents, start=1):
            node = nodes.node("contribution", f"{work.key}-{name}-{rank}")
            yield nodes.node("work", work.key), t.IS_DOCUMENT_CONTEXT_FOR, node
            yield node, t.A, t.ROLE_IN_TIME
            yield from links(node, t.IS_HELD_BY, nodes, "agent", (agent,))
            yield node, t.WITH_ROLE, role
            yield node, t.SEQUENCE, integer(rank)
