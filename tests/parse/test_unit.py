import pytest

from ibidem.parse.quantity import find_quantities
from ibidem.parse.unit import counted_words, read_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("24,000 Russian troops stood", "Russian troops"),
        ("7,000 rebels and government soldiers", "rebels and government soldiers"),
        ("7,000 rebels and 5 horses", "rebels"),
        ("5 kg of corn", "kg"),
        ("5 M of corn", None),
        ("12 per cent of American households fled", "per cent of American households"),
        ("12 per cent of the industrial output fled", "per cent of the industrial output"),
        ("12% of votes", "% of votes"),
        ("£5 was paid", "£"),
        ("1.5 million Irish emigrated", "Irish"),
        ("1.5 million Irish cattle died", "Irish cattle"),
        ("400 livestock were lost", "livestock"),
        ("400 or more people", "people"),
        ("5 was the number", None),
        ("5, ships", None),
    ],
)
def test_what_is_counted(text: str, unit: str | None) -> None:
    number = next(find_quantities(text))
    found = read_unit(text, number)
    assert (found.text if found else None) == unit
    assert found is None or text[: found.end].endswith(found.text) or number.currency


def test_the_subject_may_say_what_is_counted() -> None:
    text = "The number of refugees reached 70,000. By then it was 80,000."
    first, second = find_quantities(text)
    found = read_unit(text, first)
    assert found is not None and found.text == "refugees"
    assert read_unit(text, second) is None


def test_counted_words_hold_measures() -> None:
    assert {"people", "troops", "km", "per cent"} <= counted_words()
