import pytest

from ibidem.parse.type import is_agency, is_kind, is_known, is_newspaper, is_periodical, source_type, worded_type


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"title": "T", "container": "Strategic Analysis", "numbered": True}, "article"),
        ({"title": "T", "container": "A Book", "in_book": True}, "chapter"),
        ({"title": "T", "container": None, "imprint": True}, "book"),
        ({"title": None, "container": "Izvestia", "daily": True}, "newspaper"),
        ({"title": None, "container": "Interfax", "daily": True}, "wire-report"),
        ({"title": None, "container": "FBIS-SOV Daily Report", "daily": True}, "monitoring-report"),
        ({"title": None, "container": "Current Digest of the Press", "numbered": True}, "press-digest"),
        ({"title": "X", "container": "The Europa World Year Book"}, "yearbook-entry"),
        ({"title": "Interview with A. Bee", "container": "Izvestia"}, "interview"),
        ({"title": "MFA Statement", "container": None}, "statement"),
        ({"title": "T", "container": "Discussion Paper"}, "discussion-paper"),
        ({"title": None, "container": "Ostankino T.V. Programme", "daily": True}, "broadcast"),
        ({"title": "Prosecutor v. Tadić", "container": None}, "legal_case"),
    ],
)
def test_what_kind_of_source(said: dict[str, str | bool | None], kind: str) -> None:
    assert source_type(**said) == kind  # type: ignore[arg-type]


def test_names_of_the_lists() -> None:
    assert is_newspaper("The New York Times") and is_agency("Interfax") and is_known("The Europa World Year Book")
    assert is_periodical("Journal of Peace") and not is_periodical("The Making of Peace")
    assert is_kind("Discussion Paper") and not is_kind("Press Digest") and not is_kind("A Discussion Paper of 1990")
    assert worded_type("a text", frozenset({"broadcast"})) is None
