"""A harvester that follows the stream meets every change once, in order, and only terms that exist."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ibidem.change.changes import Change, ChangeKind, Release
from ibidem.change.ldes import MEMBERS, ROOT, Stream, write_stream
from releases import ADDRESS, BASE, FIRST, MANY, NASTY, SECOND

AS = Namespace("https://www.w3.org/ns/activitystreams#")
LDES = Namespace("https://w3id.org/ldes#")
TREE = Namespace("https://w3id.org/tree#")
SCHEMA = Namespace("https://schema.org/")
STREAM = Stream(BASE, ADDRESS, "Changes", "en", "https://creativecommons.org/publicdomain/zero/1.0/")
ALL = (FIRST, SECOND, MANY)
KINDS = {AS.Create: ChangeKind.ADDED, AS.Update: ChangeKind.CHANGED, AS.Delete: ChangeKind.WITHDRAWN}


class Harvester:
    """Follow a stream as TREE says, from its root, page by page; `since` leaves out pages that end before it."""

    def __init__(self, files: dict[str, bytes], since: str = "0001-01-01T00:00:00Z") -> None:
        self.files, self.since = files, datetime.fromisoformat(since)
        self.fetched: list[str] = []
        root = self.fetch(f"{ADDRESS}changes/{ROOT}")
        self.stream = next(root.subjects(RDF.type, LDES.EventStream))
        view = next(root.objects(self.stream, TREE.view))
        self.pages = [root, *(self.fetch(node) for node in self.nodes(root, view))]

    def fetch(self, address: str) -> Graph:
        self.fetched.append(address)
        return Graph().parse(data=self.files[address.removeprefix(f"{ADDRESS}changes/")], format="turtle")

    def nodes(self, graph: Graph, view: Node) -> list[str]:
        found, skipped = dict[str, datetime](), set[str]()
        for relation in graph.objects(view, TREE.relation):
            node, value = str(graph.value(relation, TREE.node)), graph.value(relation, TREE.value)
            assert isinstance(value, Literal)
            assert value.datatype == XSD.dateTime
            assert graph.value(relation, TREE.path) == AS.published
            found[node] = datetime.fromisoformat(str(value))
            if (relation, RDF.type, TREE.LessThanOrEqualToRelation) in graph and found[node] < self.since:
                skipped.add(node)
        return sorted(found.keys() - skipped, key=lambda node: (found[node], node))

    def members(self) -> Iterator[tuple[Graph, Node]]:
        for page in self.pages:
            for member in sorted(page.objects(self.stream, TREE.member), key=str):
                yield page, member

    def changes(self) -> list[tuple[datetime, Change]]:
        return [
            (datetime.fromisoformat(str(page.value(member, AS.published))), self.change(page, member))
            for page, member in self.members()
        ]

    def change(self, page: Graph, member: Node) -> Change:
        summary = page.value(member, AS.summary)
        return Change(
            KINDS[URIRef(str(page.value(member, RDF.type)))],
            str(page.value(member, DCTERMS.isVersionOf)),
            str(page.value(member, SCHEMA.sha256) or ""),
            str(page.value(member, AS.name)),
            tuple(str(summary).split("\n")) if summary else (),
            str(page.value(member, DCTERMS.isReplacedBy) or ""),
        )


def test_a_harvester_meets_every_change_once() -> None:
    expected = [(datetime.fromisoformat(release.moment), change) for release in ALL for change in release.changes]
    found = Harvester(write_stream(ALL, STREAM)).changes()
    assert len(found) == len(expected) == len(set(found))
    assert set(found) == set(expected)
    assert [moment for moment, _ in found] == sorted(moment for moment, _ in found)


def test_whoever_comes_back_skips_the_pages_that_end_before() -> None:
    harvester = Harvester(write_stream(ALL, STREAM), since=SECOND.moment)
    assert {change.iri for _, change in harvester.changes()} == {
        change.iri for release in (SECOND, MANY) for change in release.changes
    }
    assert f"{ADDRESS}changes/0.1.0-1.ttl" not in harvester.fetched


def test_pages_stay_as_they_are_when_a_release_is_added() -> None:
    before, after = write_stream(ALL[:2], STREAM), write_stream(ALL, STREAM)
    assert before.keys() < after.keys()
    assert {name for name in before if before[name] != after[name]} == {ROOT}


def test_pages_are_immutable_and_small_and_the_root_is_neither() -> None:
    files = write_stream(ALL, STREAM)
    for name, data in files.items():
        graph = Graph().parse(data=data, format="turtle")
        node = URIRef(f"{ADDRESS}changes/{name}")
        assert (node, RDF.type, TREE.Node) in graph
        assert ((node, LDES.immutable, Literal(True)) in graph) == (name != ROOT)
        assert len(list(graph.objects(None, TREE.member))) <= MEMBERS
    assert len([name for name in files if name.startswith("0.3.0-")]) == 3


def test_a_version_has_an_iri_of_its_own_in_the_page_that_holds_it() -> None:
    for hash_or_slash in ("https://example.org/data/", "https://example.org/data#"):
        stream = Stream(hash_or_slash, ADDRESS, "Changes", "en", STREAM.license)
        changes = tuple(
            Change(ChangeKind.ADDED, hash_or_slash + path, "0" * 64, path)
            for path in ("a/work/x", "a/work/y", "a/work/y/x")
        )
        harvester = Harvester(write_stream((Release("1", "2026-01-01", "0" * 64, changes),), stream))
        members = [str(member) for _, member in harvester.members()]
        assert len(set(members)) == len(changes)
        assert all(member.count("#") == 1 for member in members)
        assert not {change.iri for change in changes} & set(members)


def test_the_text_of_papers_stays_text() -> None:
    found = {change.label for _, change in Harvester(write_stream(ALL, STREAM)).changes()}
    assert f"quotation “{NASTY}”" in found


def test_before_the_first_release_the_stream_is_there_and_empty() -> None:
    files = write_stream((), STREAM)
    assert list(files) == [ROOT]
    assert Harvester(files).changes() == []


def test_a_release_that_changes_nothing_has_no_page() -> None:
    assert write_stream((Release("1.0.0", "2026-01-01", "0" * 64),), STREAM).keys() == {ROOT}


@pytest.mark.acceptance
def test_every_term_of_ldes_is_in_its_vocabulary_and_used_where_it_belongs() -> None:
    folder = os.environ.get("IBIDEM_ACCEPTANCE")
    if not folder:
        pytest.skip("set IBIDEM_ACCEPTANCE to the folder of the acceptance tests")
    path = Path(folder) / "contexts" / "ldes-vocabulary.ttl"
    vocabulary = Graph().parse(path, format="turtle")
    known = {str(term) for term in vocabulary.subjects()}
    for data in write_stream(ALL, STREAM).values():
        graph = Graph().parse(data=data, format="turtle")
        used = {str(term) for triple in graph for term in triple if str(term).startswith(str(LDES))}
        assert used
        assert used <= known
