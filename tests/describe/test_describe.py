"""A record becomes quads: each once, no blank node, all in the paper's graph, and what they point at is there."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from described import short
from ibidem.describe import describe_authorities, describe_record, describe_segments, segments_of
from ibidem.describe.paper import complete
from ibidem.describe.terms import SHA256
from ibidem.document import Origin
from ibidem.read.text import parse_text
from ibidem.validate import load_shapes, validate_quads
from records import AUTHORITIES, BASE, PAPER, RECORD, TEXT

ROOT = Path(__file__).parents[2]
QUADS = describe_record(RECORD, base=BASE, text=TEXT)


def test_every_quad_stands_once_in_the_graph_of_its_paper_without_blank_nodes() -> None:
    assert len(QUADS) == len(set(QUADS))
    assert {quad.graph_name for quad in QUADS} == {NamedNode(PAPER)}
    assert not any(isinstance(node, BlankNode) for quad in QUADS for node in (quad.subject, quad.object))


def test_every_node_that_is_pointed_at_is_described() -> None:
    described = {quad.subject for quad in QUADS}
    pointed = {quad.object for quad in QUADS if isinstance(quad.object, NamedNode)}
    assert not {node for node in pointed if node.value.startswith(f"{PAPER}/")} - described


def test_a_record_is_described_the_same_way_again() -> None:
    assert describe_record(complete(RECORD), base=BASE, text=TEXT) == QUADS


def test_a_record_and_its_authorities_fit_the_shapes() -> None:
    text = describe_segments(RECORD, segments_of(RECORD, parse_text(TEXT)), base=BASE)
    quads = [*QUADS, *text, *describe_authorities(AUTHORITIES, base=BASE)]
    checked = validate_quads(quads, load_shapes(ROOT / "shapes"))
    assert checked.findings == ()
    # A text leads back to itself.
    assert [shape.rpartition("#")[2] for shape, count in checked.focus_nodes if not count] == ["Origin"]


@pytest.mark.parametrize(
    "origin",
    [Origin(0, page=3, box=(1.5, 2.0, 3.0, 4.0), height=700.0), Origin(0, path="a!/p[1]")],
    ids=["page", "path"],
)
def test_a_record_that_leads_back_into_its_file_fits_the_shapes(origin: Origin) -> None:
    quads = describe_record(replace(RECORD, origins=(origin,)), base=BASE, text=TEXT)
    text = describe_segments(RECORD, segments_of(RECORD, parse_text(TEXT)), base=BASE, text=TEXT)
    authorities = describe_authorities(AUTHORITIES, base=BASE)
    checked = validate_quads([*quads, *text, *authorities], load_shapes(ROOT / "shapes"))
    assert checked.findings == ()
    assert all(count for _, count in checked.focus_nodes)
    assert [quad for quad in text if quad.predicate == SHA256 and quad.subject == NamedNode(f"{PAPER}/reading")]


def test_authorities_stand_in_a_graph_of_their_own() -> None:
    quads = describe_authorities(AUTHORITIES, base=BASE)
    assert {short(quad.graph_name) for quad in quads} == {"../authorities"}
