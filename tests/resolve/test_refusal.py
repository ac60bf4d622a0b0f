import pytest

from ibidem.resolve.refusal import read_refusals
from ibidem.resolve.report import Report
from scene import make_actors, make_document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Spain refused to sign the treaty.", "spain:refused"),
        ("The treaty was signed by all; Spain refused to sign and acceded only later.", ""),
        ("The treaty was signed by all except Spain.", "spain:refused"),
        ("The treaty was not signed by Spain and Italy.", "spain:refused italy:refused"),
        ("The treaty was ratified by neither Spain nor Italy.", "spain:refused italy:refused"),
        ("After the treaty Spain refused to sign the final act.", ""),
        ("Spain refused to sign, and Italy spoke of it in the treaty.", ""),
        ("Spain signed the treaty.", ""),
    ],
)
def test_who_keeps_away(text: str, found: str) -> None:
    document = make_document(text)
    (passage,) = document.body()
    at = text.index("treaty")
    report = Report(passage, 0, len(text), at, at + len("treaty"), None, None, "treaty")
    read = [f"{item.actor}:{item.act}" for item in read_refusals(report, actors=make_actors(document))]
    assert " ".join(dict.fromkeys(read)) == found
