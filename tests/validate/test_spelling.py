import pytest

from ibidem.validate.spelling import meant

KNOWN = ("https://example.org/a#Treaty", "https://example.org/a#Role", "https://example.org/b/name")


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("https://example.org/a#Treatie", "https://example.org/a#Treaty"),
        ("https://example.org/a#treaty", "https://example.org/a#Treaty"),
        ("https://example.org/b/names", "https://example.org/b/name"),
        ("https://example.org/b/Treatie", None),
        ("https://example.org/a#Weather", None),
        ("", None),
    ],
)
def test_a_term_is_looked_for_among_those_of_its_namespace(term: str, found: str | None) -> None:
    assert meant(term, KNOWN) == found
