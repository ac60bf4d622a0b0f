import json
import os
from pathlib import Path

import pytest

from ibidem.describe.context import REUSED, make_context

ONTOLOGY = Path(__file__).parents[2] / "ontology"


def test_the_context_in_the_repository_is_the_one_that_the_ontology_makes() -> None:
    context = make_context((ONTOLOGY / "ibidem.ttl").read_bytes())
    text = json.dumps({"@context": context}, indent=2, ensure_ascii=False) + "\n"
    path = ONTOLOGY / "context.jsonld"
    if os.environ.get("IBIDEM_ACCEPT"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_keys_say_what_their_values_are() -> None:
    context = make_context((ONTOLOGY / "ibidem.ttl").read_bytes())
    assert context["speaker"] == {"@id": "ibidem:speaker", "@type": "@id"}
    assert context["former"] == {"@id": "ibidem:former", "@type": "xsd:boolean"}
    assert context["title"] == "dcterms:title"
    assert context["Quotation"] == "ibidem:Quotation"
    assert context["Citation"] == "cito:Citation"


def test_every_reused_property_has_a_key_unless_the_ontology_has_taken_it() -> None:
    context = make_context((ONTOLOGY / "ibidem.ttl").read_bytes())
    ids = {
        value if isinstance(value, str) else value["@id"] for value in context.values() if isinstance(value, str | dict)
    }
    assert {name for name, _ in REUSED} - ids == {
        "schema:position",
        "dcterms:date",
        "dcterms:type",
        "prism:number",
        # vCard's key of the same name was there first.
        "fabio:hasURL",
    }


def test_an_ontology_that_is_no_turtle_is_an_error() -> None:
    with pytest.raises(SyntaxError):
        make_context(b"a b")
