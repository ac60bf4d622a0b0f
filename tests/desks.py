"""A desk over the invented paper, for the tests of decisions."""

from dataclasses import replace

from ibidem.document import Document, Part, PartKind
from ibidem.record import Record
from ibidem.resolve.desk import Desk
from ibidem.span import Span
from records import RECORD, TEXT, mention

DOCUMENT = Document.of(TEXT, parts=[Part(PartKind.PARAGRAPH, Span(0, len(TEXT)), 0)])
BEFORE = replace(RECORD, decisions=(), findings=())


def desk(exact: str, *, record: Record = BEFORE) -> Desk:
    """Give the desk of a decision about the first place where a text stands."""
    return Desk(DOCUMENT, record, mention(exact), "decision/x")
