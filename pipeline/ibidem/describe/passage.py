"""Evidence: the stretches of the text that say what the data say (Web Annotation)."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.describe.finding import finding_key
from ibidem.describe.statement import Nodes, Statement
from ibidem.document import CONTEXT, Mention
from ibidem.record import Record
from ibidem.span import Span

Evidence = tuple[str, str, Mention]
"""Kind and key of a node, and a stretch of the text that is evidence for it."""


def shown(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Choose the first mention of each distinct reading, in the order of the text."""
    first: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda mention: mention.span):
        first.setdefault(mention.reading, mention)
    return tuple(first.values())


def evidence_of(record: Record, *, text: str | None) -> Iterator[Evidence]:
    """Give the evidence of every node of a record; findings have some only where the `text` is at hand."""
    yield from (("keyword", keyword.key, keyword.mention) for keyword in record.keywords)
    yield from (("pointer", pointer.key, pointer.mention) for pointer in record.pointers)
    for reference in record.references:
        yield "reference", reference.key, reference.mention
        if reference.work is not None:
            yield "citation", reference.key, reference.mention
    for kind, items in (
        ("work", record.works),
        ("agent", record.agents),
        ("place", record.places),
        ("actor", record.actors),
        ("treaty", record.treaties),
    ):
        yield from ((kind, item.key, mention) for item in items for mention in shown(item.mentions))
    yield from (("role", role.key, role.mention) for actor in record.actors for role in actor.roles)
    for treaty in record.treaties:
        yield from (("provision", provision.key, provision.mention) for provision in treaty.provisions)
    yield from (("quotation", quotation.key, quotation.mention) for quotation in record.quotations)
    yield from (("event", event.key, event.mention) for event in record.events)
    yield from (("claim", claim.key, claim.mention) for claim in record.claims)
    yield from (("decision", decision.key, decision.mention) for decision in record.decisions)
    if text is not None:
        for finding in record.findings:
            if finding.span is not None:
                yield "finding", finding_key(finding), _mention(finding.span, text)


def _mention(span: Span, text: str) -> Mention:
    exact = span.of(text)
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    return Mention(span, exact, prefix, text[span.end : span.end + CONTEXT], exact)


def describe_passages(record: Record, nodes: Nodes, *, text: str | None = None) -> Iterator[Statement]:
    """Describe each stretch of the text once, with all the nodes that it is evidence for."""
    mentions: dict[Span, Mention] = {}
    bodies: dict[Span, list[NamedNode]] = {}
    for kind, key, mention in evidence_of(record, text=text):
        span = mention.span
        if span not in mentions or mentions[span].reading == mention.exact:
            mentions[span] = mention
        bodies.setdefault(span, []).append(nodes.node(kind, key))
    for span, mention in mentions.items():
        yield from _passage(mention, bodies[span], nodes)


def _passage(mention: Mention, bodies: list[NamedNode], nodes: Nodes) -> Iterator[Statement]:
    start, end = mention.span.start, mention.span.end
    iri = nodes.minter.node("passage", f"{start}-{end}")
    passage, target = NamedNode(iri), NamedNode(f"{iri}/target")
    quote, position = NamedNode(f"{iri}/target/quote"), NamedNode(f"{iri}/target/position")
    yield passage, t.A, t.ANNOTATION
    for body in bodies:
        yield passage, t.HAS_BODY, body
    yield passage, t.HAS_TARGET, target
    yield target, t.A, t.SPECIFIC_RESOURCE
    yield target, t.HAS_SOURCE, nodes.paper
    yield target, t.HAS_SELECTOR, quote
    yield target, t.HAS_SELECTOR, position
    yield quote, t.A, t.QUOTE_SELECTOR
    yield quote, t.EXACT, Literal(mention.exact)
    yield quote, t.PREFIX, Literal(mention.prefix)
    yield quote, t.SUFFIX, Literal(mention.suffix)
    if mention.reading != mention.exact:
        yield quote, t.READING, Literal(mention.reading)
    yield position, t.A, t.POSITION_SELECTOR
    yield position, t.START, Literal(str(start), datatype=t.XSD_NON_NEGATIVE_INTEGER)
    yield position, t.END, Literal(str(end), datatype=t.XSD_NON_NEGATIVE_INTEGER)
