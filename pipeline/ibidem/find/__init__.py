"""Mark what a paper holds: independent finders, any order gives the same set."""

from collections.abc import Callable, Iterable

from ibidem.candidate import Candidate
from ibidem.document import Document
from ibidem.find.actor import find_actors
from ibidem.find.claim import find_claims
from ibidem.find.event import find_events
from ibidem.find.pointer import find_pointers
from ibidem.find.quotation import find_quotations
from ibidem.find.reference import find_references
from ibidem.find.treaty import find_treaties

FINDERS: tuple[Callable[[Document], Iterable[Candidate]], ...] = (
    find_pointers,
    find_references,
    find_quotations,
    find_actors,
    find_treaties,
    find_events,
    find_claims,
)


def find_candidates(document: Document) -> tuple[Candidate, ...]:
    """Run every finder; give the candidates in the order of the text."""
    return tuple(sorted({candidate for finder in FINDERS for candidate in finder(document)}))
