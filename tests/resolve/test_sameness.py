import pytest

from ibidem.cited import Fields
from ibidem.edtf import Date
from ibidem.resolve.sameness import same_work


def minutes(day: str) -> Fields:
    return Fields(type="manuscript", title="Minutes, Wheat Advisory Board", date=Date(day, day))


@pytest.mark.parametrize(
    ("day", "same"), [("1950-03-06", True), ("1950-04-03", None), ("1950", True), ("1951-03-06", None)]
)
def test_documents_of_two_days_are_two(day: str, same: bool | None) -> None:
    assert same_work(minutes("1950-03-06"), minutes(day)) == same
