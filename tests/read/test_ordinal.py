import pytest

from ibidem.read.ordinal import letters, ordinal, roman, sign


@pytest.mark.parametrize(
    ("number", "style", "delimiter", "printed"),
    [
        (3, "Decimal", "Period", "3."),
        (3, "DefaultStyle", "DefaultDelim", "3."),
        (3, "LowerAlpha", "OneParen", "c)"),
        (28, "UpperAlpha", "TwoParens", "(BB)"),
        (4, "LowerRoman", "Period", "iv."),
        (1999, "UpperRoman", "Period", "MCMXCIX."),
    ],
)
def test_a_list_prints_its_numbers(number: int, style: str, delimiter: str, printed: str) -> None:
    assert ordinal(number, style=style, delimiter=delimiter) == printed


def test_what_has_no_letters_or_signs_is_printed_in_figures() -> None:
    assert [roman(0), roman(5000), letters(0), letters(10**6), sign(-1), sign(10**6)] == [
        "0",
        "5000",
        "0",
        "1000000",
        "-1",
        "1000000",
    ]
    assert [sign(number) for number in (1, 2, 3, 4, 5)] == ["*", "†", "‡", "§", "**"]
