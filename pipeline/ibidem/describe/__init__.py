"""Describe: a record becomes quads in its paper's graph; authorities become quads in theirs."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from pyoxigraph import NamedNode, Quad

from ibidem.authority import Authority
from ibidem.describe.actor import describe_actor
from ibidem.describe.agent import describe_agent
from ibidem.describe.authority import describe_authority
from ibidem.describe.citation import describe_citation
from ibidem.describe.claim import describe_claim
from ibidem.describe.dataset import describe_dataset
from ibidem.describe.date import describe_dates
from ibidem.describe.decision import describe_decision
from ibidem.describe.event import describe_event
from ibidem.describe.finding import describe_finding, published_findings
from ibidem.describe.keyword import describe_keyword
from ibidem.describe.ontology import describe_ontology
from ibidem.describe.paper import complete, describe_paper
from ibidem.describe.passage import describe_passages, evidence_of
from ibidem.describe.place import describe_place
from ibidem.describe.pointer import describe_pointer
from ibidem.describe.quotation import describe_quotation
from ibidem.describe.reference import describe_reference
from ibidem.describe.rule import describe_rules
from ibidem.describe.segment import describe_segment, describe_text
from ibidem.describe.statement import Nodes, Statement
from ibidem.describe.treaty import describe_treaty
from ibidem.describe.withdrawn import describe_withdrawn
from ibidem.describe.work import describe_work
from ibidem.document import Document
from ibidem.origin import text_digest
from ibidem.record import Record
from ibidem.segment import Segment, allows_text, anchored_sentences, whole_text

__all__ = [
    "describe_authorities",
    "describe_dataset",
    "describe_ontology",
    "describe_record",
    "describe_segments",
    "describe_withdrawn",
    "segments_of",
]

T = TypeVar("T")


def describe_record(
    record: Record, *, base: str, text: str | None = None, people: Iterable[tuple[str, str]] = ()
) -> list[Quad]:
    """Describe a paper in its own graph, each quad once, in the order of the record.

    A finding has evidence only where the paper's `text` is given; information stands in the report alone. Who decided
    and is one of the `people`, name and IRI, has that IRI. Raise InputError for a licence that is no IRI, ValueError
    for a key that makes none.
    """
    whole = complete(record)
    nodes = Nodes.of(base, whole.paper.id, people)
    statements = dict.fromkeys(_statements(whole, nodes))
    known = {subject for subject, _, _ in statements}
    for finding in published_findings(whole):
        statements.update(dict.fromkeys(describe_finding(finding, nodes, known=known)))
    statements.update(dict.fromkeys(describe_passages(whole, nodes, text=text)))
    return [Quad(subject, predicate, value, nodes.paper) for subject, predicate, value in statements]


def _statements(record: Record, nodes: Nodes) -> Iterator[Statement]:
    yield from describe_paper(record, nodes)
    yield from _each(describe_keyword, record.keywords, nodes)
    yield from _each(describe_pointer, record.pointers, nodes)
    yield from _each(describe_reference, record.references, nodes)
    yield from _each(describe_citation, record.references, nodes)
    yield from _each(describe_work, record.works, nodes)
    yield from _each(describe_agent, record.agents, nodes)
    yield from _each(describe_place, record.places, nodes)
    yield from _each(describe_actor, record.actors, nodes)
    yield from _each(describe_quotation, record.quotations, nodes)
    yield from _each(describe_treaty, record.treaties, nodes)
    yield from _each(describe_event, record.events, nodes)
    yield from _each(describe_claim, record.claims, nodes)
    yield from _each(describe_decision, record.decisions, nodes)
    yield from describe_dates(record, nodes)
    yield from describe_rules(record, nodes)


def _each(describe: Callable[[T, Nodes], Iterator[Statement]], items: Iterable[T], nodes: Nodes) -> Iterator[Statement]:
    for item in items:
        yield from describe(item, nodes)


def segments_of(record: Record, document: Document) -> tuple[Segment, ...]:
    """Give what is published of a paper's text: all where its licence allows it, else the sentences with evidence.

    A name alone is quoted without its sentence: most sentences name somebody.
    """
    if allows_text(record.paper.license):
        return tuple(whole_text(document))
    evidence = evidence_of(record, text=document.text)
    return tuple(anchored_sentences(document, (mention.span for kind, _, mention in evidence if kind != "actor")))


def describe_segments(
    record: Record, segments: Iterable[Segment], *, base: str, text: str | None = None
) -> list[Quad]:
    """Describe what is published of a paper's `text` in the graph `<base><paper>/reading`."""
    nodes = Nodes.of(base, record.paper.id)
    graph = NamedNode(nodes.minter.text)
    whole = allows_text(record.paper.license)
    digest = record.paper.sha256 if text is None else text_digest(text)
    about = describe_text(record.paper, nodes, whole=whole, digest=digest)
    statements = [*about, *_each(describe_segment, segments, nodes)]
    return [Quad(*statement, graph) for statement in statements]


def describe_authorities(authorities: Iterable[Authority], *, base: str) -> list[Quad]:
    """Describe what is known across papers, in the graph `<base>authorities`."""
    graph = NamedNode(f"{base}authorities")
    statements = (item for authority in authorities for item in describe_authority(authority, base=base))
    return [Quad(*statement, graph) for statement in dict.fromkeys(statements)]
