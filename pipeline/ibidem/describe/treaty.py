"""Treaties and other instruments that actors conclude or issue."""

from collections.abc import Iterator

from ibidem.describe import terms as t
from ibidem.describe.date import dated
from ibidem.describe.participation import describe_participations
from ibidem.describe.provision import describe_provision
from ibidem.describe.statement import Nodes, Statement, generated, links, matched, texts
from ibidem.story import Treaty


def describe_treaty(treaty: Treaty, nodes: Nodes) -> Iterator[Statement]:
    """Describe a treaty with its participations and provisions."""
    node = nodes.node("treaty", treaty.key)
    yield node, t.A, t.TREATY
    yield from texts(node, (t.PREF_LABEL, treaty.name), (t.KIND, treaty.kind), (t.TREATY_STATUS, treaty.status))
    yield from dated(node, treaty.date, nodes)
    yield from links(node, t.LOCATION, nodes, "place", (treaty.place,))
    yield from describe_participations(treaty, nodes)
    yield from links(node, t.HAS_PART, nodes, "provision", (provision.key for provision in treaty.provisions))
    yield from links(node, t.CITES, nodes, "treaty", treaty.cites)
    yield from links(node, t.SUPPORTED_BY, nodes, "pointer", treaty.pointers)
    yield from matched(node, "treaty", treaty.authority, nodes)
    yield from generated(node, treaty.rules, nodes)
    for provision in treaty.provisions:
        yield from describe_provision(provision, nodes)
