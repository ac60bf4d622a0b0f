import json
from pathlib import Path

import jsonschema
import msgspec

from docx_made import docx, note, p, r, ref
from ibidem.build import extract_paper
from ibidem.document import Document, Part, PartKind
from ibidem.extract import extract_json
from ibidem.span import Span
from ibidem.whence import with_origins
from published import ROOT

SCHEMA = json.loads((ROOT / "docs" / "extract.schema.json").read_text(encoding="utf-8"))


def test_markers_notes_and_passages_of_a_file_that_is_no_text_lead_back_into_it(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    body = p(r("The toll doubled, and nobody asked."), ref(1)) + p(r("It was paid."))
    path.write_bytes(docx(body, footnotes=note(1, r("Ackerley, Trade (London: Methuen, 1962), p. 12."))))
    document, record = extract_paper(path)
    plain = json.loads(msgspec.json.encode(extract_json(document, record)))
    jsonschema.validate(plain, SCHEMA)
    assert plain["pointers"][0]["origin"]["path"].startswith("word/document.xml!/")
    assert plain["references"][0]["origin"]["path"].startswith("word/footnotes.xml!/")
    (noted,) = plain["notes"]
    assert noted["number"] == 1 and noted["origin"] == plain["references"][0]["origin"]
    assert document.text[noted["start"] : noted["end"]].strip().startswith("Ackerley")
    steps = [passage["origin"]["path"].rpartition("/")[2] for passage in plain["passages"]]
    assert steps == ["*[local-name()='p'][1]", "*[local-name()='p'][2]"]


def test_a_text_that_is_the_file_itself_stays_as_it_is() -> None:
    plain = {"pointers": [{"start": 0, "end": 1}]}
    assert with_origins(plain, Document.of("a", parts=[Part(PartKind.PARAGRAPH, Span(0, 1), 0)])) is plain
