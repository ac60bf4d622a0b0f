"""Hold every constraint of the shapes against nodes that keep it and nodes that break it.

`shapes/<class>.ttl` beside this file holds, for each node shape: a node with all that it can have, one with the least,
one with nothing, one with two of what there is one of, one with everything wrong; and the exact results. All are
validated at once, as one paper. `make accept` rewrites the results: read what it changed.
"""

import os
import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SH

from ibidem.cited import Form, Position
from ibidem.describe.terms import PREFIXES, WORK, term
from ibidem.finding import Code
from ibidem.story import Act, Capacity, Category
from ibidem.validate import load_shapes, read_rdf
from ibidem.validate.graph import flattened, results, to_graph
from ibidem.words import read_table

ROOT = Path(__file__).parents[1]
FIXTURES = sorted((Path(__file__).parent / "shapes").glob("*.ttl"))
SHAPE = "https://w3id.org/ibidem/shapes#"
BASE = "https://w3id.org/ibidem/fixture"
OA = "http://www.w3.org/ns/oa#"
HEAD = "# Expected results: focus node, source shape, constraint component, severity, result path\n"
NO_CONSTRAINT = {RDF.type, SH.targetClass, SH.targetSubjectsOf, SH.path, SH.severity, SH.message, SH.property} | {
    SH.ignoredProperties,
    SH.qualifiedValueShape,
}


def short(iri: str) -> str:
    """Write an IRI as the fixtures do."""
    if iri.startswith("_:"):
        return iri
    for prefix, space in (*PREFIXES, ("shape", SHAPE)):
        if iri.startswith(space) and re.fullmatch(r"[\w-]+", iri[len(space) :]):
            return f"{prefix}:{iri[len(space) :]}"
    if iri == BASE or iri.startswith(f"{BASE}/"):
        return f"<{iri[len(BASE) + 1 :]}>"
    return f"<{iri.replace('https://w3id.org/ibidem/', '../')}>"


def line(result: dict[str, str]) -> str:
    """Write a result as a line of a table in comments; a path that is no single property is left to the shape."""
    component = short(result["component"]).removeprefix("sh:").removesuffix("ConstraintComponent")
    severity = short(result["severity"]).removeprefix("sh:")
    path = short(result.get("path", "_:"))
    row = [short(result["focus"]), short(result["shape"]), component, severity]
    return "# " + " ".join([*row, *([path] if not path.startswith("_:") else [])]) + "\n"


def parts(path: Path) -> tuple[str, str]:
    """Give the nodes of a fixture and its expected results."""
    nodes, head, expected = path.read_text(encoding="utf-8").partition(HEAD)
    assert head, f"{path.name} lacks the line {HEAD!r}"
    return nodes, expected


def quads_of(path: Path) -> list[Quad]:
    return list(parse(parts(path)[0].encode(), format=RdfFormat.TURTLE))


@cache
def found() -> dict[str, set[str]]:
    """Validate all fixtures at once, and give the results by the name of the file that describes the focus node."""
    described = {path.name: quads_of(path) for path in FIXTURES}
    owner: dict[str, str] = {}
    for name, quads in described.items():
        for quad in quads:
            if quad.predicate.value in (str(RDF.type), f"{OA}hasSource"):
                owner[quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)] = name
    lines: dict[str, set[str]] = {path.name: set() for path in FIXTURES}
    data = to_graph(quad for quads in described.values() for quad in quads)
    for result in results(data, load_shapes(ROOT / "shapes").graph):
        lines[owner[result["focus"]]].add(line(result))
    return lines


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_the_results_are_exactly_those_expected(path: Path) -> None:
    lines = "".join(sorted(found()[path.name]))
    nodes, expected = parts(path)
    if os.environ.get("IBIDEM_ACCEPT"):
        path.write_text(nodes + HEAD + lines, encoding="utf-8")
    else:
        assert lines.splitlines() == expected.splitlines()


def test_a_node_that_is_called_valid_is_valid() -> None:
    valid = re.compile(r"# (<\S*\b(valid|least)\b[^/>]*>|<>|<passage/0-[94]\S*) ")
    assert [row for rows in found().values() for row in rows if valid.match(row)] == []


def written() -> Graph:
    return to_graph(quad for path in sorted((ROOT / "shapes").glob("*.ttl")) for quad in read_rdf(path))


def component(parameter: str) -> str:
    """Name the component of a parameter: sh:minCount is judged by sh:MinCountConstraintComponent."""
    local = parameter.removeprefix(str(SH))
    return {"sparql": "SPARQL"}.get(local, local[0].upper() + local[1:])


def test_no_constraint_is_without_a_node_that_breaks_it() -> None:
    shapes = written()
    broken = {tuple(row.split()[2:4]) for rows in found().values() for row in rows}
    named = {node for kind in (SH.NodeShape, SH.PropertyShape) for node in shapes.subjects(RDF.type, kind)}
    constraints = {
        (short(str(shape)), component(str(parameter)))
        for shape in named
        for parameter in shapes.predicates(shape)
        if parameter not in NO_CONSTRAINT
    }
    assert len(constraints) > 500
    assert sorted(constraints - broken) == []


def test_every_node_shape_runs_each_of_its_property_shapes() -> None:
    shapes = written()
    targeted: dict[str, set[str]] = {}
    for path in FIXTURES:
        for quad in quads_of(path):
            name = quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)
            target = (
                getattr(quad.object, "value", "") if quad.predicate.value == str(RDF.type) else quad.predicate.value
            )
            targeted.setdefault(short(name), set()).add(target)
    seen = {
        (target, row.split()[2]) for rows in found().values() for row in rows for target in targeted[row.split()[1]]
    }
    wanted = {
        (str(target), short(str(constraint)))
        for shape, constraint in shapes.subject_objects(SH.property)
        for kind in (SH.targetClass, SH.targetSubjectsOf)
        for target in shapes.objects(shape, kind)
    }
    assert len(wanted) > 150
    assert sorted(wanted - seen) == []


def test_running_each_property_shape_by_itself_changes_no_result() -> None:
    data = to_graph(quad for path in FIXTURES for quad in quads_of(path))
    shapes = written()
    plain = {line(result) for result in results(data, shapes)}
    assert {line(result) for result in results(data, flattened(shapes))} == plain


def listed(shape: str) -> set[str]:
    """Give what a property shape allows."""
    shapes = written()
    (head,) = shapes.objects(URIRef(f"{SHAPE}{shape}"), SH["in"])
    return {str(item) for item in shapes.items(head)}


def test_closed_lists_are_those_of_the_words_that_the_program_reads() -> None:
    kinds = {row[0] for row in read_table("work-kinds")}
    assert listed("Work-kind") == kinds
    assert {row[1] for row in read_table("source-types")} <= kinds
    assert listed("Work-type") == {term(row[1]).value for row in read_table("work-kinds")} | {WORK.value}
    assert listed("Event-kind") == {row[1] for row in read_table("event_kinds")} | {"other"}
    assert listed("Treaty-kind") == {row[2] for row in read_table("treaties")}


def test_closed_lists_are_those_of_the_record() -> None:
    assert listed("Reference-form") == set(Form)
    assert listed("Citation-position") == set(Position)
    assert listed("Quotation-category") == set(Category)
    assert listed("Participation-capacity") == set(Capacity)
    assert listed("Participation-act") == set(Act)
    assert listed("Finding-code") == {code.value for code in Code}
