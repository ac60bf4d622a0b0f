"""Participations: as what an actor takes part in a treaty, and what it did."""

from collections import Counter
from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.date import dated
from ibidem.describe.statement import Nodes, Statement, links, texts
from ibidem.story import Treaty


def describe_participations(treaty: Treaty, nodes: Nodes) -> Iterator[Statement]:
    """Describe who takes part in a treaty; the second participation of an actor takes the number 2."""
    seen: Counter[str] = Counter()
    for participation in treaty.participations:
        seen[participation.actor] += 1
        again = seen[participation.actor]
        key = f"{treaty.key}-{participation.actor}" + (f"-{again}" if again > 1 else "")
        node = nodes.node("participation", key)
        yield nodes.node("treaty", treaty.key), t.IS_DOCUMENT_CONTEXT_FOR, node
        yield node, t.A, t.PARTICIPATION
        yield from links(node, t.PARTICIPANT, nodes, "actor", (participation.actor,))
        act = participation.act.value if participation.act is not None else None
        yield from texts(node, (t.CAPACITY, participation.capacity.value), (t.ACT, act))
        yield from dated(node, participation.date, nodes)
