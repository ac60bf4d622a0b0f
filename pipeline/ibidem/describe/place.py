"""Places named as such: of publication, of a treaty, of an event (schema.org)."""

from collections.abc import Iterator

from ibidem.cited import Place
from ibidem.describe import terms as t
from ibidem.describe.statement import Nodes, Statement, generated, matched, texts


def describe_place(place: Place, nodes: Nodes) -> Iterator[Statement]:
    """Describe a place."""
    node = nodes.node("place", place.key)
    yield node, t.A, t.SCHEMA_PLACE
    yield from texts(node, (t.PREF_LABEL, place.name))
    yield from matched(node, "place", place.authority, nodes)
    yield from generated(node, place.rules, nodes)
