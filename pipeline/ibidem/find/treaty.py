"""Mark the treaties, agreements, decrees and other instruments that the body names or describes."""

from collections.abc import Iterator

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.parse.date import FoundDate
from ibidem.parse.evidence import Evidence, read_evidence
from ibidem.parse.instrument import Instrument, find_agreed, find_instruments
from ibidem.parse.passage import passage_dates, passage_sentences

_KINDS = frozenset({PartKind.PARAGRAPH, PartKind.ABSTRACT})
_POINTING = frozenset({"the", "this", "that", "'s"})
_GENERIC = frozenset(["any", "such", "no", "each", "every", "some", "both", "these", "those"])


def find_treaties(document: Document) -> Iterator[Candidate]:
    """Mark every noun phrase that names an instrument, describes one as concluded, or points back at one.

    Plurals that are no name, and phrases such as "any treaty", are passed over: they name no instrument.
    Offsets in features are those of the passage: `core` ends the name, `verb` is the range of the act's verb.
    """
    for passage in document.body():
        if passage.kind in _KINDS:
            yield from _in_passage(document, passage)


def _in_passage(document: Document, passage: Passage) -> Iterator[Candidate]:
    dates: tuple[FoundDate, ...] | None = None
    for start, end in passage_sentences(passage.text, tuple(at for at, _ in passage.markers)):
        for first, last, impersonal in find_agreed(passage.text, start, end):
            dates = passage_dates(passage.text) if dates is None else dates
            if any(start <= date.start and date.end <= end for date in dates):
                yield _agreed(document, passage, first, last, impersonal=impersonal)
        for found in find_instruments(passage.text, start, end):
            if not found.named and (found.determiner in _GENERIC or (not found.determiner and found.bare)):
                continue
            dates = passage_dates(passage.text) if dates is None else dates
            evidence = read_evidence(passage.text, start, end, found, dates)
            if not found.named and not _is_told(found, evidence):
                continue
            span = passage.span(found.start, found.end)
            shape = "named" if found.named else "bare" if found.bare else "described"
            features = tuple(sorted(_features(found, evidence, shape)))
            exact = span.of(document.text)
            yield Candidate(span, CandidateKind.TREATY, exact, f"treaty-{shape}", passage.block, features)


def _agreed(document: Document, passage: Passage, start: int, end: int, *, impersonal: bool) -> Candidate:
    """Mark "agreed to form a joint force" in a dated sentence: the resolver asks whether states did."""
    core = start + len("agreed")
    features = (
        ("core", str(core)),
        ("determiner", ""),
        ("evidence", "day impersonal made" if impersonal else "day made"),
        ("form", "agreed to"),
        ("kind", "agreement"),
        ("noun", "agreement"),
        ("shape", "agreed"),
        ("topic", str(end)),
        ("verb", f"{start} {core}"),
    )
    span = passage.span(start, end)
    return Candidate(span, CandidateKind.TREATY, span.of(document.text), "treaty-agreed", passage.block, features)


def _is_told(found: Instrument, evidence: Evidence) -> bool:
    """Tell whether an unnamed phrase can mean an instrument: it points back, or something is said of it."""
    if found.noun.plural:
        return evidence.marks >= {"made", "day", "with"}
    if found.noun.weight == "formal":
        return "joint" in evidence.marks
    return found.determiner in _POINTING or not found.bare or bool(evidence.marks - {"day", "joint"})


def _features(found: Instrument, evidence: Evidence, shape: str) -> Iterator[tuple[str, str]]:
    yield "determiner", found.determiner
    yield "evidence", " ".join(sorted(evidence.marks))
    yield "kind", found.noun.kind
    yield "noun", found.noun.noun
    if found.capital:
        yield "capital", "yes"
    yield "shape", shape
    yield "core", str(found.core)
    if found.end > found.core:
        yield "topic", str(found.end)
    if found.possessor is not None:
        yield "possessor", f"{found.possessor[0]} {found.possessor[1]}"
    if evidence.verb is not None:
        yield "verb", f"{evidence.verb[0]} {evidence.verb[1]}"
        yield "form", evidence.form
