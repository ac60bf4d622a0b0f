import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.name import is_given, is_organisation, is_person, parse_name, read_names, split_names

PRINTED = [
    ("R.R. Sharma", "R. R.", "Sharma"),
    ("Sharma, R.R.", "R. R.", "Sharma"),
    ("Mahavir Singh's", "Mahavir", "Singh"),
    ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
    ("Smith JA", "JA", "Smith"),
    ("Shams-ud-din", None, None),
    ("Ministry of Defence", None, None),
    ("RIIA", None, None),
]
LISTS = [
    ("Dwork, C., Kanellakis, P. C., and Mitchell, J. C.", ["Dwork", "Kanellakis", "Mitchell"]),
    ("Wettschereck, Dietrich, and Thomas G. Dietterich", ["Wettschereck", "Dietterich"]),
    ("V.D. Chopra and M. Rasgotra", ["Chopra", "Rasgotra"]),
    ("J. Zhu, C.-M. Hsu, Y. Cui", ["Zhu", "Hsu", "Cui"]),
    ("Saad ED, Buyse M", ["Saad", "Buyse"]),
    ("Mohd, Monir Alam", ["Alam"]),
    ("Nishida, T., et al.", ["Nishida"]),
    ("Buarque de Holanda, S.", ["Buarque de Holanda"]),
    ("Lefebvre, Henri", ["Lefebvre"]),
]


@pytest.mark.parametrize(("printed", "given_name", "family"), PRINTED)
def test_a_name_in_parts(printed: str, given_name: str | None, family: str | None) -> None:
    name = parse_name(printed)
    assert (name.given, name.family) == (given_name, family)


@pytest.mark.parametrize(("printed", "families"), LISTS)
def test_a_list_of_names(printed: str, families: list[str]) -> None:
    assert [one.name.family for one in split_names(printed)] == families


def test_what_is_no_list_of_names_stays_one_literal() -> None:
    assert [one.name.literal for one in split_names("The Group of Six Towns")] == ["The Group of Six Towns"]
    assert split_names(" , ;") == ()


def test_a_title_is_no_name() -> None:
    assert read_names("The Making of Peace, 1990")[0] == ()
    names, end = read_names("Peter Shapiro, Rhythm and Blues (London)")
    assert [one.name.literal for one in names] == ["Peter Shapiro"] and end == len("Peter Shapiro")


def test_persons_and_organisations() -> None:
    assert is_person("Sheel K. Asopa") and is_person("Asopa, S. K.") and not is_person("Institute of Peace")
    assert is_organisation("Human Rights Watch") and not is_organisation("Ann Author")
    assert is_given("Michael") and is_given("J.") and is_given("P.A.") and not is_given("Different")


@given(st.text(max_size=120))
def test_names_lie_inside_the_text_in_order(text: str) -> None:
    names, end = read_names(text)
    at = 0
    for one in names:
        assert at <= one.start < one.end <= len(text) and one.name.literal
        at = one.end
    assert end >= at
