import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from ibidem.dump import to_nquads
from ibidem.dump.graph import Graph, split_graphs
from ibidem.errors import InputError
from ibidem.publish.crosswalk.context import Term, Vocabulary
from ibidem.publish.crosswalk.frame import framed, load_frame

BASE = "https://example.org/"
CONTEXT: dict[str, Any] = {
    "ex": BASE,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Thing": {"@id": "ex:Thing", "@context": {"part": {"@id": "ex:hasPart", "@type": "@id"}}},
    "Name": "ex:Name",
    "red": "ex:red",
    "part": {"@id": "ex:partOfSomethingElse", "@type": "@id"},
    "next": {"@id": "ex:next", "@type": "@id"},
    "colour": {"@id": "ex:colour", "@type": "@vocab"},
    "parts": {"@id": "ex:parts", "@type": "@id", "@container": "@list"},
    "start": {"@id": "ex:start", "@type": "xsd:nonNegativeInteger"},
    "on": {"@id": "ex:on", "@type": "xsd:date"},
    "label": "ex:label",
}
DATA = """
@prefix ex: <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:a a ex:Thing ; ex:label "A" ; ex:colour ex:red ; ex:hasPart ex:n ; ex:next ex:b ; ex:parts ex:b ; ex:start 7 ;
  ex:on "2026-01-02"^^xsd:date .
ex:b a ex:Thing ; ex:label "B", "Bee"@en ; ex:on "2026" ; ex:start "-1"^^xsd:int ; ex:next ex:a .
ex:n a ex:Name ; ex:label "name" .
"""


def graph(turtle: str = DATA) -> Graph:
    (found,) = split_graphs(to_nquads(parse(turtle, format=RdfFormat.TURTLE)), base=BASE)
    return found


def records(frame: dict[str, Any], turtle: str = DATA) -> dict[str, dict[str, Any]]:
    whole = {"@context": {}, **frame}
    return {iri.removeprefix(BASE): record for iri, record in framed(graph(turtle), whole, Vocabulary.of(CONTEXT))}


def test_a_record_has_the_keys_of_the_frame_in_its_order_and_no_others() -> None:
    found = records({"type": "Thing", "start": {}, "label": {}})["a"]
    assert found == {"@context": {}, "id": f"{BASE}a", "type": "Thing", "start": 7, "label": "A"}
    assert list(found) == ["@context", "id", "type", "start", "label"]


def test_values_are_written_as_the_context_says() -> None:
    found = records({"type": "Thing", "colour": {}, "next": {}, "parts": {}, "on": {}})
    assert found["a"]["colour"] == "red"
    assert found["a"]["next"] == f"{BASE}b"
    assert found["a"]["parts"] == [f"{BASE}b"]
    assert found["a"]["on"] == "2026-01-02"
    assert found["b"]["on"] == {"@value": "2026"}


def test_a_literal_that_the_context_does_not_expect_keeps_its_datatype_and_language() -> None:
    found = records({"type": "Thing", "label": {}, "start": {}})["b"]
    assert found["label"] == ["B", {"@value": "Bee", "@language": "en"}]
    assert found["start"] == {"@value": "-1", "@type": "http://www.w3.org/2001/XMLSchema#int"}


def test_a_key_means_what_the_class_of_its_node_says() -> None:
    assert records({"type": "Thing", "part": {}})["a"]["part"] == f"{BASE}n"
    assert "part" not in records({"type": "Name", "part": {}})["n"]


def test_nodes_stand_whole_where_the_frame_has_keys_for_them_even_in_a_circle() -> None:
    found = records({"type": "Thing", "next": {"label": {}, "next": {"label": {}, "next": {}}}})["a"]
    assert found["next"]["id"] == f"{BASE}b"
    assert found["next"]["next"] == {"id": f"{BASE}a", "type": "Thing", "label": "A", "next": f"{BASE}b"}


def test_a_node_without_an_iri_is_a_part_and_no_record() -> None:
    frame = {"type": ["Thing", "Name"], "part": {"id": None, "label": {}}}
    found = records(frame)
    assert set(found) == {"a", "b"}
    assert found["a"]["part"] == {"type": "Name", "label": "name"}


def write(folder: Path, frame: str, context: str | None = None) -> Path:
    path = folder / "view.frame.jsonld"
    path.write_text(frame, encoding="utf-8")
    if context is not None:
        (folder / "contexts").mkdir()
        (folder / "contexts" / "ns.json").write_text(context, encoding="utf-8")
    return path


def test_a_context_named_by_its_address_is_read_from_the_folder_beside(tmp_path: Path) -> None:
    context = json.dumps({"@context": {"name": "https://example.org/name"}})
    frame = '{"@context": ["https://example.org/v1/ns.json", {"of": {"@id": "https://example.org/of"}}], "@type": "X"}'
    _, vocabulary = load_frame(write(tmp_path, frame, context))
    assert vocabulary.term("name", ()) == Term("https://example.org/name")
    assert vocabulary.term("of", ()) == Term("https://example.org/of")


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("{", "is no JSON"),
        ("[]", "is no JSON object"),
        ('{"type": "X"}', "is no frame; give it `@context`"),
        ('{"@context": {}}', "names no `type`"),
        ('{"@context": "https://example.org/nowhere.json", "@type": "X"}', "nowhere.json"),
    ],
)
def test_a_frame_that_cannot_be_used_says_why(tmp_path: Path, frame: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        load_frame(write(tmp_path, frame))


def test_a_context_with_a_vocabulary_of_its_own_names_all_terms_in_it() -> None:
    vocabulary = Vocabulary.of({"@vocab": "https://schema.org/", "none": None})
    assert vocabulary.term("name", ()) == Term("https://schema.org/name")
    assert vocabulary.term("none", ()) is None
    assert vocabulary.name("https://schema.org/Person") == "Person"
    assert Vocabulary.of({}).term("name", ()) is None
