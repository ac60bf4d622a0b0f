import gzip
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from ibidem.describe import describe_authorities, describe_ontology, describe_record
from ibidem.errors import InputError
from ibidem.finding import Code, Severity
from ibidem.validate import Conformance, Shapes, load_shapes, validate_file, validate_quads
from records import AUTHORITIES, BASE, PAPER, RECORD, TEXT

ROOT = Path(__file__).parents[2]
SHAPE = "https://w3id.org/ibidem/shapes#"
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
QUADS = describe_record(RECORD, base=BASE, text=TEXT)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return load_shapes(ROOT / "shapes")


def without_name(key: str) -> list[Quad]:
    node = NamedNode(f"{PAPER}/actor/{key}")
    return [quad for quad in QUADS if (quad.subject, quad.predicate) != (node, LABEL)]


def test_what_fits_is_publishable(shapes: Shapes) -> None:
    checked = validate_quads(QUADS, shapes)
    assert checked.outcome is Conformance.PUBLISHABLE
    assert dict(checked.focus_nodes)[f"{SHAPE}Actor"] == len(RECORD.actors)


def test_a_violation_refuses_and_says_where_what_and_why(shapes: Shapes) -> None:
    checked = validate_quads(without_name("un"), shapes)
    assert checked.outcome is Conformance.REFUSED
    (finding,) = checked.findings
    assert (finding.code, finding.severity) == (Code.SHAPE, Severity.VIOLATION)
    assert (finding.focus, finding.rule) == (f"{PAPER}/actor/un", f"{SHAPE}Actor-name")
    assert finding.message.startswith("give the actor exactly one name")


def test_a_warning_or_a_note_does_not_refuse(shapes: Shapes) -> None:
    denotes = NamedNode("http://purl.org/spar/c4o/denotes")
    last = NamedNode(f"{PAPER}/pointer/5")
    checked = validate_quads((quad for quad in QUADS if (quad.subject, quad.predicate) != (last, denotes)), shapes)
    assert checked.outcome is Conformance.PUBLISHABLE
    assert {finding.severity for finding in checked.findings} == {Severity.WARNING, Severity.INFO}


def test_where_nothing_is_checked_silence_means_nothing(shapes: Shapes) -> None:
    stranger = Quad(NamedNode("https://example.org/a"), LABEL, Literal("x"))
    checked = validate_quads([stranger], shapes)
    assert checked.outcome is Conformance.NOTHING_CHECKED
    assert checked.findings == ()
    assert set(dict(checked.focus_nodes).values()) == {0}


def test_a_property_that_no_shape_knows_is_named(shapes: Shapes) -> None:
    node = NamedNode(f"{PAPER}/actor/un")
    odd = Quad(node, NamedNode("https://example.org/odd"), Literal("x" * 500))
    (finding,) = validate_quads([*QUADS, odd], shapes).findings
    assert "(found: https://example.org/odd xx" in finding.message
    assert len(finding.message) < 260


def test_an_ontology_among_the_data_changes_nothing(shapes: Shapes) -> None:
    quads = [*QUADS, *describe_ontology(ROOT / "ontology", base=BASE), *describe_authorities(AUTHORITIES, base=BASE)]
    assert validate_quads(quads, shapes).findings == ()


def test_findings_do_not_depend_on_the_order_of_quads(shapes: Shapes) -> None:
    broken = [
        quad for quad in without_name("un") if quad.predicate != NamedNode("https://w3id.org/ibidem/ontology#form")
    ]
    assert validate_quads(broken, shapes) == validate_quads(reversed(broken), shapes)


FORMATS = [
    ("ttl", RdfFormat.TURTLE),
    ("nt", RdfFormat.N_TRIPLES),
    ("nq", RdfFormat.N_QUADS),
    ("trig", RdfFormat.TRIG),
    ("rdf", RdfFormat.RDF_XML),
    ("jsonld", RdfFormat.JSON_LD),
]


@pytest.mark.parametrize(("ending", "format"), FORMATS, ids=[ending for ending, _ in FORMATS])
def test_every_format_leads_to_the_line_that_describes_the_node(
    ending: str, format: RdfFormat, tmp_path: Path, shapes: Shapes
) -> None:
    path = tmp_path / f"paper.{ending}"
    path.write_bytes(_written(without_name("un"), format))
    checked = validate_file(path, shapes)
    (finding,) = checked.findings
    assert (finding.source, finding.focus) == (path.as_posix(), f"{PAPER}/actor/un")
    assert finding.line is not None
    assert "actor/un" in path.read_text(encoding="utf-8").split("\n")[finding.line - 1]


def _written(quads: Iterable[Quad], format: RdfFormat) -> bytes:
    given = quads if format.supports_datasets else [quad.triple for quad in quads]
    written = serialize(given, format=format, prefixes={"ibidem": "https://w3id.org/ibidem/ontology#"})
    assert written is not None
    return written


def test_the_fixtures_of_the_shapes_are_files_too(shapes: Shapes) -> None:
    path = ROOT / "tests" / "shapes" / "actor.ttl"
    checked = validate_file(path, shapes)
    lines = path.read_text(encoding="utf-8").split("\n")
    found = {finding.focus: finding.line for finding in checked.findings if finding.focus}
    assert lines[(found["https://w3id.org/ibidem/fixture/actor/double"] or 0) - 1].startswith("<actor/double>")


BAD = [
    ("a.ttl", b"a b", "is no Turtle: .*mend it there"),
    ("a.ttl", b"\xff", "is no Turtle"),
    ("a.jsonld", b'{"@context": "https://schema.org/", "name": "x"}', r"elsewhere \(https://schema.org/\).*embed"),
    ("a.jsonld", b'{"@context": ', "is no JSON-LD"),
    ("a.nq.gz", b"<a", "is no whole gzip file"),
    ("a.txt", b"", "is no RDF by its name"),
    ("a.nt", b"<https://example.org/a> <https://example.org/b> <<( <x:a> <x:b> <x:c> )>> .", "quoted triples"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD)
def test_what_cannot_be_validated_is_an_error(
    name: str, data: bytes, message: str, tmp_path: Path, shapes: Shapes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=message):
        validate_file(path, shapes)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, shapes: Shapes) -> None:
    with pytest.raises(InputError, match="no such file; check the name"):
        validate_file(tmp_path / "nowhere.ttl", shapes)


def test_a_packed_file_is_unpacked(tmp_path: Path, shapes: Shapes) -> None:
    data = (ROOT / "tests" / "shapes" / "actor.ttl").read_bytes()
    (tmp_path / "a.ttl").write_bytes(data)
    (tmp_path / "a.ttl.gz").write_bytes(gzip.compress(data))
    plain, packed = (validate_file(tmp_path / name, shapes) for name in ("a.ttl", "a.ttl.gz"))
    assert [finding.line for finding in packed.findings] == [finding.line for finding in plain.findings]
    with pytest.raises(InputError, match="is a folder; name a file"):
        validate_file(tmp_path, shapes)


def test_a_folder_without_shapes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no shapes"):
        load_shapes(tmp_path)


def test_the_fixtures_are_read_as_turtle_by_others_too() -> None:
    for path in sorted((ROOT / "tests" / "shapes").glob("*.ttl")):
        assert list(parse(path=path, format=RdfFormat.TURTLE)), path.name


def test_shapes_that_cannot_be_run_are_an_error(tmp_path: Path) -> None:
    for path in (ROOT / "shapes").glob("*.ttl"):
        text = path.read_text(encoding="utf-8").replace("sh:maxCount 1", 'sh:maxCount "one"')
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"the shapes cannot be run: .*sh:maxCount must be a literal"):
        validate_quads(QUADS, load_shapes(tmp_path))
