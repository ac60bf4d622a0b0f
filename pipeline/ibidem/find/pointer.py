"""In-text reference pointers: the note markers that the reader saw, one candidate for each number."""

from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document


def find_pointers(document: Document) -> Iterator[Candidate]:
    """Mark the note markers; one that names several notes, such as `[3-5]`, gives a candidate for each."""
    for marker in document.markers:
        exact = marker.span.of(document.text)
        passage = document.passage_at(marker.span.start)
        features = [("number", str(marker.number))]
        if marker.section is not None:
            features.append(("section", marker.section))
        glued = exact.isascii() and exact.isdecimal()
        rule = "pointer-bracketed" if exact[0] in "[({" else "pointer-glued" if glued else "pointer-raised"
        block = passage.block if passage else -1
        yield Candidate(marker.span, CandidateKind.POINTER, exact, rule, block, tuple(features))
