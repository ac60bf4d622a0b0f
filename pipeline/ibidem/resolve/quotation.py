"""What is quoted: by whom, to whom, when, and which notes stand behind it."""

from dataclasses import dataclass, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.record import Category, Pointer, Quotation
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.support import pointers_by_span, supporting_pointers


@dataclass(frozen=True, slots=True)
class QuotationsFound:
    """The quotations, and what is not as it should be with them."""

    quotations: tuple[Quotation, ...]
    findings: tuple[Finding, ...]


_DEFECTS = {
    "unclosed": (Code.QUOTATION_UNCLOSED, "this quotation is opened and nothing closes it"),
    "unopened": (Code.QUOTATION_UNOPENED, "this quotation is closed and nothing opens it"),
    "mismatched": (Code.QUOTATION_MISMATCHED, "this quotation is closed by another mark than the one that opens it"),
}


def resolve_quotations(
    document: Document, candidates: tuple[Candidate, ...], *, actors: ActorIndex, pointers: tuple[Pointer, ...]
) -> QuotationsFound:
    """Make a quotation of each candidate."""
    known = pointers_by_span(pointers)
    quotations: list[Quotation] = []
    findings: list[Finding] = []
    for candidate in sorted(item for item in candidates if item.kind is CandidateKind.QUOTATION):
        passage = document.passage_at(candidate.span.start)
        if passage is None:
            message = "a quotation lies outside the running text; add it by a decision"
            findings.append(Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, candidate.span))
            continue
        end = passage.position(candidate.span.end - 1) + 1
        category = Category.SPEECH if len(candidate.exact.split()) > 6 else Category.TERM
        quotations.append(
            Quotation(
                key="",
                category=category,
                mention=document.mention(candidate.span, passage=passage),
                marks=candidate.feature("marks") or "",
                speakers=(),
                speaker_role=None,
                addressee=None,
                date=None,
                occasion=None,
                pointers=supporting_pointers(passage, end, pointers=known),
                within=None,
                rules=(candidate.found_by,),
            )
        )
        defect = candidate.feature("defect")
        if defect is not None:
            code, message = _DEFECTS[defect]
            findings.append(Finding(code, Severity.WARNING, message, candidate.span))
    keys = unique_slugs((item.mention.reading, f"{item.mention.prefix}{item.mention.exact}") for item in quotations)
    keyed = tuple(replace(item, key=key) for item, key in zip(quotations, keys, strict=True))
    return QuotationsFound(keyed, tuple(findings))
