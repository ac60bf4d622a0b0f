import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.build import extract_paper
from ibidem.document import Document, Part, PartKind
from ibidem.extract import extract_json
from ibidem.find import find_candidates
from ibidem.formats.record import extract_text
from ibidem.line import Lines
from ibidem.span import Span
from published import ROOT
from records import RECORD, TEXT

SCHEMA = json.loads((ROOT / "docs" / "extract.schema.json").read_text(encoding="utf-8"))
PAPERS = [*sorted(ROOT.glob("seeds/papers/*/paper.txt")), *sorted(ROOT.glob("pipeline/**/paper.txt"))]
KINDS = ("pointers", "references", "quotations", "actors", "treaties", "events", "claims", "findings")


def plain_of(path: Path) -> tuple[str, dict[str, Any]]:
    document, record = extract_paper(path)
    return document.text, json.loads(msgspec.json.encode(extract_json(document, record)))


def placed(value: Any) -> Iterator[dict[str, Any]]:
    """Give every object, at any depth, that names a range of the text."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for part in value.values():
            yield from placed(part)
    elif isinstance(value, list):
        for part in value:
            yield from placed(part)


def check(text: str, plain: dict[str, Any]) -> None:
    jsonschema.validate(plain, SCHEMA)
    assert tuple(plain) == KINDS
    for item in placed(plain):
        assert item.get("exact", item.get("text")) in (None, text[item["start"] : item["end"]])
    for kind in KINDS[:-1]:
        for item in plain[kind]:
            assert "start" in item or item["mentions"]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_record_of_every_kind_fits_the_schema_and_its_places_hold() -> None:
    whole = Document.of(TEXT, parts=[Part(PartKind.PARAGRAPH, Span(0, len(TEXT)), 0)])
    plain = json.loads(msgspec.json.encode(extract_json(whole, RECORD)))
    check(TEXT, plain)
    assert all(plain[kind] for kind in KINDS)
    assert plain["references"][2]["antecedent"] == {"number": 2, "index": 0}
    assert plain["references"][2]["resolved"] == {"number": 1, "index": 0}
    assert len([line for line in extract_text(plain, lines=Lines.of(TEXT)) if line]) > sum(map(len, plain.values()))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.parent.name)
def test_every_place_of_a_paper_holds(path: Path) -> None:
    text, plain = plain_of(path)
    check(text, plain)
    assert all(plain[kind] for kind in KINDS[:-1])


@given(st.text(max_size=200))
def test_any_text_is_a_paper(text: str) -> None:
    from ibidem.read.text import parse_text

    document = parse_text(text or " ")
    assert all(candidate.span.of(document.text) == candidate.exact for candidate in find_candidates(document))
