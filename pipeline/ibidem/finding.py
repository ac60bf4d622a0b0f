"""What can be wrong with the data: a closed list of codes, and one value for each case."""

from dataclasses import dataclass
from enum import StrEnum

from ibidem.span import Span


class Severity(StrEnum):
    """How much a finding weighs: a violation refuses the paper (sh:Violation, sh:Warning, sh:Info)."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    """Every kind of finding; docs/findings.md says of each what it means and what to do."""

    NO_NOTES = "no-notes"
    EXPECTED_COUNT = "expected-count"
    MARKER_WITHOUT_NOTE = "marker-without-note"
    NOTE_WITHOUT_MARKER = "note-without-marker"
    MARKER_DOUBLED = "marker-doubled"
    MARKER_MISSING = "marker-missing"
    IBID_WITHOUT_ANTECEDENT = "ibid-without-antecedent"
    IBID_AFTER_UNRESOLVED = "ibid-after-unresolved"
    IBID_AFTER_SEVERAL = "ibid-after-several"
    IBID_OUT_OF_PLACE = "ibid-out-of-place"
    IBID_DOUBTFUL = "ibid-doubtful"
    SHORT_FORM_UNRESOLVED = "short-form-unresolved"
    SHORT_FORM_AMBIGUOUS = "short-form-ambiguous"
    SHORT_FORM_FIRST = "short-form-first"
    LOCATOR_OUTSIDE_WORK = "locator-outside-work"
    REFERENCE_UNREAD = "reference-unread"
    WORKS_MERGED = "works-merged"
    QUOTATION_UNCLOSED = "quotation-unclosed"
    QUOTATION_UNOPENED = "quotation-unopened"
    QUOTATION_MISMATCHED = "quotation-mismatched"
    SPEAKER_UNKNOWN = "speaker-unknown"
    ACTOR_AMBIGUOUS = "actor-ambiguous"
    CANDIDATE_DROPPED = "candidate-dropped"
    DECISION_NOT_ANCHORED = "decision-not-anchored"
    DECISION_INVALID = "decision-invalid"
    DECISION_UNNECESSARY = "decision-unnecessary"
    DECISION_CONTRADICTED = "decision-contradicted"
    SPAN_MISMATCH = "span-mismatch"
    SHAPE = "shape"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, and where.

    `focus` is the record item's `kind/key` or the IRI of the focus node; `line` counts from 1 in
    `source`, the file that caused it, and `place` says where in one that has no lines: a page, a note, a path.
    `rule` is the source shape of a SHACL result.
    """

    code: Code
    severity: Severity
    message: str
    span: Span | None = None
    focus: str | None = None
    source: str | None = None
    line: int | None = None
    rule: str | None = None
    place: str | None = None
