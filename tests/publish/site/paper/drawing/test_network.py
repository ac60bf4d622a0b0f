from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.publish.site.paper.drawing.measure import text_width
from ibidem.publish.site.paper.drawing.network import PITCH, SIZE, Edge, Graph, Node, arcs, two_columns

KEYS = st.sampled_from([f"actor-{number}" for number in range(12)])
EDGES = st.lists(
    st.builds(lambda one, other, weight: Edge(one, other, weight, ""), KEYS, KEYS, st.integers(1, 9)).filter(
        lambda edge: edge.source != edge.target
    ),
    max_size=30,
    unique_by=lambda edge: (edge.source, edge.target),
)
Draw = Callable[[list[Edge], dict[str, str]], Graph]
NAMES = {f"actor-{number}": "Name " * (number * 2 + 1) for number in range(12)}


def within(graph: Graph, node: Node, *, before: bool) -> bool:
    wide = text_width(node.label, SIZE)
    left = node.x - 10 - wide if before else node.x + 10
    return left >= 0 and left + wide <= graph.width and 0 <= node.y <= graph.height


@given(EDGES)
@pytest.mark.parametrize("draw", [two_columns, arcs])
def test_names_stand_apart_and_inside(draw: Draw, edges: list[Edge]) -> None:
    graph = draw(edges, NAMES)
    for column, before in ((graph.left, True), (graph.right, False)):
        assert all(within(graph, node, before=before) for node in column)
        heights = [node.y for node in column]
        assert all(lower - upper >= PITCH - 0.2 for upper, lower in pairwise(heights))
    assert [curve.edge for curve in graph.curves] == edges


@given(EDGES)
@pytest.mark.parametrize("draw", [two_columns, arcs])
def test_a_drawing_does_not_depend_on_the_order_of_its_lines(draw: Draw, edges: list[Edge]) -> None:
    one = draw(edges, NAMES)
    other = draw(edges[::-1], NAMES)
    assert (one.left, one.right, set(one.curves)) == (other.left, other.right, set(other.curves))


def test_lines_that_need_not_cross_do_not() -> None:
    names = {key: key for key in "abcxyz"}
    graph = two_columns([Edge("a", "z", 1, ""), Edge("b", "y", 1, ""), Edge("c", "x", 1, "")], names)
    left = {node.key: node.y for node in graph.left}
    right = {node.key: node.y for node in graph.right}
    assert sorted("abc", key=left.__getitem__) == [
        {"z": "a", "y": "b", "x": "c"}[k] for k in sorted("xyz", key=right.__getitem__)
    ]


def test_a_line_is_thicker_where_more_speaks_for_it() -> None:
    graph = two_columns([Edge("a", "b", 1, ""), Edge("a", "c", 4, "")], {key: key for key in "abc"})
    assert graph.curves[1].width == 2 * graph.curves[0].width
