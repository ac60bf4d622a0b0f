import pytest

from ibidem.resolve.gender import is_man, is_woman


@pytest.mark.parametrize(
    ("name", "woman", "man"),
    [
        ("Mary Brown", True, False),
        ("Beatriz Brown", True, False),
        ("Daniel Brown", False, True),
        ("Andrea Brown", False, False),
        ("Brown", False, False),
    ],
)
def test_the_given_name_tells_who_is_she_and_who_is_he(name: str, woman: bool, man: bool) -> None:
    assert (is_woman(name), is_man(name)) == (woman, man)
