from ibidem.resolve.support import pointers_by_span, supporting_pointers
from scene import make_document, make_pointers


def test_the_marker_that_closes_the_run_of_sentences_supports_it() -> None:
    document = make_document("One. Two.[1][2] Three.[3] Four.")
    (passage,) = document.body()
    known = pointers_by_span(make_pointers(document))
    assert supporting_pointers(passage, 3, pointers=known) == ("1", "2")
    assert supporting_pointers(passage, passage.text.index("Three"), pointers=known) == ("3",)
    assert supporting_pointers(passage, passage.text.index("Four"), pointers=known) == ()
