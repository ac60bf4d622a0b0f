import pytest

from ibidem.document import PartKind
from ibidem.read.compose import Block, Run, compose
from ibidem.resolve.citation.apart import Apart, notes_apart


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("See infra Part III.B.", Apart.ELSEWHERE),
        ("I am grateful to the librarians of Trinity Hall.", Apart.COMMENT),
        ("Nous remercions Mme Petit de cette information.", Apart.COMMENT),
        ("Xyzzy 12/4 qq.", Apart.UNREAD),
    ],
)
def test_what_a_note_without_a_reference_is(note: str, kind: Apart) -> None:
    document = compose([Block(PartKind.TITLE, (Run("T"),)), Block(PartKind.NOTE, (Run(note),), note="1", label="1.")])
    assert notes_apart(document, set()) == {0: kind}
    assert notes_apart(document, {0}) == {}
