from pathlib import Path

import pytest

from damage import Copy, run, said
from ibidem.words import read_table

QUESTIONS = read_table("ontology-questions")


def test_the_ontology_answers_every_question(sound: Path) -> None:
    (result,) = said(run(sound, "ontology"))
    assert result.startswith(f"pass None: {len(QUESTIONS)} questions, ")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_an_ontology_that_is_silent_fails_or_warns(copy: Copy, question: tuple[str, ...]) -> None:
    name, weight, _, properties, _ = question
    lines = (copy.site / "ontology.ttl").read_text(encoding="utf-8").split("\n")
    prefixes = {line.split()[2].strip("<>"): line.split()[1] for line in lines if line.startswith("@prefix")}
    text = "\n".join(lines)
    for iri in properties.split():
        start = next((space for space in prefixes if iri.startswith(space)), None)
        if start is not None:
            text = text.replace(f"{prefixes[start]}{iri[len(start) :]} ", "ibidem:nothing ")
    copy.write("ontology.ttl", text)
    found = said(run(copy.folder, "ontology"))
    outcome = "fail" if weight == "must" else "warn"
    assert any(line.startswith(f"{outcome} site/ontology.ttl: ") and f"[{name}]" in line for line in found), found


def test_what_cannot_be_read_or_is_not_there_fails(copy: Copy) -> None:
    copy.write("ontology.ttl", "<x")
    copy.remove("ontology.jsonld")
    copy.remove("ontology.html")
    found = said(run(copy.folder, "ontology"))
    assert any(line.startswith("fail site/ontology.ttl: cannot be parsed") for line in found)
    assert "fail site/ontology.jsonld: is not there" in found
    assert "fail site/ontology.html: is not there" in found


def test_a_term_without_a_place_in_the_page_fails(copy: Copy) -> None:
    copy.replace("ontology.html", 'id="Actor"', 'id="Nobody"')
    assert "fail site/ontology.html: does not explain Actor" in said(run(copy.folder, "ontology"))


def test_an_ontology_without_a_term_or_itself_fails(copy: Copy) -> None:
    copy.write("ontology.ttl", "<x:a> <x:b> <x:c> .")
    found = said(run(copy.folder, "ontology"))
    assert any("is an ontology" in line for line in found)
    assert "fail site/ontology.ttl: defines no term" in found
    assert "fail site/ontology.jsonld: says other things than the Turtle" in found


def test_a_namespace_that_is_not_that_of_the_terms_fails(copy: Copy) -> None:
    copy.replace("ontology.ttl", '"https://w3id.org/ibidem/ontology#"', '"https://x.example/"')
    found = said(run(copy.folder, "ontology"))
    assert any("says the namespace https://x.example/, not https://w3id.org/ibidem/ontology#" in line for line in found)
