"""A release lists each entity that is other than the lists before it say."""

from builds import ACTOR, BASE, GRAPH, PAPER, QUOTATION, TREATY, WORK, build, passage, quads
from ibidem.change.changes import Change, ChangeKind, Release, described
from ibidem.change.dumps import Dump, dump_in, dump_of
from ibidem.change.listing import make_release
from published import Publication

PLAIN = (PAPER, WORK, ACTOR, QUOTATION, TREATY, passage("quotation/no-fee", "no fee"))


def release(*before: Release, new: Dump, old: Dump | None = None) -> Release:
    number = len(before) + 1
    return make_release(f"{number}.0.0", f"2026-01-0{number}", base=BASE, releases=before, new=new, old=old)


def said(release: Release) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(change.kind.value, change.label, change.words) for change in release.changes]


def test_the_first_release_adds_every_entity() -> None:
    first = release(new=build(*PLAIN))
    assert said(first) == [
        ("added", "paper Harbours", ()),
        ("added", "person Erik Holm", ()),
        ("added", "quotation “no fee” (Erik Holm)", ()),
        ("added", "treaty or document Toll Treaty", ()),
        ("added", "work Fees", ()),
    ]
    assert all(len(change.sha256) == 64 for change in first.changes)


def test_a_release_of_the_same_build_changes_nothing() -> None:
    first = release(new=build(*PLAIN))
    second = release(first, new=build(*PLAIN))
    assert second.changes == ()
    assert second.sha256 == first.sha256


def test_what_changed_is_known_without_the_last_build_and_told_in_words_with_it() -> None:
    first = release(new=build(*PLAIN))
    new = build(*(text.replace("Fees", "Tolls") for text in PLAIN))
    assert said(release(first, new=new)) == [("changed", "work Tolls", ())]
    assert said(release(first, new=new, old=build(*PLAIN))) == [("changed", "work Tolls", ("title: Fees → Tolls",))]


def test_what_is_gone_is_withdrawn_once_by_its_last_name() -> None:
    first = release(new=build(PAPER, WORK))
    second = release(first, new=build(PAPER))
    assert second.changes == (Change(ChangeKind.WITHDRAWN, f"{GRAPH}/work/fees", "", "work Fees"),)
    assert release(first, second, new=build(PAPER)).changes == ()
    assert said(release(first, second, new=build(PAPER, WORK))) == [("added", "work Fees", ())]


def test_what_a_person_withdrew_says_why_and_what_stands_for_it() -> None:
    first = release(new=build(PAPER, WORK))
    withdrawn = f"""
    <{GRAPH}/work/fees> <http://purl.org/dc/terms/isReplacedBy> <{GRAPH}/work/tolls> <{BASE}withdrawn> .
    <{GRAPH}/work/fees> <http://www.w3.org/ns/prov#wasInvalidatedBy> <{GRAPH}/work/fees#withdrawal> <{BASE}withdrawn> .
    <{GRAPH}/work/fees#withdrawal> <http://www.w3.org/2000/01/rdf-schema#comment> "It is one work." <{BASE}withdrawn> .
    """
    lines = [f"{line.strip()}\n" for line in withdrawn.strip().split("\n")]
    second = release(first, new=dump_in(quads(PAPER) + "".join(lines).encode()))
    gone = Change(
        ChangeKind.WITHDRAWN, f"{GRAPH}/work/fees", "", "work Fees", ("It is one work.",), f"{GRAPH}/work/tolls"
    )
    assert second.changes == (gone,)


def test_nothing_is_listed_that_has_an_iri_of_somebody_else() -> None:
    other = build(PAPER, '<https://orcid.org/0000-0001-5109-3700> a prov:Agent ; dcterms:title "Somebody" .')
    assert said(release(new=other)) == [("added", "paper Harbours", ())]


def test_an_entity_that_two_graphs_describe_is_listed_once() -> None:
    line = f'<{BASE}maintainers> <http://xmlns.com/foaf/0.1/name> "M" '
    first = release(new=dump_in(f"{line}.\n{line}<urn:g> .\n".encode()))
    assert [change.iri for change in first.changes] == [f"{BASE}maintainers"]
    changed = release(first, new=dump_in(f"{line}.\n".encode()))
    assert [change.kind for change in changed.changes] == [ChangeKind.CHANGED]


def test_the_lists_give_the_state_of_a_publication_back(publication: Publication) -> None:
    dump, base = dump_of(publication.folder), publication.workspace.base
    first = make_release("1.0.0", "2026-01-01", base=base, releases=(), new=dump)
    assert len(first.changes) > 500
    assert described([first]).keys() == {change.iri for change in first.changes}
    assert make_release("1.0.1", "2026-01-02", base=base, releases=(first,), new=dump).changes == ()
