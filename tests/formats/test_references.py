import json

from ibidem.cited import Fields, Name
from ibidem.edtf import Date
from ibidem.formats.references import csl_items, reading_lines
from ibidem.parse.tagger.fields import Reading

FIELDS = Fields(
    type="chapter",
    authors=(Name("R. Holloway", "Holloway", "R."), Name("UNHCR")),
    title="A Title",
    container="A Book",
    container_editors=(Name("A. Köppen", "Köppen", "A."),),
    volume="3",
    date=Date("1990~", "c. 1990"),
    pages="12-34",
    confidence=(("authors", 0.987), ("date", 0.5), ("title", 1.0)),
)
READING = Reading("R. Holloway, ...", (), FIELDS, "20")


def test_an_item_has_its_confidence_and_print_beside_it() -> None:
    item = csl_items([READING])[0]
    assert item["id"] == "ref-1" and item["type"] == "chapter"
    assert item["author"] == [{"family": "Holloway", "given": "R."}, {"literal": "UNHCR"}]
    assert item["editor"] == [{"family": "Köppen", "given": "A."}]
    assert item["issued"]["date-parts"] == [[1990]] and item["issued"]["circa"]
    custom = item["custom"]
    assert custom["printed"] == READING.text and custom["locator"] == "20"
    assert custom["confidence"] == {"author": 0.99, "issued": 0.5, "title": 1.0}
    assert "iri" not in custom
    json.dumps(item)


def test_each_field_has_a_line_with_its_confidence() -> None:
    lines = list(reading_lines([READING]))
    assert lines[0] == "[1] R. Holloway, ..."
    assert "    author             99%  Holloway, R.; UNHCR" in lines
    assert "    editor                  Köppen, A." in lines
    assert "    issued             50%  1990~" in lines
    assert lines[-2:] == ["    type                    chapter", ""]
