import pytest

from ibidem.parse.fields import Draft
from ibidem.parse.spoken import settle_type


@pytest.mark.parametrize(
    ("title", "kind", "author"),
    [
        ("Interview with Shelov Kovedyaev", "interview", "Shelov Kovedyaev"),
        ("MFA Statement", "statement", "MFA"),
        ("Statement on Peace", "statement", None),
        ("An Interview with the press", "interview", None),
    ],
)
def test_who_speaks_in_the_title(title: str, kind: str, author: str | None) -> None:
    draft = Draft(title)
    draft.take("title", 0, len(title))
    assert settle_type(draft, kind) == kind
    piece = draft.get("author")
    assert (piece.value if piece else None) == author
    assert piece is None or title[piece.start : piece.end] == author


def test_a_series_that_only_says_the_kind_goes() -> None:
    draft = Draft("Discussion Paper")
    draft.take("container", 0, 16)
    settle_type(draft, "discussion-paper")
    assert not draft.has("container")
