"""Mark what the body quotes: every stretch inside quotation marks, whatever the marks and however unbalanced."""

from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.find.marks import opens_quotation, pair_marks
from ibidem.parse.passage import passage_sentences

_TOLD = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})


def find_quotations(document: Document) -> Iterator[Candidate]:
    """Mark the quotations of the body, with their marks and what is wrong with them as features.

    The span excludes the marks; one that nothing closes ends where the quoted sentence ends.
    """
    passages = document.body()
    for passage, following in zip(passages, [*passages[1:], None], strict=False):
        goes_on = following is not None and following.kind in _TOLD and opens_quotation(following.text)
        yield from _marked(document, passage, goes_on)


def _marked(document: Document, passage: Passage, goes_on: bool) -> Iterator[Candidate]:
    marks = tuple(at for at, _ in passage.markers)
    sentences = passage_sentences(passage.text, marks)
    stops = tuple(sorted({end for _, end in sentences} | {at for at in marks if at}))
    for pair in pair_marks(passage.text, stops=stops, goes_on=goes_on):
        span = passage.span(pair.start, pair.end)
        features = [("marks", pair.marks)]
        if pair.defect is not None:
            features.append(("defect", pair.defect))
        exact = span.of(document.text)
        yield Candidate(
            span, CandidateKind.QUOTATION, exact, "quotation-marks", passage.block, tuple(sorted(features))
        )
