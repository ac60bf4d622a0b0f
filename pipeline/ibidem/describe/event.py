"""Events: what the body dates to a year or better."""

from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.date import dated
from ibidem.describe.statement import Nodes, Statement, generated, links, texts
from ibidem.story import Event


def describe_event(event: Event, nodes: Nodes) -> Iterator[Statement]:
    """Describe an event."""
    node = nodes.node("event", event.key)
    yield node, t.A, t.EVENT
    yield from texts(node, (t.PREF_LABEL, event.label), (t.KIND, event.kind))
    yield from dated(node, event.date, nodes)
    yield from links(node, t.LOCATION, nodes, "place", (event.place,))
    yield from links(node, t.PARTICIPANT, nodes, "actor", event.actors)
    yield from links(node, t.SUPPORTED_BY, nodes, "pointer", event.pointers)
    yield from generated(node, event.rules, nodes)
