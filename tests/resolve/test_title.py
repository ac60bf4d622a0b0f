import pytest

from ibidem.resolve.title import same_title, shown_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of Defence", "defence Minister"),
        ("Minister for Foreign Affairs", "Foreign Minister"),
        ("Deputy Minister of Defence", "Deputy Defence Minister"),
        ("president", "President"),
    ],
)
def test_one_title_in_two_prints(one: str, other: str) -> None:
    assert same_title(one) == same_title(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Minister of Defence", "Minister of Justice"), ("Deputy Defence Minister", "Defence Minister")]
)
def test_two_titles(one: str, other: str) -> None:
    assert same_title(one) != same_title(other)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("foreign minister", "Foreign Minister"),
        ("minister of foreign affairs", "Minister of Foreign Affairs"),
        ("leader", "leader"),
        ("Commander-in-Chief", "Commander-in-Chief"),
        ("deputy chief", "deputy chief"),
    ],
)
def test_high_offices_are_shown_with_capitals(printed: str, shown: str) -> None:
    assert shown_title(printed) == shown
