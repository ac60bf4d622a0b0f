"""The page of the shapes: what the data must look like, in words, a section a class; beside it all shapes as Turtle."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from ibidem.dump import prefixes_of
from ibidem.publish.site.constraint import Shape, grouped, read_shapes
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.source import Source
from ibidem.words import read_table


def write_shapes(folder: Path, source: Source) -> None:
    """Write the page, and the Turtle of all shapes."""
    shapes = shapes_of(source)
    page = Page(
        path="shapes.html",
        template="shapes.html",
        title="Shapes",
        description="What the data must look like, class by class: which properties, how many, with which values.",
        section="ontology",
        styles=("assets/reference.css",),
        alternates=(("text/turtle", "shapes.ttl"),),
    )
    between = [shape for shape in shapes if not shape.closed]
    write_page(
        folder,
        page,
        source,
        groups=grouped(shapes),
        between=between,
        sections=_sections(shapes),
        anchors=_anchors(shapes),
        counts={row[0]: row[1] for row in read_table("counts")},
    )
    turtle = joined(sorted(source.workspace.shapes.glob("*.ttl")))
    (folder / "shapes.ttl").write_text(turtle, encoding="utf-8", newline="\n")


@lru_cache(maxsize=1)
def shapes_of(source: Source) -> tuple[Shape, ...]:
    """Read the shapes of the workspace."""
    return read_shapes(source.workspace.shapes, prefixes=prefixes_of(source.context))


def _sections(shapes: tuple[Shape, ...]) -> Mapping[str, str]:
    """Give the section (the name of a shape) that speaks of a class, by the class's IRI."""
    return {target: shape.name for shape in shapes if shape.closed for target in shape.target_iris}


def _anchors(shapes: tuple[Shape, ...]) -> frozenset[tuple[str, str]]:
    """Give where on the page each constraint stands first (shape, constraint): a few are shared."""
    first: dict[str, str] = {}
    for group in grouped(shapes).values():
        for shape in group:
            for constraint in shape.constraints:
                first.setdefault(constraint.name, shape.name)
    return frozenset((shape, constraint) for constraint, shape in first.items())


def joined(paths: Iterable[Path]) -> str:
    """Put Turtle files after one another, each once; a prefix that stands for the same in each is declared once."""
    declared: dict[str, str] = {}
    lines: list[str] = []
    for path in dict.fromkeys(paths):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@prefix "):
                name = line.split()[1]
                if declared.get(name) == line:
                    continue
                declared[name] = line
            lines.append(line)
        lines.append("")
    return "\n".join(lines)
