from dataclasses import replace

import pytest

from described import gathered
from ibidem.describe import describe_record
from ibidem.document import Origin
from records import BASE, RECORD, TEXT, mention

HEIGHT = 792.0


def said(*origins: Origin) -> dict[str, dict[str, list[str]]]:
    held = gathered(describe_record(replace(RECORD, origins=origins), base=BASE, text=TEXT))
    return {node: values for node, values in held.items() if node.startswith("passage/")}


def test_a_text_that_is_the_file_has_no_second_selector() -> None:
    held = said()
    assert not [node for node in held if node.endswith("#origin")]
    targets = [values for node, values in held.items() if node.endswith("#target")]
    assert all(len(values["oa:hasSelector"]) == 1 for values in targets)


def test_every_stretch_leads_back_to_its_page_and_box() -> None:
    start = TEXT.index("Ruritania and")
    held = said(
        Origin(0, page=1, box=(72.0, 700.0, 400.0, 720.5), height=HEIGHT),
        Origin(start, page=2, box=(72.0, 600.0, 300.0, 612.0), height=HEIGHT),
        Origin(start + 20, page=2, box=(80.0, 580.0, 400.0, 598.0), height=HEIGHT),
    )
    origins = {node: values for node, values in held.items() if node.endswith("#origin")}
    assert len(origins) == len([node for node in held if node.endswith("#selector")])
    span = mention("Ruritania").span
    one = origins[f"passage/{span.start}-{span.end}#origin"]
    assert one["a"] == ["oa:FragmentSelector"]
    assert one["rdf:value"] == ["page=2&viewrect=72,180,228,12"]
    assert one["dcterms:conformsTo"] == ["https://www.rfc-editor.org/rfc/rfc8118"]
    target = held[f"passage/{span.start}-{span.end}#target"]
    assert [value.rpartition("#")[2] for value in target["oa:hasSelector"]] == ["selector", "origin"]


@pytest.mark.parametrize(
    ("path", "member", "inside"),
    [
        ("/html[1]/body[1]/p[3]", None, "/html[1]/body[1]/p[3]"),
        ("OEBPS/a.xhtml!/html[1]/body[1]/p[3]", "OEBPS/a.xhtml", "/html[1]/body[1]/p[3]"),
    ],
)
def test_every_stretch_leads_back_to_its_element(path: str, member: str | None, inside: str) -> None:
    origins = [values for node, values in said(Origin(0, path=path)).items() if node.endswith("#origin")]
    assert origins
    for values in origins:
        assert values["a"] == ["oa:XPathSelector"]
        assert values["rdf:value"] == [inside]
        assert values.get("ibidem:member") == (None if member is None else [member])
        assert "dcterms:conformsTo" not in values


def test_a_page_without_a_box_is_said_alone() -> None:
    values = [values for node, values in said(Origin(0, page=7)).items() if node.endswith("#origin")]
    assert {value["rdf:value"][0] for value in values} == {"page=7"}


def test_what_leads_nowhere_says_nothing() -> None:
    assert not [node for node in said(Origin(0)) if node.endswith("#origin")]
    assert not [node for node in said(Origin(len(TEXT), page=1)) if node.endswith("#origin")]
