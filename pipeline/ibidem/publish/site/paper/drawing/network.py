"""Who has to do with whom: two columns for what has a direction, arcs beside one column for what has none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from ibidem.publish.site.paper.drawing.measure import fitted, text_width

SIZE = 13
PITCH = 24
"""How far lines of names stand apart."""

_ROUNDS = 12
_LABEL = 300
_BETWEEN = 190
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Edge:
    """From one name to another, and how often; `title` says it in words."""

    source: str
    target: str
    weight: int
    title: str


@dataclass(frozen=True, slots=True)
class Node:
    """A name at its place: `key` is that of the edges, `label` what fits."""

    key: str
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The line of an edge: `path` is what SVG calls path data."""

    edge: Edge
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Graph:
    """Names and lines: those of `left` are set before their place, those of `right` after it."""

    width: float
    height: float
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    curves: tuple[Curve, ...]


def two_columns(edges: Sequence[Edge], names: Mapping[str, str]) -> Graph:
    """Set sources on the left, targets on the right, in an order in which few lines cross."""
    sources = _by_weight((edge.source, edge.weight) for edge in edges)
    targets = _by_weight((edge.target, edge.weight) for edge in edges)
    for _ in range(_ROUNDS):
        targets = _by_centre(targets, [(edge.target, edge.source, edge.weight) for edge in edges], sources)
        sources = _by_centre(sources, [(edge.source, edge.target, edge.weight) for edge in edges], targets)
    rows = max(len(sources), len(targets), 1)
    start = _MARGIN + _column(sources, names)
    left = _nodes(sources, names, start, rows)
    right = _nodes(targets, names, start + _BETWEEN, rows)
    places = {"left": {node.key: node for node in left}, "right": {node.key: node for node in right}}
    curves = tuple(_across(edge, places["left"][edge.source], places["right"][edge.target]) for edge in edges)
    width = start + _BETWEEN + _column(targets, names) + _MARGIN
    return Graph(width, rows * PITCH + _MARGIN, left, right, curves)


def arcs(edges: Sequence[Edge], names: Mapping[str, str]) -> Graph:
    """Set all names in one column, heavy ones near each other, and the lines as arcs beside them."""
    both = [(edge.source, edge.target, edge.weight) for edge in edges]
    both += [(edge.target, edge.source, edge.weight) for edge in edges]
    order = _by_weight((key, weight) for key, _, weight in both)
    for _ in range(_ROUNDS):
        order = _by_centre(order, both, order)
    start = _MARGIN + _column(order, names)
    left = _nodes(order, names, start, len(order) * 3 // 2)
    places = {node.key: node for node in left}
    curves = tuple(_beside(edge, places[edge.source], places[edge.target]) for edge in edges)
    reach = max((abs(places[edge.source].y - places[edge.target].y) / 2 for edge in edges), default=0)
    return Graph(start + reach + 3 * _MARGIN, len(order) * 3 // 2 * PITCH + _MARGIN, left, (), curves)


def _by_weight(weighed: Iterable[tuple[str, int]]) -> list[str]:
    totals: dict[str, int] = {}
    for key, weight in weighed:
        totals[key] = totals.get(key, 0) + weight
    return sorted(totals, key=lambda key: (-totals[key], key))


def _by_centre(keys: Sequence[str], pulls: Iterable[tuple[str, str, int]], order: Sequence[str]) -> list[str]:
    """Sort by the mean place of what each is drawn to; both columns are measured from 0 to 1."""
    place = {key: (rank + 0.5) / len(order) for rank, key in enumerate(order)}
    sums: dict[str, tuple[float, int]] = {}
    for key, other, weight in pulls:
        total, weights = sums.get(key, (0.0, 0))
        sums[key] = (total + place[other] * weight, weights + weight)
    return sorted(keys, key=lambda key: (round(sums[key][0] / sums[key][1], 9), key))


def _column(keys: Iterable[str], names: Mapping[str, str]) -> float:
    return max((min(text_width(names[key], SIZE), _LABEL) for key in keys), default=0.0) + _MARGIN


def _nodes(keys: Sequence[str], names: Mapping[str, str], x: float, rows: int) -> tuple[Node, ...]:
    """Spread names evenly over the height of so many rows, and never nearer than a line."""
    step = PITCH * rows / max(len(keys), 1)
    return tuple(
        Node(key, fitted(names[key], _LABEL, SIZE), x, round(_MARGIN / 2 + step * (rank + 0.5), 1))
        for rank, key in enumerate(keys)
    )


def _across(edge: Edge, source: Node, target: Node) -> Curve:
    start, end = source.x + _MARGIN / 2, target.x - _MARGIN
    middle = (start + end) / 2
    path = f"M{start:g} {source.y:g}C{middle:g} {source.y:g} {middle:g} {target.y:g} {end:g} {target.y:g}"
    return Curve(edge, path, _stroke(edge))


def _beside(edge: Edge, one: Node, other: Node) -> Curve:
    top, bottom = sorted((one.y, other.y))
    radius, x = (bottom - top) / 2, one.x + _MARGIN / 2
    return Curve(edge, f"M{x:g} {top:g}A{radius:g} {radius:g} 0 0 1 {x:g} {bottom:g}", _stroke(edge))


def _stroke(edge: Edge) -> float:
    return round(1.3 * sqrt(edge.weight), 2)
