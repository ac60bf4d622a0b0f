"""What differs between two builds is told once, at the entity that it belongs to."""

import pytest
from hypothesis import given

from builds import ACTOR, BASE, GRAPH, PAPER, QUOTATION, TREATY, WORK, build, passage
from ibidem.change.changes import ChangeKind
from ibidem.change.diff import Diff, compare_quads, diff_builds
from ibidem.change.dumps import dump_in, dump_of
from ibidem.dump import to_nquads
from published import Publication
from quads import QUADS

PLAIN = (PAPER, WORK, ACTOR, QUOTATION, TREATY, passage("quotation/no-fee", "no fee"))


def told(diff: Diff) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (told.change.kind.value, told.sort, told.change.label, told.change.words)
        for graph in diff.graphs
        for told in graph.told
    ]


def test_equal_builds_do_not_differ() -> None:
    diff = diff_builds(build(*PLAIN), build(*reversed(PLAIN)))
    assert not diff
    assert diff.old == diff.new
    assert diff.graphs == ()


def test_from_nothing_every_entity_is_added_and_no_part_of_one() -> None:
    diff = diff_builds(build(), build(*PLAIN))
    assert told(diff) == [
        ("added", "paper", "Harbours", ()),
        ("added", "quotation", "“no fee” (Erik Holm)", ()),
        ("added", "person", "Erik Holm", ()),
        ("added", "treaty or document", "Toll Treaty", ()),
        ("added", "work", "Fees", ()),
    ]
    assert [graph.label for graph in diff.graphs] == ["Harbours"]
    assert diff.removed == ()


def test_to_nothing_every_entity_is_withdrawn_by_its_last_name() -> None:
    diff = diff_builds(build(*PLAIN), build())
    assert {kind for kind, *_ in told(diff)} == {ChangeKind.WITHDRAWN}
    assert ("withdrawn", "quotation", "“no fee” (Erik Holm)", ()) in told(diff)
    assert [graph.label for graph in diff.graphs] == ["Harbours"]


def test_what_is_told_otherwise_of_an_entity_is_said_in_words() -> None:
    other = WORK.replace('"Fees"', '"Fees and Tolls"')
    assert told(diff_builds(build(PAPER, WORK), build(PAPER, other))) == [
        ("changed", "work", "Fees and Tolls", ("title: Fees → Fees and Tolls",))
    ]


def test_what_changes_of_a_part_is_told_at_its_whole_alone() -> None:
    other = TREATY.replace('"party"', '"guarantor"')
    assert told(diff_builds(build(ACTOR, TREATY), build(ACTOR, other))) == [
        (
            "changed",
            "treaty or document",
            "Toll Treaty",
            ("participation Erik Holm, guarantor, capacity: party → guarantor",),
        )
    ]


def test_a_node_that_others_point_to_changes_alone() -> None:
    other = ACTOR.replace("Erik Holm", "E. Holm")
    changed = told(diff_builds(build(*PLAIN), build(*(other if text == ACTOR else text for text in PLAIN))))
    assert changed == [("changed", "person", "E. Holm", ("name: Erik Holm → E. Holm",))]


def test_evidence_that_moves_is_told_with_its_places() -> None:
    new = (PAPER, WORK, ACTOR, QUOTATION, TREATY, passage("quotation/no-fee", "no fee", start=40))
    assert told(diff_builds(build(*PLAIN), build(*new))) == [
        (
            "changed",
            "quotation",
            "“no fee” (Erik Holm)",
            ("passage: “no fee” (passage/3-9) → “no fee” (passage/40-46)",),
        )
    ]


def test_evidence_that_another_entity_shares_changes_only_that_one() -> None:
    more = f"<passage/3-9> oa:hasBody <{GRAPH}/work/fees> ."
    assert told(diff_builds(build(*PLAIN), build(*PLAIN, more))) == [
        ("changed", "work", "Fees", ("passage: “no fee”",))
    ]


def test_what_is_renamed_or_merged_says_what_is_in_its_place() -> None:
    old = ACTOR + passage("actor/holm", "Holm")
    renamed = ACTOR.replace("actor/holm", "actor/erik-holm") + passage("actor/erik-holm", "Holm")
    assert told(diff_builds(build(old), build(renamed))) == [
        ("added", "person", "Erik Holm", ()),
        ("withdrawn", "person", "Erik Holm", ("in its place: person Erik Holm",)),
    ]
    other = '<actor/berg> a ibidem:Person ; skos:prefLabel "Berg" .'
    merged = told(diff_builds(build(old, other), build(other, passage("actor/berg", "Holm"))))
    assert ("withdrawn", "person", "Erik Holm", ("in its place: person Berg",)) in merged


def test_what_shared_its_words_with_another_has_no_successor() -> None:
    other = '<actor/berg> a ibidem:Person ; skos:prefLabel "Berg" .' + passage("actor/berg", "Holm")
    changed = told(diff_builds(build(ACTOR, passage("actor/holm", "Holm"), other), build(other)))
    assert ("withdrawn", "person", "Erik Holm", ()) in changed


def test_changes_are_told_graph_by_graph() -> None:
    elsewhere = dump_in(b'<urn:x> <http://purl.org/dc/terms/title> "Set" .\n')
    diff = diff_builds(build(PAPER), elsewhere)
    assert [(graph.name, graph.label) for graph in diff.graphs] == [(None, "dataset"), (GRAPH, "Harbours")]


def test_text_of_a_paper_stays_text() -> None:
    nasty = "<script>alert(1)</script> {{ x }} ]]> \u202e"
    label = told(diff_builds(build(), build(f'<actor/x> a ibidem:Actor ; skos:prefLabel "{nasty}" .')))[0][2]
    assert label == nasty.rstrip()


@given(QUADS, QUADS)
def test_what_is_removed_and_added_is_all_that_differs(old: list, new: list) -> None:  # type: ignore[type-arg]
    before, after = to_nquads(old), to_nquads(new)
    diff = compare_quads(dump_in(before), dump_in(after))
    last, now = set(dump_in(before)()), set(dump_in(after)())
    assert set(diff.removed) == last - now
    assert set(diff.added) == now - last
    assert bool(diff) == (before != after)
    assert (diff.old == diff.new) == (before == after)


@given(QUADS, QUADS)
def test_every_difference_is_told_of_some_entity(old: list, new: list) -> None:  # type: ignore[type-arg]
    diff = diff_builds(dump_in(to_nquads(old)), dump_in(to_nquads(new)))
    assert bool(diff) == any(graph.told for graph in diff.graphs)


@pytest.mark.parametrize("kind", ["quotation", "treaty or document", "work", "person", "event", "claim", "decision"])
def test_a_publication_is_told_by_the_names_that_people_know(publication: Publication, kind: str) -> None:
    diff = diff_builds(dump_in(b""), dump_of(publication.folder))
    labels = [told.change.label for graph in diff.graphs for told in graph.told if told.sort == kind]
    assert labels
    assert not [label for label in labels if label.startswith(("http", BASE))]


def test_no_part_of_a_publication_is_told_apart(publication: Publication) -> None:
    diff = diff_builds(dump_in(b""), dump_of(publication.folder))
    sorts = {told.sort for graph in diff.graphs for told in graph.told}
    assert not sorts & {
        "passage",
        "participation",
        "contribution",
        "office",
        "date",
        "identifier",
        "citation",
        "provision",
    }
    assert len(sorts) > 10
