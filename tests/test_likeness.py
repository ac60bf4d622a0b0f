import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.likeness import LIKENESSES, same


@pytest.mark.parametrize(
    ("column", "want", "got", "equal"),
    [
        ("authors", "V. D. Chopra; M. Rasgotra", "M. Rasgotra; V.D. Chopra", True),
        ("authors", "Gulshan Dietl", "Gulshan Deitl", False),
        ("title", "Islam or Nationalism?", "Islam or nationalism", True),
        ("title", "Part-I", "Part-1", False),
        ("locator", "213-14", "213-4", False),
        ("parties", "Russia", "Russia; Tajikistan", False),
        ("parties", "", "", True),
        ("exact", "our\\nborder", "our\n border", True),
        ("exact", "border.", "border", False),
        ("exact", "economy’s", "economy's", True),
        ("via", "…", "", False),
    ],
)
def test_when_two_cells_say_the_same(column: str, want: str, got: str, equal: bool) -> None:
    assert same(column, want, got) is equal
    assert same(column, got, want) is equal


def test_a_name_counts_as_golds_name_of_the_same_actor() -> None:
    names = {"Ministry of Defence": "Russian Ministry of Defence"}
    assert same("speaker", "Russian Ministry of Defence", "Ministry of Defence", names)
    assert not same("speaker", "Russian Ministry of Defence", "Ministry of Defence")


COLUMNS = ("pointer", "title", "container", "date", "exact", "start", "end", "name", "printed", "value", "authors")
ROWS = st.fixed_dictionaries({}, optional={column: st.text(max_size=6) for column in COLUMNS})


@pytest.mark.parametrize("query", sorted(LIKENESSES))
@given(one=ROWS, other=ROWS)
def test_a_likeness_lies_between_0_and_1_and_has_no_direction(
    query: str, one: dict[str, str], other: dict[str, str]
) -> None:
    alike = LIKENESSES[query](one, other)
    assert 0 <= alike <= 1.0000001
    assert alike == LIKENESSES[query](other, one)
