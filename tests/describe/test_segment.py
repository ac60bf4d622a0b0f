from dataclasses import replace

from described import Said, gathered
from ibidem.describe import describe_record, describe_segments, segments_of
from ibidem.read.text import parse_text
from ibidem.record import Record
from ibidem.validate import load_shapes, validate_quads
from published import ROOT, Publication
from records import BASE, PAPER, RECORD, TEXT

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
LICENSED = replace(RECORD, paper=replace(RECORD.paper, license=CC0, rights="dedicated to the public domain"))
UNCLEAR = replace(RECORD, paper=replace(RECORD.paper, license=None, rights="unclear"))


def said(record: Record) -> dict[str, Said]:
    return gathered(describe_segments(record, segments_of(record, parse_text(TEXT)), base=BASE))


def test_the_text_stands_in_a_graph_of_its_own_that_says_its_rights() -> None:
    quads = describe_segments(LICENSED, segments_of(LICENSED, parse_text(TEXT)), base=BASE)
    assert {str(quad.graph_name) for quad in quads} == {f"<{PAPER}/reading>"}
    assert said(LICENSED)["reading"] == {
        "a": ["fabio:Expression"],
        "frbr:realizationOf": ["."],
        "ibidem:kind": ["whole"],
        "dcterms:rights": ["dedicated to the public domain"],
        "dcterms:license": [CC0],
    }


def test_a_text_without_a_licence_is_excerpts() -> None:
    text = said(UNCLEAR)["reading"]
    assert text["ibidem:kind"] == ["excerpts"]
    assert text["dcterms:rights"] == ["unclear"]
    assert "dcterms:license" not in text


def test_a_segment_says_what_stands_where() -> None:
    (note,) = [held for held in said(LICENSED).values() if held.get("ibidem:number") == ["3^^xsd:integer"]]
    start = TEXT.index("Ibid., p. 7.")
    assert note["a"] == ["fabio:Excerpt"]
    assert note["ibidem:kind"] == ["note"]
    assert note["oa:exact"] == ["Ibid., p. 7."]
    assert note["oa:start"] == [f"{start}^^xsd:nonNegativeInteger"]
    assert note["oa:end"] == [f"{start + 12}^^xsd:nonNegativeInteger"]
    assert said(LICENSED)[f"reading#at-{start}"] == note


def test_notes_and_sentences_without_evidence_are_not_published_without_a_licence() -> None:
    kinds = {kind for held in said(UNCLEAR).values() for kind in held["ibidem:kind"]}
    assert "note" not in kinds
    assert {"title", "keyword"} < kinds


def test_texts_fit_the_shapes() -> None:
    for record in (LICENSED, UNCLEAR):
        quads = describe_segments(record, segments_of(record, parse_text(TEXT)), base=BASE)
        checked = validate_quads([*quads, *describe_record(record, base=BASE, text=TEXT)], load_shapes(ROOT / "shapes"))
        assert [item for item in checked.findings if "reading" in (item.focus or "")] == []
        counts = {shape.rpartition("#")[2]: count for shape, count in checked.focus_nodes}
        assert counts["Text"] == 1
        assert counts["Segment"] == len({quad.subject for quad in quads}) - 1


def test_the_dump_of_a_paper_leaves_its_text_out_and_those_of_the_dataset_hold_it(publication: Publication) -> None:
    dumps = publication.folder / "dumps"
    assert b"fabio:Excerpt" not in (dumps / "sethi-2017.ttl").read_bytes()
    assert b"Excerpt" not in (dumps / "sethi-2017.jsonld").read_bytes().partition(b'"@graph"')[2]
    for name in ("dataset.ttl", "dataset.trig", "dataset.jsonld"):
        assert b"Excerpt" in (dumps / name).read_bytes().partition(b'"@graph"')[2 if name.endswith("jsonld") else 0]
