"""The views that come with the program, held against the schemas and shapes of those who own their models."""

import csv
import json
import re
import subprocess
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from acceptance import acceptance, python_with, runner
from crosswalks import CROSSWALKS, NAMES, answer, files_of, invented_source
from ibidem.authority import Authority, Identifier
from ibidem.build import Options, build_papers
from ibidem.cited import Name
from ibidem.publish.crosswalk import crosswalk_files, write_crosswalks
from ibidem.publish.crosswalk.frame import load_frame
from ibidem.publish.source import Source
from ibidem.saved_query import load_saved_query
from ibidem.store import select
from published import ROOT, Publication
from records import AUTHORITIES, BASE, RECORD
from sample import make_sample
from sources import source_of

FRAMED = [crosswalk.name for crosswalk in CROSSWALKS if crosswalk.frame.is_file()]
TABLES = [crosswalk.name for crosswalk in CROSSWALKS if crosswalk.format == "csv" and crosswalk.saved]
GRAPHS = [crosswalk.name for crosswalk in CROSSWALKS if crosswalk.format == "rdf"]
CITO = "PREFIX cito: <http://purl.org/spar/cito/> PREFIX biro: <http://purl.org/spar/biro/>"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return invented_source(tmp_path_factory.mktemp("invented"), BASE)


@pytest.fixture(scope="module")
def ours(publication: Publication) -> Source:
    return source_of(publication)


@pytest.fixture(scope="module", params=["ours", "invented"])
def source(request: pytest.FixtureRequest) -> Source:
    found: Source = request.getfixturevalue(request.param)
    return found


def triples(name: str, source: Source) -> set[tuple[str, str, str]]:
    data = files_of(name, source)[f"{name}.ttl"]
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parse(data, format=RdfFormat.TURTLE)}


def records(name: str, source: Source) -> list[dict[str, Any]]:
    found = [json.loads(data) for path, data in files_of(name, source).items() if path.startswith(f"{name}/")]
    assert found
    return found


def annotations(source: Source) -> list[dict[str, Any]]:
    """Take each annotation out of its collection, as a harvester would."""
    collections = records("web-annotation", source)
    return [
        {"@context": collection["@context"], **item}
        for collection in collections
        for item in collection["first"]["items"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_view_has_the_same_bytes_each_time_and_answers_something(name: str, source: Source) -> None:
    files = files_of(name, source)
    assert files == crosswalk_files(CROSSWALKS[NAMES.index(name)], source)
    assert all(len(data) > 100 for data in files.values())
    assert not [path for path in files if not re.fullmatch(r"[a-z0-9./-]+", path)]


@pytest.mark.parametrize("name", GRAPHS)
def test_the_json_ld_of_a_view_says_what_its_turtle_says(name: str, source: Source) -> None:
    data = files_of(name, source)[f"{name}.jsonld"]
    held = {
        (str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parse(data, format=RdfFormat.JSON_LD)
    }
    assert held == triples(name, source)


@pytest.mark.parametrize("name", GRAPHS)
def test_a_base_that_ends_in_a_hash_gives_the_same_statements(name: str, invented: Source, tmp_path: Path) -> None:
    other = invented_source(tmp_path, "https://example.org/data#")
    counts = [Counter(predicate for _, predicate, _ in triples(name, source)) for source in (invented, other)]
    assert counts[0] == counts[1]
    assert len(files_of(name, invented)) == len(files_of(name, other))


def test_all_stands_in_the_site_and_its_page_leads_there(site: Path) -> None:
    page = (site / "crosswalks.html").read_text(encoding="utf-8")
    linked = re.findall(r'href="(crosswalks/[^"]+)"', page)
    assert len(linked) > 2 * len(NAMES)
    assert not [path for path in linked if not (site / path).is_file()]
    for crosswalk in CROSSWALKS:
        assert crosswalk.title in unescape(page)
        assert all(f'href="{iri}"' in page for iri in crosswalk.conforms)


def test_every_passage_is_an_annotation_with_its_words_and_its_position(source: Source) -> None:
    passages = answer(
        source.store, "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?a { GRAPH ?g { ?a a oa:Annotation } }"
    )
    found = annotations(source)
    assert {annotation["id"] for annotation in found} == passages
    assert len(found) == sum(collection["total"] for collection in records("web-annotation", source))
    for annotation in found:
        position, quote = sorted(annotation["target"]["selector"], key=lambda selector: selector["type"])
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert annotation["id"].endswith(f"/{position['start']}-{position['end']}")
        assert quote["exact"]
        bodies = annotation["body"] if isinstance(annotation["body"], list) else [annotation["body"]]
        assert all(body["purpose"] and body["source"] for body in bodies)


def test_annotations_stand_in_the_order_of_the_text(source: Source) -> None:
    for collection in records("web-annotation", source):
        places = [tuple(map(int, item["id"].rsplit("/", 1)[1].split("-"))) for item in collection["first"]["items"]]
        assert len(places) > 1
        assert places == sorted(places)


def test_every_citation_and_every_reference_is_in_the_view_for_citation_indexes(source: Source) -> None:
    held = triples("open-citations", source)
    typed = {kind: {one for one, _, two in held if two == f"<{kind}>"} for kind in (_CITATION, _REFERENCE)}
    for kind, found in typed.items():
        assert {f"<{iri}>" for iri in answer(source.store, f"SELECT ?x {{ GRAPH ?g {{ ?x a <{kind}> }} }}")} == found


_CITATION, _REFERENCE = "http://purl.org/spar/cito/Citation", "http://purl.org/spar/biro/BibliographicReference"


def test_a_pointer_to_two_references_is_a_list_of_two(invented: Source) -> None:
    held = triples("open-citations", invented)
    elements = {(one, two) for one, prop, two in held if prop == "<http://purl.org/co/element>"}
    pointer = f"{BASE}roe-2002/pointer/2"
    assert elements == {(f"<{pointer}#list>", f"<{pointer}>"), (f"<{pointer}#list>", f"<{pointer}#reference-1>")}
    denotes = [one for one, prop, _ in held if prop == "<http://purl.org/spar/c4o/denotes>"]
    assert len(denotes) == len(set(denotes))


def test_the_terms_of_schema_org_are_terms_of_schema_org(source: Source) -> None:
    used = {
        term for triple in triples("schema-org", source) for term in triple if term.startswith("<https://schema.org/")
    }
    assert len(used) > 30
    assert {
        "<https://schema.org/ScholarlyArticle>",
        "<https://schema.org/Quotation>",
        "<https://schema.org/Claim>",
    } <= used


@pytest.mark.acceptance
def test_schema_org_knows_each_of_these_terms(source: Source) -> None:
    known = json.loads(acceptance("contexts/schemaorg.jsonldcontext.json").read_text(encoding="utf-8"))["@context"]
    used = {
        term for triple in triples("schema-org", source) for term in triple if term.startswith("<https://schema.org/")
    }
    assert not {term for term in used if term[len("<https://schema.org/") : -1] not in known}


@pytest.mark.acceptance
def test_every_annotation_is_what_the_standard_says(source: Source) -> None:
    check = runner("web_annotation").check
    assert not [(annotation["id"], bad) for annotation in annotations(source) if (bad := check(annotation))]


@pytest.mark.acceptance
def test_every_record_fits_the_schema_of_linked_art(source: Source) -> None:
    check = runner("linked_art").check
    found = records("linked-art", source)
    assert not [(record["id"], bad) for record in found if (bad := check(record)[1])]
    assert {record["type"] for record in found} == {"Person", "Group", "Place", "LinguisticObject", "Event"}


@pytest.mark.acceptance
@pytest.mark.parametrize(("name", "theirs"), [("web-annotation", "anno.jsonld"), ("linked-art", "linked-art.json")])
def test_the_contexts_carried_here_are_those_of_their_owners(name: str, theirs: str) -> None:
    path = ROOT / "queries" / "crosswalks" / "contexts" / theirs
    assert path.read_bytes() == acceptance(f"contexts/{theirs}").read_bytes()
    assert load_frame(ROOT / "queries" / "crosswalks" / f"{name}.frame.jsonld")[0]["@context"].endswith(theirs)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_rows_of_its_query_and_keys_that_are_keys(name: str, source: Source) -> None:
    crosswalk = CROSSWALKS[NAMES.index(name)]
    files = crosswalk_files(crosswalk, source)
    lines = list(csv.DictReader(files[f"tables/{name}.csv"].decode().splitlines(keepends=True)))
    rows = select(source.store, load_saved_query(ROOT / "queries" / f"{name}.rq").text)
    assert [tuple(cell.removeprefix("'") for cell in line.values()) for line in lines] == [
        tuple(cell.removeprefix("'") for cell in row) for row in rows.rows
    ]
    keys = [tuple(line[column] for column in crosswalk.key) for line in lines] if crosswalk.key else []
    assert len(keys) == len(set(keys))
    for column, table, other in crosswalk.links:
        target = files_of(table, source)[f"tables/{table}.csv"].decode().splitlines(keepends=True)
        known = {line[other] for line in csv.DictReader(target)}
        assert {line[column] for line in lines} - {""} <= known


@pytest.mark.slow
def test_a_validator_of_csvw_accepts_the_tables(site: Path, tmp_path: Path) -> None:
    python = python_with(tmp_path / "csvw", "csvw>=3.7")
    described = sorted((site / "crosswalks").rglob("*csv-metadata.json"))
    csvs = [crosswalk.file for crosswalk in CROSSWALKS if crosswalk.format == "csv"]
    assert len(described) == len(csvs) + len({Path(file).parent for file in csvs})
    for path in described:
        validate = [str(python.with_name("csvwvalidate")), str(path)]
        done = subprocess.run(validate, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.strip()) == (0, "OK"), f"{path.name}: {done.stdout}{done.stderr}"


SHEX = """
import sys
from rdflib import RDF, Graph, URIRef
from pyshex import ShExEvaluator
file, shapes, *kinds = sys.argv[1:]
graph, schema = Graph().parse(file), open(shapes, encoding="utf-8").read()
for kind in kinds:
    iri, name = kind.split("=")
    focus = sorted(set(graph.subjects(RDF.type, URIRef(iri))))
    start = URIRef(f"https://opencitations.net/shex/{name}Shape")
    done = ShExEvaluator(rdf=graph, schema=schema, focus=focus, start=start).evaluate() if focus else []
    print(name, len(focus), *[f"{one.focus}: {one.reason}" for one in done if not one.result])
untyped = {one for one in graph.subjects() if (one, RDF.type, None) not in graph}
print("untyped", len(untyped))
"""
SHAPES = {
    "http://purl.org/spar/fabio/Expression": "BibliographicResource",
    "http://purl.org/spar/pro/RoleInTime": "AgentRole",
    _REFERENCE: "BibliographicReference",
    _CITATION: "Citation",
    "http://www.w3.org/ns/oa#Annotation": "ReferenceAnnotation",
    "http://purl.org/spar/c4o/InTextReferencePointer": "ReferencePointer",
    "http://purl.org/spar/c4o/SingleLocationPointerList": "PointerList",
    "http://purl.org/spar/fabio/Manifestation": "ResourceEmbodiment",
    "http://xmlns.com/foaf/0.1/Agent": "ResponsibleAgent",
    "http://purl.org/spar/datacite/Identifier": "Identifier",
}


@pytest.mark.slow
@pytest.mark.acceptance
def test_the_shapes_of_opencitations_accept_every_node(ours: Source, invented: Source, tmp_path: Path) -> None:
    shapes = acceptance("ocdm-shapes/oc_ocdm/resources/shexc.txt")
    python = python_with(tmp_path / "shex", "pyshex>=0.8")
    kinds = [f"{iri}={name}" for iri, name in SHAPES.items()]
    seen: Counter[str] = Counter()
    for source in (ours, invented):
        file = tmp_path / "view.ttl"
        file.write_bytes(files_of("open-citations", source)["open-citations.ttl"])
        command = [str(python), "-c", SHEX, str(file), str(shapes), *kinds]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        for line in lines:
            name, number, *bad = line.split(" ", 2)
            assert not bad
            seen[name] += int(number)
    assert seen.pop("untyped") == 0
    assert set(seen) == set(SHAPES.values())
    assert all(seen.values())


FRAMING = """
import json, sys
from pyld import jsonld
frame, context, data, address = sys.argv[1:]
loaded = {"contextUrl": None, "documentUrl": address, "document": json.load(open(context, encoding="utf-8"))}
jsonld.set_document_loader(lambda url, options: loaded)
options = {"explicit": True, "embed": "@always", "omitGraph": False, "omitDefault": True}
found = jsonld.frame(json.load(open(data, encoding="utf-8")), json.load(open(frame, encoding="utf-8")), options)
print(json.dumps(found["@graph"]))
"""


def test_records_leave_nothing_out_that_their_frame_asks_for(source: Source) -> None:
    """Whatever stands in a record stands in the graph; all that the graph says of annotations stands in a record."""
    text = json.dumps(annotations(source), ensure_ascii=False)
    for one, prop, two in triples("web-annotation", source):
        if prop.startswith("<http://www.w3.org/ns/oa#") and one.startswith("<"):
            assert one[1:-1] in text
            if two.startswith("<") and "ns/oa#" not in two:
                assert two[1:-1] in text


@pytest.mark.slow
def test_another_program_frames_an_annotation_alike(invented: Source, tmp_path: Path) -> None:
    python = python_with(tmp_path / "pyld", "PyLD>=2")
    folder = ROOT / "queries" / "crosswalks"
    whole = json.loads((folder / "web-annotation.frame.jsonld").read_text(encoding="utf-8"))
    frame = {"@context": whole["@context"], **whole["first"]["items"]}
    (tmp_path / "frame.json").write_text(json.dumps(frame), encoding="utf-8")
    (tmp_path / "data.jsonld").write_bytes(files_of("web-annotation", invented)["web-annotation.jsonld"])
    arguments = [
        tmp_path / "frame.json",
        folder / "contexts" / "anno.jsonld",
        tmp_path / "data.jsonld",
        frame["@context"],
    ]
    command = [str(python), "-c", FRAMING, *map(str, arguments)]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert {one["id"]: ordered(one) for one in theirs} == {
        one["id"]: ordered({key: value for key, value in one.items() if key != "@context"})
        for one in annotations(invented)
    }


def ordered(value: Any) -> Any:
    """Make values comparable: lists are sets, and `oa:start` is `start` (the store knows one datatype of integers)."""
    if isinstance(value, list):
        return sorted((ordered(item) for item in value), key=repr)
    if isinstance(value, dict):
        return dict(sorted((key.removeprefix("oa:"), ordered(inner)) for key, inner in value.items()))
    return value


def test_a_view_of_a_workspace_is_published_with_text_as_text(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "own")
    folder = workspace.root / "queries" / "crosswalks"
    folder.mkdir(parents=True)
    header, query = (
        "# <script>alert(1)</script>?\n# @title {{ 7 * 7 }}\n",
        '{ ?s ?p "]]></script>" } { GRAPH ?g { ?s ?p ?o } }',
    )
    (folder / "ours.rq").write_text(f"{header}CONSTRUCT {query}\n", encoding="utf-8")
    build_papers(workspace, Options(out=tmp_path / "build", site=True))
    site = tmp_path / "build" / "site"
    assert b"]]></script>" in (site / "crosswalks" / "ours.ttl").read_bytes()
    page = (site / "crosswalks.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "<script>alert" not in page
    assert (site / "crosswalks" / "tables" / "works.csv").is_file()


def test_each_description_of_tables_is_told_with_the_tables_that_it_is_of(site: Path) -> None:
    page = (site / "crosswalks.html").read_text(encoding="utf-8")
    told = dict(re.findall(r">((?:\w+/)?csv-metadata\.json)</a>: ([^<]+)</li>", page))
    assert sorted(told) == ["csv-metadata.json", "opencitations/csv-metadata.json", "tables/csv-metadata.json"]
    assert "Mix" in told["csv-metadata.json"] and "," not in told["csv-metadata.json"]
    assert told["tables/csv-metadata.json"].startswith("Actors, Citations, Claims")


def test_the_file_that_the_guide_adds_gives_what_the_guide_shows(invented: Source, tmp_path: Path) -> None:
    """Run the worked example of docs/crosswalks.md: one file more, and one view more."""
    text = (ROOT / "docs" / "crosswalks.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"<!-- file: ([\w.-]+) -->\n```\w*\n(.*?)```", text, re.DOTALL))
    folder = tmp_path / "queries" / "crosswalks"
    folder.mkdir(parents=True)
    for name, block in blocks.items():
        (folder / name).write_text(block, encoding="utf-8")
    assert {Path(name).suffix for name in blocks} == {".rq", ".jsonld"}
    source = replace(invented, workspace=replace(invented.workspace, root=tmp_path))
    site = tmp_path / "site"
    write_crosswalks(site, source)
    for shown in re.findall(r"<!-- gives: ([\w./-]+) -->\n```\w*\n(.*?)```", text, re.DOTALL):
        path, expected = shown
        assert (site / "crosswalks" / path).read_text(encoding="utf-8") == expected
    assert "<!-- gives:" in text


META = ["id", "title", "author", "pub_date", "venue", "volume", "issue", "page", "type", "publisher", "editor"]
CITATIONS = (
    "PREFIX cito: <http://purl.org/spar/cito/> SELECT DISTINCT ?cited { GRAPH ?g { ?c cito:hasCitedEntity ?cited } }"
)


def rows(name: str, source: Source) -> list[dict[str, str]]:
    crosswalk = CROSSWALKS[NAMES.index(name)]
    text = files_of(name, source)[f"{crosswalk.file}.csv"].decode()
    return list(csv.DictReader(text.splitlines(keepends=True)))


def identified(source: Source, folder: Path) -> Source:
    """Load papers of authors with awkward names, which cite a work with a DOI in a journal with an ISSN."""
    folder.mkdir(exist_ok=True)
    article, journal, *works = RECORD.works
    smith, *agents = RECORD.agents
    doi = Identifier("doi", "10.1000/zenda", "https://doi.org/10.1000/zenda", "printed there", None, "certain")
    issn = Identifier("issn", "0263-4937", "https://portal.issn.org/resource/ISSN/0263-4937", "a list", None, "certain")
    like = replace(
        RECORD,
        works=(
            replace(article, title="=Zenda; [1]", authority="zenda-article", pages="5–9"),
            replace(journal, title="Journal [of]  Small States]", authority="small-states"),
            *works,
        ),
        agents=(replace(smith, name=Name("A. [X] Smith; Jr.", "Smith, [Jr.]", " A. ;")), *agents),
    )
    authorities = (
        *AUTHORITIES,
        Authority("zenda-article", "work", "article", "Zenda", (), (doi,)),
        Authority("small-states", "work", "serial", "Journal of Small States", (), (issn,)),
    )
    return invented_source(folder, source.base, like=like, authorities=authorities)


def test_a_deposit_has_the_columns_that_opencitations_reads_and_metadata_of_all_that_is_cited(source: Source) -> None:
    metadata, citations = rows("opencitations-metadata", source), rows("opencitations-citations", source)
    assert list(metadata[0]) == META
    assert list(citations[0]) == ["citing_id", "cited_id"]
    pairs = [(row["citing_id"], row["cited_id"]) for row in citations]
    assert len(pairs) == len(set(pairs)) == len(answer(source.store, CITATIONS))
    ids = [row["id"] for row in metadata]
    assert len(ids) == len(set(ids))
    assert set(ids) == {one for pair in pairs for one in pair}


def test_a_deposit_says_of_each_work_what_is_sure(invented: Source) -> None:
    (zenda,) = [
        row for row in rows("opencitations-metadata", invented) if row["id"].endswith("doe-2001/work/smith-zenda")
    ]
    expected = [
        "Zenda",
        "Smith, A.; Jones, B.",
        "1990",
        "Journal of Small States",
        "2",
        "1",
        "5-9",
        "journal article",
        "",
        "",
    ]
    assert list(zenda.values())[1:] == expected
    (strel,) = [
        row for row in rows("opencitations-metadata", invented) if row["id"].endswith("doe-2001/work/daily-strel-1936")
    ]
    assert (strel["title"], strel["pub_date"], strel["type"]) == ("", "1936-06-04", "newspaper article")


def test_works_of_two_papers_with_one_identifier_are_one_work(invented: Source, tmp_path: Path) -> None:
    source = identified(invented, tmp_path)
    (zenda,) = [row for row in rows("opencitations-metadata", source) if "Zenda" in row["title"]]
    assert zenda["id"] == "doi:10.1000/zenda"
    assert zenda["author"] == "Smith Jr., A.; Jones, B."
    assert zenda["venue"] == "Journal of Small States [issn:0263-4937]"
    assert sum(row["cited_id"] == zenda["id"] for row in rows("opencitations-citations", source)) == 2


@pytest.mark.slow
def test_the_validator_of_opencitations_accepts_a_deposit(ours: Source, invented: Source, tmp_path: Path) -> None:
    python = python_with(tmp_path / "oc", "oc_validator>=1.0")
    for number, source in enumerate((ours, invented, identified(invented, tmp_path / "identified"))):
        folder = tmp_path / f"deposit-{number}"
        for name in ("opencitations-metadata", "opencitations-citations"):
            folder.mkdir(exist_ok=True)
            (file,) = [data for path, data in files_of(name, source).items() if path.endswith(".csv")]
            (folder / f"{name}.csv").write_bytes(file)
        command = [str(python.with_name("oc_validator")), "closure", "--no-id-existence"]
        for kind, name in (("meta", "metadata"), ("cits", "citations")):
            command += [f"--{kind}", str(folder / f"opencitations-{name}.csv"), f"--{kind}-out", str(folder / kind)]
        subprocess.run(command, cwd=folder, capture_output=True, check=True)
        results = sorted(folder.glob("*/out_validate_*.jsonl"))
        assert len(results) == 2
        said = {json.loads(line)["error_label"] for path in results for line in path.read_text("utf-8").splitlines()}
        assert said == (set() if source is ours else {"uppercase_title"}), "the invented paper prints its title so"


def test_a_catalogue_for_mix_n_match_asks_for_whom_nobody_has_found(invented: Source) -> None:
    found = rows("mix-n-match", invented)
    assert list(found[0]) == ["id", "name", "desc", "url", "type"]
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        assert row["url"] == f"{BASE}{row['id']}"
        assert re.fullmatch(r"(?:Q[1-9][0-9]*)?", row["type"])
        assert "(2001)" in row["desc"]
    named = {row["name"]: row for row in found}
    assert "Ruritania" not in named, "it has an identifier of Wikidata"
    assert named["Borduria"]["id"] == "actor/borduria"
    assert named["Michael Elphberg"]["desc"].startswith(
        "President of Ruritania; former Colonel of the Red Guard; named in "
    )
    assert named["D. White"]["type"] == "Q5"
    assert named["D. White"]["desc"].startswith(("editor of Exiles (1995); ", "translator of Exiles (1995); "))


def test_nobody_who_is_in_wikidata_is_asked_again(ours: Source) -> None:
    known = select(ours.store, load_saved_query(ROOT / "queries" / "identifiers.rq").text)
    matched = {row[0] for row in known.rows if row[2] == "wikidata"}
    assert matched
    assert not matched & {row["url"] for row in rows("mix-n-match", ours)}
