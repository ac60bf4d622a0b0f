"""Evidence: the stretches of the text that say what the data say (Web Annotation).

One annotation for each distinct stretch, with one selector that is a TextQuoteSelector and a TextPositionSelector
(docs/decisions/0002), and one more where a way leads back into the file as received. Works, agents
and places named in a note have the whole reference as their evidence.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.describe.finding import finding_key, published_findings
from ibidem.describe.origin import describe_origin
from ibidem.describe.statement import Nodes, Statement
from ibidem.document import CONTEXT, Mention
from ibidem.iri import part
from ibidem.record import Record
from ibidem.span import Span

_LOOK_BACK = 100_000
"""How far back the words of a stretch are looked for, in code points: the time stays linear in the text."""

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
    yield from (("reference", reference.key, reference.mention) for reference in record.references)
    notes = sorted((reference.mention for reference in record.references), key=lambda mention: mention.span)
    chained = {
        via for reference in record.references if reference.through for via in (reference.via, *reference.through)
    }
    for kind, cited in (("work", record.works), ("agent", record.agents), ("place", record.places)):
        for item in cited:
            # The order of a chain of vias is the order of their places.
            inside = [] if kind == "work" and item.key in chained else notes
            places = (_noted(mention, inside) for mention in shown(item.mentions))
            yield from ((kind, item.key, mention) for mention in dict.fromkeys(places))
    for kind, told in (("actor", record.actors), ("treaty", record.treaties)):
        yield from ((kind, item.key, mention) for item in told for mention in shown(item.mentions))
    yield from (("role", role.key, role.mention) for actor in record.actors for role in actor.roles)
    for treaty in record.treaties:
        yield from (("provision", provision.key, provision.mention) for provision in treaty.provisions)
    yield from (("quotation", quotation.key, quotation.mention) for quotation in record.quotations)
    yield from (("event", event.key, event.mention) for event in record.events)
    yield from (("claim", claim.key, claim.mention) for claim in record.claims)
    yield from (("decision", decision.key, decision.mention) for decision in record.decisions)
    if text is not None:
        for finding in published_findings(record):
            if finding.span is not None:
                yield "finding", finding_key(finding), _mention(finding.span, text)


def _noted(mention: Mention, notes: list[Mention]) -> Mention:
    """Give the reference that a mention lies in, else the mention."""
    index = bisect_right(notes, mention.span.start, key=lambda note: note.span.start) - 1
    return notes[index] if index >= 0 and notes[index].span.contains(mention.span) else mention


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
        yield from _passage(mention, bodies[span], nodes, alone=text is not None and not _stands_before(mention, text))
        yield from describe_origin(span, record.origins, nodes)


def _stands_before(mention: Mention, text: str) -> bool:
    """Tell whether the same words stand earlier in the text."""
    start = mention.span.start
    return text.find(mention.exact, max(0, start - _LOOK_BACK), mention.span.end - 1) >= 0


def _passage(mention: Mention, bodies: list[NamedNode], nodes: Nodes, *, alone: bool) -> Iterator[Statement]:
    """Describe a stretch; one that is `alone` is found by its words without those around it."""
    start, end = mention.span.start, mention.span.end
    iri = nodes.minter.node("passage", f"{start}-{end}")
    passage, target, selector = NamedNode(iri), NamedNode(part(iri, "target")), NamedNode(part(iri, "selector"))
    yield passage, t.A, t.ANNOTATION
    for body in bodies:
        yield passage, t.HAS_BODY, body
    yield passage, t.HAS_TARGET, target
    yield target, t.HAS_SOURCE, nodes.paper
    yield target, t.HAS_SELECTOR, selector
    yield selector, t.A, t.QUOTE_SELECTOR
    yield selector, t.A, t.POSITION_SELECTOR
    yield selector, t.EXACT, Literal(mention.exact)
    if not alone:
        yield selector, t.PREFIX, Literal(mention.prefix)
        yield selector, t.SUFFIX, Literal(mention.suffix)
    if mention.reading != mention.exact:
        yield selector, t.READING, Literal(mention.reading)
    yield selector, t.START, Literal(str(start), datatype=t.XSD_NON_NEGATIVE_INTEGER)
    yield selector, t.END, Literal(str(end), datatype=t.XSD_NON_NEGATIVE_INTEGER)
