"""What was released and is no more: that it was withdrawn, why, by whom, and what stands for it now (ADMS, PROV-O)."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ibidem.describe import terms as t
from ibidem.describe.statement import Statement, texts
from ibidem.iri import absolute, part
from ibidem.withdrawal import Withdrawal

ACT, CURATOR = "withdrawal", "curator"
"""The parts of what was withdrawn: that somebody did so, and who did, where no IRI of theirs is known."""

_WITHDRAWN = NamedNode("http://purl.org/adms/status/Withdrawn")


def describe_withdrawn(
    withdrawals: Iterable[Withdrawal], *, base: str, people: Iterable[tuple[str, str]] = ()
) -> list[Quad]:
    """Describe what was withdrawn, in the graph `<base>withdrawn`.

    Who decided and is one of the `people`, name and IRI, has that IRI.
    """
    graph = NamedNode(f"{base}withdrawn")
    known = dict(people)
    statements = (said for item in withdrawals for said in _statements(item, base, known))
    return [Quad(*statement, graph) for statement in dict.fromkeys(statements)]


def _statements(item: Withdrawal, base: str, people: dict[str, str]) -> Iterator[Statement]:
    node = NamedNode(absolute(item.iri, base))
    act, curator = NamedNode(part(node.value, ACT)), NamedNode(part(node.value, CURATOR))
    yield node, t.A, t.ENTITY
    yield node, t.STATUS, _WITHDRAWN
    if item.replaced_by:
        yield node, t.IS_REPLACED_BY, NamedNode(absolute(item.replaced_by, base))
    yield node, t.INVALIDATED_BY, act
    yield act, t.A, t.ACTIVITY
    yield from texts(act, (t.COMMENT, item.reason))
    if item.date:
        yield act, t.DC_DATE, Literal(item.date, datatype=t.XSD_DATE)
    if item.by in people:
        yield act, t.ASSOCIATED_WITH, NamedNode(people[item.by])
        return
    yield act, t.ASSOCIATED_WITH, curator
    yield curator, t.A, t.AGENT
    yield from texts(curator, (t.FOAF_NAME, item.by))
