"""Releases as a Linked Data Event Stream (LDES 1.0, on TREE): what harvesters page through, each member once.

A member is the version of an entity that a release made: an activity (Activity Streams 2.0) that creates, updates or
deletes it. The pages of a release are written from its list alone and never change; the root, which lists them, grows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from ibidem.change.changes import Change, ChangeKind, Release
from ibidem.dump import TurtleGraph, to_nquads, write_turtle
from ibidem.dump.graph import split_graphs
from ibidem.iri import change_file, part

ROOT = "stream.ttl"
MEMBERS = 500
"""How many members a page has at most."""

DAY = 24 * 60 * 60

_PREFIXES = {
    "as": "https://www.w3.org/ns/activitystreams#",
    "dcterms": "http://purl.org/dc/terms/",
    "ldes": "https://w3id.org/ldes#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "tree": "https://w3id.org/tree#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ACTIVITIES = {ChangeKind.ADDED: "as:Create", ChangeKind.CHANGED: "as:Update", ChangeKind.WITHDRAWN: "as:Delete"}

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a stream stands: `base` of its IRIs, `address` of its files, both as the workspace has them."""

    base: str
    address: str
    title: str
    language: str
    license: str

    @property
    def iri(self) -> NamedNode:
        """Give the IRI of the stream."""
        return NamedNode(part(change_file(self.base, ROOT), "stream"))

    def node(self, name: str) -> NamedNode:
        """Give the IRI of a page: the address that it is fetched from, as TREE asks."""
        return NamedNode(change_file(self.address, name))

    def member(self, name: str, iri: str) -> NamedNode:
        """Give the IRI of the version of an entity that stands in a page."""
        return NamedNode(part(change_file(self.base, name), quote(iri.removeprefix(self.base), safe="/")))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a release: its file and the changes that it holds."""

    name: str
    release: Release
    changes: tuple[Change, ...]


def leaves(releases: Sequence[Release]) -> tuple[Leaf, ...]:
    """Lay releases out in pages, oldest first; one that changes nothing has none."""
    return tuple(
        Leaf(f"{release.version}-{at // MEMBERS + 1}.ttl", release, release.changes[at : at + MEMBERS])
        for release in releases
        for at in range(0, len(release.changes), MEMBERS)
    )


def write_stream(releases: Sequence[Release], stream: Stream) -> dict[str, bytes]:
    """Give the files of a stream by name: the root and the pages."""
    held = leaves(releases)
    files = {ROOT: _turtle(_root(held, stream), stream)}
    return files | {leaf.name: _turtle(_leaf(leaf, stream), stream) for leaf in held}


def _root(held: Sequence[Leaf], stream: Stream) -> Iterator[Statement]:
    root = stream.node(ROOT)
    policy = NamedNode(f"{root.value}#retention")
    yield from _described(stream)
    yield stream.iri, _term("dcterms:title"), Literal(stream.title, language=stream.language)
    yield stream.iri, _term("dcterms:license"), NamedNode(stream.license)
    yield stream.iri, _term("ldes:pollingInterval"), Literal(DAY)
    yield root, _term("rdf:type"), _term("tree:Node")
    yield root, _term("rdf:type"), _term("ldes:EventSource")
    if held:
        yield root, _term("ldes:retentionPolicy"), policy
        yield policy, _term("rdf:type"), _term("ldes:RetentionPolicy")
        yield policy, _term("ldes:startingFrom"), _moment(held[0].release)
    for leaf in held:
        for side, kind in (("from", "GreaterThanOrEqualTo"), ("until", "LessThanOrEqualTo")):
            relation = NamedNode(f"{root.value}#{side}-{leaf.name.removesuffix('.ttl')}")
            yield root, _term("tree:relation"), relation
            yield relation, _term("rdf:type"), _term(f"tree:{kind}Relation")
            yield relation, _term("tree:node"), stream.node(leaf.name)
            yield relation, _term("tree:path"), _term("as:published")
            yield relation, _term("tree:value"), _moment(leaf.release)


def _described(stream: Stream) -> Iterator[Statement]:
    """Say of the stream what a client needs on every page."""
    yield stream.iri, _term("rdf:type"), _term("ldes:EventStream")
    yield stream.iri, _term("tree:view"), stream.node(ROOT)
    yield stream.iri, _term("ldes:timestampPath"), _term("as:published")
    yield stream.iri, _term("ldes:versionOfPath"), _term("dcterms:isVersionOf")
    for name, kind in (("Create", "ADDED"), ("Update", "CHANGED"), ("Delete", "WITHDRAWN")):
        yield stream.iri, _term(f"ldes:version{name}Path"), _term("rdf:type")
        yield stream.iri, _term(f"ldes:version{name}Object"), _term(_ACTIVITIES[ChangeKind[kind]])


def _leaf(leaf: Leaf, stream: Stream) -> Iterator[Statement]:
    node = stream.node(leaf.name)
    yield from _described(stream)
    yield node, _term("rdf:type"), _term("tree:Node")
    yield node, _term("ldes:immutable"), Literal(True)
    for change in leaf.changes:
        member = stream.member(leaf.name, change.iri)
        entity = NamedNode(change.iri)
        yield stream.iri, _term("tree:member"), member
        yield member, _term("rdf:type"), _term(_ACTIVITIES[change.kind])
        yield member, _term("dcterms:isVersionOf"), entity
        yield member, _term("as:object"), entity
        yield member, _term("as:published"), _moment(leaf.release)
        yield member, _term("as:name"), Literal(change.label)
        yield member, _term("schema:version"), Literal(leaf.release.version)
        if change.words:
            yield member, _term("as:summary"), Literal("\n".join(change.words))
        if change.replaced_by:
            yield member, _term("dcterms:isReplacedBy"), NamedNode(change.replaced_by)
        if change.sha256:
            yield member, _term("schema:sha256"), Literal(change.sha256)


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(_PREFIXES[prefix] + local)


def _moment(release: Release) -> Literal:
    return Literal(release.moment, datatype=_term("xsd:dateTime"))


def _turtle(statements: Iterator[Statement], stream: Stream) -> bytes:
    graphs = split_graphs(to_nquads(Quad(*statement) for statement in statements), base=stream.base)
    held = [TurtleGraph(graph, prefixes=_PREFIXES, base=stream.base) for graph in graphs]
    return write_turtle(held, prefixes=_PREFIXES, base=stream.base).encode("utf-8")
