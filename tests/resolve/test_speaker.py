import pytest

from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import attribution
from scene import make_actors, make_document


@pytest.mark.parametrize(
    ("text", "base", "direct"),
    [
        ('Brown said that "we go".', "say", True),
        ('"We go," said Brown.', "say", True),
        ('"We go," Brown said.', "say", True),
        ('Brown said that the land was his and that some "walls" were old.', "say", False),
        ('According to Brown, the sea was "wide".', "according to", True),
        ('The sea, Brown said, was "wide".', "say", True),
        ('Brown saw "the sea".', "see", True),
        ('Brown drank the "sea".', None, False),
    ],
)
def test_the_cue_that_attributes_a_quotation(text: str, base: str | None, direct: bool) -> None:
    document = make_document(text)
    start, end = text.index('"'), text.rindex('"') + 1
    scene = Scene.of(document.passages[0], quoted=((start, end),), actors=make_actors(document, "Brown"))
    found = attribution(scene, start, end)
    assert (found.cue.base if found and found.cue else None, bool(found and found.direct)) == (base, direct)
