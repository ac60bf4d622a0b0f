"""One concept, one name, in five places: shapes, what describes it, its test, its fixtures, its row in the glossary."""

import os
import re
from pathlib import Path

import pytest

from diagram import page, read_shapes
from ibidem.words import read_table

ROOT = Path(__file__).parents[1]
CONCEPTS = sorted(path.stem for path in (ROOT / "shapes").glob("*.ttl") if path.stem != "about")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|$", GLOSSARY, re.MULTILINE)
NO_CLASS = {"__init__", "context", "dataset", "ontology", "statement", "terms", "withdrawn"}
"""Modules of describe/ that make no class of a paper."""
MARK = "<!-- made from shapes/ by tests/diagram.py; `make accept` rewrites what follows -->\n"


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_stands_in_five_places(concept: str) -> None:
    places = (
        f"shapes/{concept}.ttl",
        f"pipeline/ibidem/describe/{concept}.py",
        f"tests/describe/test_{concept}.py",
        f"tests/shapes/{concept}.ttl",
    )
    assert [place for place in places if not (ROOT / place).is_file()] == []
    assert concept in {row[0] for row in ROWS}


def test_what_is_described_has_shapes() -> None:
    modules = {path.stem for path in (ROOT / "pipeline" / "ibidem" / "describe").glob("*.py")}
    assert modules - NO_CLASS == set(CONCEPTS)
    assert len(CONCEPTS) >= 23


def test_the_glossary_explains_each_term_once_in_order() -> None:
    terms = [row[0] for row in ROWS if row[0] not in ("term", "---")]
    assert terms == sorted(terms)
    assert len(terms) == len(set(terms)) > 50


def test_the_glossary_leads_to_files_that_are_there() -> None:
    for term, _, _, where in ROWS[2:]:
        for path in re.findall(r"`([a-z][\w/.-]+\.\w+)`", where):
            assert (ROOT / path).exists() or (ROOT / "pipeline/ibidem" / path).exists(), f"{term}: {path}"


def test_the_data_model_is_drawn_from_the_shapes() -> None:
    path = ROOT / "docs" / "data-model.md"
    written, mark, drawn = path.read_text(encoding="utf-8").partition(MARK)
    assert mark
    shapes = read_shapes(ROOT / "shapes")
    if os.environ.get("IBIDEM_ACCEPT"):
        path.write_text(f"{written}{mark}\n{page(shapes)}", encoding="utf-8")
    else:
        assert drawn == f"\n{page(shapes)}"


def test_the_data_model_draws_every_closed_shape() -> None:
    shapes = read_shapes(ROOT / "shapes")
    assert {shape.name for shape in shapes if shape.closed} == {name for name, _ in read_table("concepts")}
