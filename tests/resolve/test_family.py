import pytest

from ibidem.cited import Name
from ibidem.resolve.family import family_word


@pytest.mark.parametrize(
    ("name", "word"),
    [
        (Name("Ann Lee", "Lee", "Ann"), "lee"),
        (Name("Lee"), "lee"),
        (Name("Петрова Н. И."), "петрова"),
        (Name("United Nations Secretariat"), "secretariat"),
        (Name("?"), None),
    ],
)
def test_the_word_that_people_are_called_by(name: Name, word: str | None) -> None:
    assert family_word(name) == word
