"""What a finder marks: a span of one kind, and which rule saw it."""

from dataclasses import dataclass
from enum import StrEnum

from ibidem.span import Span


class CandidateKind(StrEnum):
    """What a finder can mark in a paper."""

    POINTER = "pointer"
    REFERENCE = "reference"
    QUOTATION = "quotation"
    ACTOR = "actor"
    ROLE = "role"
    TREATY = "treaty"
    EVENT = "event"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A span that a finder takes for something; `text[span] == exact`, always.

    `features` are what the finder saw in passing, name and value, sorted; `block` is the passage.
    `found_by` is a rule of `words/rules.tsv`.
    """

    span: Span
    kind: CandidateKind
    exact: str
    found_by: str
    block: int
    features: tuple[tuple[str, str], ...] = ()

    def feature(self, name: str) -> str | None:
        """Give the value of a feature, or None."""
        return dict(self.features).get(name)
