import pytest

from ibidem.publish.site.wording import counted, family_first, folded, inverted, other_forms, said_size


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Élan  Vital", "elan vital"), ("O’Neill's", "oneills"), ("Straße", "strasse"), ("«Ярь»", "ярь"), ("—", "")],
)
def test_sorting_and_searching_see_letters_alone(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_numbers_are_said_with_what_they_count() -> None:
    assert [counted(number, "work", "works") for number in (0, 1, 12345)] == [
        "0 works",
        "1 work",
        "12\N{NARROW NO-BREAK SPACE}345 works",
    ]


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (149674, "150 kB"), (2_500_000, "2.5 MB")]
)
def test_a_size_is_said_with_three_digits_at_most(size: int, said: str) -> None:
    assert said_size(size) == said


@pytest.mark.parametrize(
    ("family", "given", "name", "said"),
    [("Roe", "Jane", "Jane Roe", "Roe, Jane"), ("", "", "United\n Nations", "United Nations"), ("Li", "", "Li", "Li")],
)
def test_a_name_is_inverted_where_its_parts_are_known(family: str, given: str, name: str, said: str) -> None:
    assert inverted({"family": family, "given": given, "name": name}) == said


@pytest.mark.parametrize(
    ("name", "forms", "first"),
    [
        ("Boris Yeltsin", (), "Yeltsin, Boris"),
        ("Ahmad Shah Massoud", ("Shah Massoud", "Masood"), "Shah Massoud, Ahmad"),
        ("Charles de Gaulle", ("de Gaulle",), "Charles de Gaulle"),
        ("Prime Minister of Tajikistan", (), "Prime Minister of Tajikistan"),
        ("Khasbulatov", (), "Khasbulatov"),
        ("", (), ""),
    ],
)
def test_a_person_stands_in_the_register_under_the_family_name(name: str, forms: tuple[str, ...], first: str) -> None:
    assert family_first(name, forms) == first


def test_forms_differ_by_more_than_capitals_and_spaces() -> None:
    assert other_forms("Jane Roe", ["JANE  ROE", "Roe", "ROE", " ", "J. Roe"]) == ("Roe", "J. Roe")
