from dataclasses import replace

from described import gathered, paper
from ibidem.describe import describe_record
from records import BASE, RECORD


def test_a_pointer_has_its_number_and_denotes_references() -> None:
    assert paper()["pointer/1"] == {
        "a": ["c4o:InTextReferencePointer"],
        "ibidem:number": ["1^^xsd:integer"],
        "c4o:denotes": ["reference/1"],
        "prov:wasGeneratedBy": ["rule/pointer-superscript"],
    }


def test_a_run_of_numbers_has_a_name_where_numbers_start_again() -> None:
    record = replace(RECORD, pointers=(replace(RECORD.pointers[0], section="chapter-2"),))
    assert gathered(describe_record(record, base=BASE))["pointer/1"]["ibidem:section"] == ["chapter-2"]
