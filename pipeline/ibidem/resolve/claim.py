"""The quantities that a paper states: how many of what, about whom, when, and who says so."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.cited import Pointer
from ibidem.document import Document
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.parse.clause import is_told
from ibidem.parse.passage import dates_within
from ibidem.resolve.claimant import find_claimant
from ibidem.resolve.involved import stands_aside
from ibidem.resolve.mention import ActorIndex, ActorMention
from ibidem.resolve.passages import Reading, Readings
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.span import Span
from ibidem.story import Claim

_BREAK = re.compile(r";|\b(?:but|while|whereas)\b|,?\sand\s(?:it|he|she|they|the|in|on|by)\b")
_APART = re.compile(r";|,\s(?:and|but|while|whereas)\s(?=(?:the|in|on|by|some|about|only|another)\s|\d)")
"""What parts those named before from a figure that is not theirs."""
_BEHIND = re.compile(r"(?:,?\s[^\W\d_][\w-]{1,15}){0,7}\s(?:of|in|for|among|by|with)\s(?:the\s)?(?:[a-z]{3,10}\s)?")
"""What may stand between a figure and those whom it is about."""
_AGENT = re.compile(r"\b(?:by|and)\s$")
_LEVEL = re.compile(r"\b(?:levels?|figures?|prices)\sof\s$")
"""What makes a date one that a figure is compared with."""
_OPENING = 12
"""A date that begins so near the beginning of its sentence, in code points, dates all of it."""
_PREFERENCE = 3
"""How much nearer, in code points, a date before the figure must stand than one behind it."""
_NEAR = 70
"""How far behind a figure, in code points, those whom it is about may stand."""


@dataclass(frozen=True, slots=True)
class ClaimsFound:
    """The claims, and what was passed over."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    document: Document
    actors: ActorIndex
    pointers: dict[Span, str]
    spans: tuple[Span, ...]
    """Those of all quantities, in order."""
    readings: Readings = field(default_factory=Readings)

    def counted(self, span: Span) -> bool:
        """Tell whether a span belongs to a quantity."""
        at = bisect_left(self.spans, span.end, key=lambda other: other.start) - 1
        return at >= 0 and self.spans[at].overlaps(span)


def resolve_claims(
    document: Document, candidates: tuple[Candidate, ...], *, actors: ActorIndex, pointers: tuple[Pointer, ...]
) -> ClaimsFound:
    """Make a claim of each quantity, two of a printed range: at least the one end, at most the other."""
    wanted = sorted(item for item in candidates if item.kind is CandidateKind.CLAIM)
    desk = _Desk(document, actors, pointers_by_span(pointers), tuple(item.span for item in wanted))
    claims: list[Claim] = []
    findings: list[Finding] = []
    for candidate in wanted:
        passage = document.passage_at(candidate.span.start)
        if passage is None or candidate.feature("value") is None:
            message = "a quantity lies outside the running text or has no value; add the claim by a decision"
            findings.append(Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, candidate.span))
            continue
        claims.extend(_claims(desk, candidate, desk.readings.of(passage)))
    keys = unique_slugs(
        (f"{claim.value} {claim.unit}", f"{claim.mention.prefix}{claim.mention.exact}") for claim in claims
    )
    return ClaimsFound(tuple(replace(claim, key=key) for claim, key in zip(claims, keys, strict=True)), tuple(findings))


def _claims(desk: _Desk, candidate: Candidate, reading: Reading) -> Iterator[Claim]:
    passage = reading.passage
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    sentence = reading.sentence(start)
    speaker = find_claimant(passage, sentence, start, desk.actors)
    claim = Claim(
        key="",
        value=candidate.feature("value") or "",
        unit=" ".join((candidate.feature("unit") or "").split()),
        bound=candidate.feature("bound") or "exact",
        about=_about(desk, candidate, reading, speaker),
        said_by=speaker.actor_key if speaker is not None else None,
        date=_date(reading, sentence, start, end),
        pointers=supporting_pointers(passage, end, pointers=desk.pointers),
        mention=desk.document.mention(candidate.span, passage=passage),
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
    told = [date for date in dates_within(reading.dates, *sentence) if is_told(text, date)]
    told = [date for date in told if not _LEVEL.search(text, max(0, date.start - 16), date.start)]
    for date in told:
        if start < date.end and date.start < end:
            continue
        behind = date.start >= end
        between = text[end : date.start] if behind else text[date.end : start]
        opens = date.start - sentence[0] < _OPENING
        if _BREAK.search(between) and (behind or (";" in between and not opens)):
            continue
        distance = len(between) + (0 if behind else _PREFERENCE)
        if best is None or distance < best[0]:
            best = distance, date.date
    if best is None and len(told) == 1 and told[0].end <= start:
        return told[0].date
    return best[1] if best is not None else None


def _about(desk: _Desk, candidate: Candidate, reading: Reading, speaker: ActorMention | None) -> tuple[str, ...]:
    """Give whom a figure is about: who stands in its phrase, else the nearest before it in its clause, else behind it.

    A state that is only the place of it is taken for want of another; what another figure counts is not.
    """
    span, passage = candidate.span, reading.passage
    own = [mention for mention in desk.actors.within(Span(span.start, span.end + 1)) if mention.span.overlaps(span)]
    if own:
        return tuple(dict.fromkeys(mention.actor_key for mention in own))
    sentence = passage.span(*reading.sentence(passage.position(span.start)))
    text = desk.document.text
    others = [
        mention
        for mention in desk.actors.within(sentence)
        if (speaker is None or mention.actor_key != speaker.actor_key) and not desk.counted(mention.span)
    ]
    before = [
        one for one in others if one.span.end <= span.start and not _APART.search(text[one.span.end : span.start])
    ]
    after = [
        one
        for one in others
        if span.end <= one.span.start < span.end + _NEAR and _BEHIND.fullmatch(text[span.end : one.span.start])
    ]
    if _AGENT.search(text[max(0, span.start - 12) : span.start]):
        before = []
    acting = [one for one in before if not stands_aside(passage, one)][-1:]
    acting += [one for one in after if not stands_aside(passage, one)][:1]
    near = acting or ([] if speaker is not None else before[-1:] or after[:1])
    return tuple(one.actor_key for one in near[:1])
