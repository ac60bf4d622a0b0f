"""The dumps as a whole: every format says the same, to both parsers, in the same bytes."""

import gzip
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path

import pytest
import rdflib
from hypothesis import HealthCheck, example, given, settings
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from ibidem.describe import describe_authorities, describe_record
from ibidem.describe.context import make_context
from ibidem.dump import to_nquads, write_dumps
from ibidem.dump.jsonld import Context
from published import ROOT
from quads import NASTY, QUADS
from records import AUTHORITIES, BASE, PAPER, RECORD, TEXT

CONTEXT: Context = make_context((ROOT / "ontology" / "ibidem.ttl").read_bytes())
FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG, ".jsonld": RdfFormat.JSON_LD}
RDFLIB = {".ttl": "turtle", ".trig": "trig", ".jsonld": "json-ld"}
PLACE = NamedNode(f"{PAPER}/work/a")
TITLE = NamedNode("http://purl.org/dc/terms/title")
NASTY_QUADS = [Quad(PLACE, TITLE, Literal(text), NamedNode(PAPER)) for text in NASTY]


def invented() -> list[Quad]:
    return [*describe_record(RECORD, base=BASE, text=TEXT), *describe_authorities(AUTHORITIES, base=BASE)]


def dump(folder: Path, quads: Iterable[Quad]) -> dict[str, bytes]:
    paths = write_dumps(folder, to_nquads(quads), base=BASE, context=CONTEXT, papers=["doe-2001"])
    return {path.name: path.read_bytes() for path in paths}


def without_graph(quads: Iterable[Quad]) -> set[Quad]:
    return {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}


def of_paper(quads: Iterable[Quad]) -> set[Quad]:
    return without_graph(quad for quad in quads if quad.graph_name == NamedNode(PAPER))


def expected(name: str, quads: set[Quad]) -> set[Quad]:
    """Say which quads a file should hold."""
    if name.startswith("doe-2001"):
        return of_paper(quads)
    return without_graph(quads) if name == "dataset.ttl" else quads


def read_with_rdflib(data: bytes, format: str, monkeypatch: pytest.MonkeyPatch) -> set[Quad]:
    """Read a file with rdflib, which must not load anything nor put literals right, and give its quads."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    whole = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        whole.parse(data=data, format=format)
    lines = "".join(
        f"{s.n3()} {p.n3()} {_n3(o)} {'' if g is None or str(g).startswith('urn:x-rdflib') else f'<{g}>'} .\n"
        for s, p, o, g in whole.quads()
    )
    return set(parse(lines.encode(), format=RdfFormat.N_QUADS))


def _n3(term: rdflib.term.Node) -> str:
    if not isinstance(term, rdflib.Literal):
        return f"<{term}>"
    if term.language:
        return str(Literal(str(term), language=term.language))
    return str(Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUADS)
@example(NASTY_QUADS)
def test_every_format_says_what_the_nquads_say(tmp_path: Path, quads: list[Quad]) -> None:
    for name, data in dump(tmp_path, quads).items():
        if name.endswith(".gz"):
            assert set(parse(gzip.decompress(data), format=RdfFormat.N_QUADS)) == set(quads)
        else:
            found = set(parse(data, format=FORMATS[Path(name).suffix]))
            assert found == expected(name, set(quads)), name


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(QUADS)
@example(NASTY_QUADS)
def test_rdflib_reads_what_the_nquads_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quads: list[Quad]) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a parser went to the network"))
    for name, data in dump(tmp_path, quads).items():
        if not name.endswith(".gz"):
            suffix = Path(name).suffix
            assert read_with_rdflib(data, RDFLIB[suffix], monkeypatch) == expected(name, set(quads)), name


def test_the_invented_paper_survives_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quads = set(invented())
    for name, data in dump(tmp_path, quads).items():
        if not name.endswith(".gz"):
            suffix = Path(name).suffix
            assert set(parse(data, format=FORMATS[suffix])) == expected(name, quads), name
            assert read_with_rdflib(data, RDFLIB[suffix], monkeypatch) == expected(name, quads), name


def test_a_base_that_ends_in_a_hash_survives(tmp_path: Path) -> None:
    base = "https://example.org/set#"
    quads = describe_record(RECORD, base=base, text=TEXT)
    for path in write_dumps(tmp_path, to_nquads(quads), base=base, context=CONTEXT, papers=["doe-2001"]):
        if path.suffix == ".trig" or path.name == "dataset.jsonld":
            assert set(parse(path.read_bytes(), format=FORMATS[path.suffix])) == set(quads), path.name


SCRIPT = """
import hashlib, random, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_dump import dump, invented
quads = invented()
random.Random(int(sys.argv[3])).shuffle(quads)
for name, data in sorted(dump(Path(sys.argv[2]), quads).items()):
    print(name, hashlib.sha256(data).hexdigest())
"""


def test_equal_quads_give_equal_bytes_whatever_hash_seed_order_locale_and_folder(tmp_path: Path) -> None:
    printed = set()
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "tr_TR.UTF-8", "Asia/Dushanbe")):
        (tmp_path / seed).mkdir()
        here = Path(__file__).parent
        path = os.pathsep.join([str(here.parent), str(ROOT / "pipeline")])
        settled = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONPATH": path, "PATH": os.environ["PATH"]}
        command = [sys.executable, "-c", SCRIPT, str(here), str(tmp_path / seed), seed]
        done = subprocess.run(command, env=settled, capture_output=True, check=True)
        printed.add(done.stdout)
    assert len(printed) == 1
    assert printed.pop().count(b"\n") == 6


def test_no_consumer_needs_the_network(tmp_path: Path) -> None:
    files = dump(tmp_path, invented())
    for name in ("doe-2001.jsonld", "dataset.jsonld"):
        context = json.loads(files[name])["@context"]
        assert isinstance(context, dict)
        assert "@import" not in context
        assert all(isinstance(value, (str, float)) or "@context" not in value for value in context.values())


def test_a_paper_without_a_graph_has_no_dump(tmp_path: Path) -> None:
    quads = [Quad(PLACE, TITLE, Literal("x"), DefaultGraph())]
    assert sorted(dump(tmp_path, quads)) == ["dataset.jsonld", "dataset.nq.gz", "dataset.trig", "dataset.ttl"]
