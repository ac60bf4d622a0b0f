from dataclasses import replace

from described import gathered, paper
from ibidem.describe import describe_record
from records import BASE, RECORD


def test_a_full_reference_means_its_work() -> None:
    assert paper()["reference/4"] == {
        "a": ["biro:BibliographicReference"],
        "ibidem:number": ["4^^xsd:integer"],
        "ibidem:form": ["full"],
        "ibidem:signal": ["quoted in"],
        "biro:references": ["work/daily-strel-1936"],
        "prov:wasGeneratedBy": ["rule/reference"],
    }


def test_an_ibid_points_at_the_one_before_and_is_resolved_to_the_first() -> None:
    said = paper()["reference/3"]
    assert (said["ibidem:antecedent"], said["ibidem:resolved"]) == (["reference/2"], ["reference/1"])


def test_the_second_of_a_note_has_an_index() -> None:
    record = replace(RECORD, references=(RECORD.references[0], replace(RECORD.references[1], index=1)))
    said = gathered(describe_record(record, base=BASE))
    assert "schema:position" not in said["reference/1"]
    assert said["reference/2"]["schema:position"] == ["1^^xsd:integer"]
