"""Contributions: who wrote, edited or translated a work, in the printed order (PRO)."""

from collections.abc import Iterator

from ibidem.cited import Work
from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, integer, links

_ROLES = (("author", "authors", t.AUTHOR), ("editor", "editors", t.EDITOR), ("translator", "translators", t.TRANSLATOR))


def describe_contributions(work: Work, nodes: Nodes) -> Iterator[Statement]:
    """Describe the contributions to a work; ranks count from 1 in each role."""
    for name, held, role in _ROLES:
        for rank, agent in enumerate(getattr(work, held), start=1):
            node = nodes.node("contribution", f"{work.key}-{name}-{rank}")
            yield nodes.node("work", work.key), t.IS_DOCUMENT_CONTEXT_FOR, node
            yield node, t.A, t.ROLE_IN_TIME
            yield from links(node, t.IS_HELD_BY, nodes, "agent", (agent,))
            yield node, t.WITH_ROLE, role
            yield node, t.SEQUENCE, integer(rank)
