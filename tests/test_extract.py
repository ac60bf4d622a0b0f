import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.anchoring import mismatched_spans
from ibidem.build import extract_paper
from ibidem.describe import describe_record
from ibidem.document import Document, Part, PartKind
from ibidem.dump import to_nquads
from ibidem.extract import extract_json
from ibidem.formats.record import extract_text
from ibidem.origin import Finder, text_digest
from ibidem.span import Span
from published import ROOT
from records import RECORD, TEXT

SCHEMA = json.loads((ROOT / "docs" / "extract.schema.json").read_text(encoding="utf-8"))
PAPERS = [*sorted(ROOT.glob("seeds/papers/*/paper.txt")), *sorted(ROOT.glob("pipeline/**/paper.txt"))]
KINDS = ("pointers", "references", "quotations", "actors", "treaties", "events", "claims", "remarks", "findings")


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
    finder = Finder.of(whole, digest=text_digest(TEXT))
    assert len([line for line in extract_text(plain, finder=finder) if line]) > sum(map(len, plain.values()))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.parent.name)
def test_every_place_of_a_paper_holds(path: Path) -> None:
    text, plain = plain_of(path)
    check(text, plain)
    assert all(plain[kind] for kind in KINDS[:-2])


WORDS = """Ivan Petrov President of the Treaty Russia and signed told that said 1,000 troops in May 1992 1992-93
    “ ” " ‘ ’ ( ) ¹ ² [3] . , ; — Ibid. op. cit. p. 3 pp. 5-9 ed. quoted Vol. 2 References 1. 2. \u0301"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])


@settings(max_examples=60)
@given(st.text(max_size=120) | st.lists(PIECES, max_size=60).map(" ".join))
def test_any_text_is_a_paper_that_can_be_published(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "paper.txt"
    path.write_bytes(f"{text} ".replace("\0", "").encode("utf-8", "replace"))
    document, record = extract_paper(path)
    check(document.text, json.loads(msgspec.json.encode(extract_json(document, record))))
    assert mismatched_spans(record, document.text) == ()
    assert to_nquads(describe_record(record, base="https://example.org/", text=document.text))
