"""The quantities that a paper states: how many of what, about whom, when, and who says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.parse.clause import is_told
from ibidem.parse.lexicon import one_of
from ibidem.parse.passage import dates_within
from ibidem.record import ActorType, Claim, Pointer
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.resolve.passages import Reading, Readings
from ibidem.resolve.place import is_locative
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.span import Span
from ibidem.words import read_table

_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording\sto|[Aa]s\s(?:reported|estimated|stated)\sby|[Aa]nother\sestimate\sby|[Ee]stimates?\s(?:by|of|from)|[Rr]eports?\s(?:by|of|from))\s"
)
_BREAK = re.compile(r";|\b(?:but|while|whereas)\b|,?\sand\s(?:it|he|she|they|the|in|on|by)\b")
_OPENING = 12
"""A date that begins so near the beginning of its sentence dates all of it."""
_NEAR = 70
_PREFERENCE = 3
"""How much nearer, in code points, a date before the figure must stand than one behind it."""


@dataclass(frozen=True, slots=True)
class ClaimsFound:
    """The claims, and what was passed over."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def resolve_claims(
    document: Document, candidates: tuple[Candidate, ...], *, actors: ActorIndex, pointers: tuple[Pointer, ...]
) -> ClaimsFound:
    """Make a claim of each quantity, two of a printed range: at least the one end, at most the other."""
    known = pointers_by_span(pointers)
    readings = Readings()
    claims: list[Claim] = []
    findings: list[Finding] = []
    for candidate in sorted(item for item in candidates if item.kind is CandidateKind.CLAIM):
        passage = document.passage_at(candidate.span.start)
        if passage is None or candidate.feature("value") is None:
            message = "a quantity lies outside the running text or has no value; add the claim by a decision"
            findings.append(Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, candidate.span))
            continue
        claims.extend(_claims(document, candidate, readings.of(passage), actors, known))
    keys = unique_slugs(
        (f"{claim.value} {claim.unit}", f"{claim.mention.prefix}{claim.mention.exact}") for claim in claims
    )
    return ClaimsFound(tuple(replace(claim, key=key) for claim, key in zip(claims, keys, strict=True)), tuple(findings))


def _claims(
    document: Document, candidate: Candidate, reading: Reading, actors: ActorIndex, known: dict[Span, str]
) -> Iterator[Claim]:
    passage = reading.passage
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    sentence = reading.sentence(start)
    speaker = _speaker(passage, sentence, start, actors)
    claim = Claim(
        key="",
        value=candidate.feature("value") or "",
        unit=" ".join((candidate.feature("unit") or "").split()),
        bound=candidate.feature("bound") or "exact",
        about=_about(passage, candidate, sentence, speaker, actors),
        said_by=speaker.actor_key if speaker is not None else None,
        date=_date(reading, sentence, start, end),
        pointers=supporting_pointers(passage, end, pointers=known),
        mention=document.mention(candidate.span, passage=passage),
        rules=(candidate.found_by,),
    )
    upper = candidate.feature("upper")
    if upper is None:
        yield claim
    else:
        yield replace(claim, bound="at-least")
        yield replace(claim, value=upper, bound="at-most")


def _date(reading: Reading, sentence: tuple[int, int], start: int, end: int) -> Date | None:
    """Give the date of the sentence that stands nearest to the figure: in its own clause, or before it."""
    text = reading.passage.text
    best: tuple[int, Date] | None = None
    for date in dates_within(reading.dates, *sentence):
        if not is_told(text, date) or (start < date.end and date.start < end):
            continue
        behind = date.start >= end
        between = text[end : date.start] if behind else text[date.end : start]
        opens = date.start - sentence[0] < _OPENING
        if _BREAK.search(between) and (behind or (";" in between and not opens)):
            continue
        distance = len(between) + (0 if behind else _PREFERENCE)
        if best is None or distance < best[0]:
            best = distance, date.date
    return best[1] if best is not None else None


@cache
def _saying() -> re.Pattern[str]:
    forms = [form for form, kind, part in read_table("event_kinds") if kind == "statement" and part == "verb"]
    return re.compile(rf"\b(?:{one_of(forms)}|estimates?|estimated|says|claims|reports)\b")


def _speaker(passage: Passage, sentence: tuple[int, int], start: int, actors: ActorIndex) -> ActorMention | None:
    """Find who says so: behind "according to", or before a verb of saying that governs the figure."""
    text = passage.text
    according = _ACCORDING.search(text, sentence[0], sentence[1])
    if according is not None:
        stop = text.find(",", according.end(), sentence[1])
        found = _in(passage, according.end(), min(sentence[1], according.end() + 160), actors)
        near = [mention for mention in found if stop < 0 or passage.position(mention.span.start) <= stop + 60]
        person = next((mention for mention in near if mention.type is ActorType.PERSON), None)
        return person or (near[0] if near else None)
    for verb in _saying().finditer(text, sentence[0], start):
        if re.search(r"\b(?:was|were|is|are|been)\s$", text[max(0, verb.start() - 6) : verb.start()]):
            continue
        before = _in(passage, sentence[0], verb.start(), actors)
        person = next((mention for mention in reversed(before) if mention.type is ActorType.PERSON), None)
        if person is not None and text[verb.start() - 2] == "," and _at(passage, person, text) == ",":
            # "Ivanov, then chief of the guard in Kabul, reported": the subject stands before what explains it.
            return person
        if before and verb.start() - passage.position(before[-1].span.end - 1) <= _NEAR:
            return before[-1]
    return None


def _at(passage: Passage, mention: ActorMention, text: str) -> str:
    end = passage.position(mention.span.end - 1) + 1
    return text[end : end + 1]


def _in(passage: Passage, start: int, end: int, actors: ActorIndex) -> tuple[ActorMention, ...]:
    return actors.within(passage.span(start, end)) if end > start else ()


def _about(
    passage: Passage, candidate: Candidate, sentence: tuple[int, int], speaker: ActorMention | None, actors: ActorIndex
) -> tuple[str, ...]:
    """Give whom a figure is about: who stands in its phrase, else the nearest before it in the sentence, else after."""
    span = candidate.span
    own = [mention for mention in actors.within(Span(span.start, span.end + 1)) if mention.span.overlaps(span)]
    if own:
        return tuple(dict.fromkeys(mention.actor_key for mention in own))
    whole = passage.span(*sentence)
    others = [mention for mention in actors.within(whole) if speaker is None or mention.actor_key != speaker.actor_key]
    before = [mention for mention in others if mention.span.end <= span.start]
    after = [mention for mention in others if mention.span.start >= span.end and mention.span.start - span.end < _NEAR]
    acting = [mention for mention in before if not is_locative(passage, mention)][-1:]
    acting += [mention for mention in after if not is_locative(passage, mention)][:1]
    near = acting or before[-1:] or after[:1]
    return tuple(mention.actor_key for mention in near[:1])
