"""Works: the sources cited, what contains them, and the paper's journal (FaBiO, FRBR, PRISM, schema.org)."""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode

from ibidem.cited import Work
from ibidem.describe import terms as t
from ibidem.describe.contribution import describe_contributions
from ibidem.describe.date import dated
from ibidem.describe.statement import Nodes, Statement, generated, links, matched, texts
from ibidem.words import read_table


@cache
def _classes() -> dict[str, NamedNode]:
    return {kind: t.term(name) for kind, name in read_table("work-kinds")}


def describe_work(work: Work, nodes: Nodes) -> Iterator[Statement]:
    """Describe a work with its contributions; its second class is that of its kind."""
    node = nodes.node("work", work.key)
    yield node, t.A, t.WORK
    yield node, t.A, _classes().get(work.type, t.CREATIVE_WORK)
    yield from texts(
        node,
        (t.KIND, work.type),
        (t.TITLE, work.title),
        *((t.ALTERNATIVE, title) for title in work.titles),
        (t.VOLUME, work.volume),
        (t.ISSUE, work.issue),
        (t.PRISM_NUMBER, work.number),
        (t.PAGE_RANGE, work.pages),
        (t.EDITION, work.edition),
        (t.SERIES, work.series),
        (t.DOI, work.doi),
        (t.ISBN, work.isbn),
        (t.ITEM_LOCATION, work.archive),
        (t.GENRE, work.genre),
        (t.NOTE, work.note),
    )
    if work.url:
        yield node, t.FABIO_URL, Literal(work.url, datatype=t.XSD_ANY_URI)
    if work.accessed is not None:
        yield node, t.ACCESS_DATE, Literal(work.accessed.edtf, datatype=t.EDTF)
    yield from links(node, t.PART_OF, nodes, "work", (work.container,))
    yield from describe_contributions(work, nodes)
    yield from dated(node, work.date, nodes)
    yield from links(node, t.PUBLISHER, nodes, "agent", (work.publisher,))
    yield from links(node, t.PLACE_OF_PUBLICATION, nodes, "place", (work.place,))
    yield from matched(node, "work", work.authority, nodes)
    yield from generated(node, work.rules, nodes)
