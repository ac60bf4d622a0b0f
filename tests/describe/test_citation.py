from dataclasses import replace

from described import gathered, paper
from ibidem.describe import describe_record
from records import BASE, RECORD


def test_a_citation_says_what_is_cited_where_and_through_what() -> None:
    assert paper()["citation/4"] == {
        "a": ["cito:Citation"],
        "cito:hasCitingEntity": ["."],
        "cito:hasCitedEntity": ["work/daily-strel-1936"],
        "ibidem:reference": ["reference/4"],
        "ibidem:position": ["first"],
        "ibidem:via": ["work/refugees"],
    }
    assert paper()["citation/3"]["ibidem:locator"] == ["7"]


def test_a_chain_of_vias_is_whole() -> None:
    reference = replace(RECORD.references[3], through=("exiles",))
    record = replace(RECORD, references=(*RECORD.references[:3], reference, RECORD.references[4]))
    said = gathered(describe_record(record, base=BASE))
    assert said["citation/4"]["ibidem:via"] == ["work/refugees", "work/exiles"]


def test_a_signal_says_how_the_work_bears_on_the_text() -> None:
    reference = replace(RECORD.references[3], signal="but see", relation="cito:disagreesWith")
    record = replace(RECORD, references=(*RECORD.references[:3], reference, RECORD.references[4]))
    said = gathered(describe_record(record, base=BASE))
    assert said["citation/4"]["cito:hasCitationCharacterization"] == ["cito:disagreesWith"]


def test_a_reference_without_a_work_makes_no_citation() -> None:
    record = replace(RECORD, references=(replace(RECORD.references[0], work=None),))
    said = gathered(describe_record(record, base=BASE))
    assert "reference/1" in said
    assert "citation/1" not in said
