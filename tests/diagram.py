"""The data model as a page: diagrams and tables, made of nothing but the shapes."""

from collections.abc import Iterator
from pathlib import Path

from ibidem.describe.terms import PREFIXES
from ibidem.publish.site import constraint as shapes_of
from ibidem.publish.site.constraint import Constraint, Shape

_COMMON = ("evidence", "provenance")


def read_shapes(folder: Path) -> tuple[Shape, ...]:
    """Read the shapes as they are written."""
    return shapes_of.read_shapes(folder, prefixes=dict(PREFIXES))


def page(shapes: tuple[Shape, ...]) -> str:
    """Write the generated part of the page: for each group a diagram, then a table for each class."""
    lines: list[str] = []
    sections = {target: shape.name for shape in shapes if shape.closed for target in sorted(shape.target_iris)}
    for title, group in shapes_of.grouped(shapes).items():
        lines += [f"## {title}", "", "```mermaid", *_diagram(group, sections), "```", ""]
        for shape in group:
            lines += _table(shape)
    lines += ["## Between nodes", "", "| of | what to do where it is broken |", "| --- | --- |"]
    lines += [f"| {', '.join(shape.targets)} | {shape.message} |" for shape in shapes if not shape.closed]
    return "\n".join([*lines, ""])


def _diagram(group: list[Shape], sections: dict[str, str]) -> Iterator[str]:
    yield "classDiagram"
    edges = []
    for shape in group:
        yield f"  class {shape.name} {{"
        for constraint in shape.constraints:
            if constraint.name in _COMMON or constraint.prop is None:
                continue
            targets = dict.fromkeys(sections.get(kind) for kind in constraint.classes)
            end = f"{constraint.path.partition(':')[2]} {constraint.count}"
            edges += [f"  {shape.name} --> {target} : {end}" for target in targets if target]
            if not any(targets):
                yield f"    {end}"
        yield "  }"
    yield from dict.fromkeys(edges)


def _table(shape: Shape) -> Iterator[str]:
    yield from (f"### {shape.name}: {', '.join(shape.targets)}", "")
    yield from ("| path | takes | how many | what to do where it is broken |", "| --- | --- | --- | --- |")
    yield from (f"| {' | '.join(_cells(constraint))} |" for constraint in shape.constraints)
    yield ""


def _cells(constraint: Constraint) -> tuple[str, ...]:
    return f"`{constraint.path}`", constraint.takes, constraint.count, constraint.message
