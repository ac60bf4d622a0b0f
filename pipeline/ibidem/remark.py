"""What the notes of a paper say besides their references."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ibidem.document import Mention


class RemarkKind(StrEnum):
    """What a stretch of a note is that no reference covers, or that says something of one.

    A comment says something; a cross-reference points at another place of the paper; emphasis says whose italics,
    omission or translation it is; a quotation is words in quotation marks; the rest is unread.
    """

    COMMENT = "comment"
    CROSS_REFERENCE = "cross-reference"
    EMPHASIS = "emphasis"
    QUOTATION = "quotation"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Remark:
    """A stretch of a note, by the note's printed number; `inside` says that a reference or another remark covers it."""

    number: int
    section: str | None
    kind: RemarkKind
    mention: Mention
    inside: bool = False


def count_unread(remarks: Iterable[Remark]) -> int:
    """Count the letters and figures of notes that no reference covers."""
    outside = (remark.mention.exact for remark in remarks if not remark.inside)
    return sum(sum(map(str.isalnum, exact)) for exact in outside)
