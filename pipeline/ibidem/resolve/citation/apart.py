"""Notes without a reference: comments, pointers to other places of the paper, and what could not be read."""

from collections.abc import Set
from enum import StrEnum

from ibidem.document import Document
from ibidem.parse.elsewhere import is_elsewhere
from ibidem.parse.sign import is_remark


class Apart(StrEnum):
    """What a note without a reference is."""

    COMMENT = "comment"
    ELSEWHERE = "elsewhere"
    UNREAD = "unread"


def notes_apart(document: Document, held: Set[int]) -> dict[int, Apart]:
    """Say of each note whose place is not held, because it has no reference, what it is."""
    blocks = {note.block: place for place, note in enumerate(document.notes) if place not in held}
    return {
        blocks[passage.block]: _kind(passage.text)
        for passage in document.passages
        if passage.block in blocks and passage.text.strip()
    }


def _kind(text: str) -> Apart:
    if is_elsewhere(text):
        return Apart.ELSEWHERE
    return Apart.COMMENT if is_remark(text) else Apart.UNREAD
