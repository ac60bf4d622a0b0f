"""What is quoted: by whom, to whom, when, and which notes stand behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, Passage
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.parse.paraphrase import find_reported
from ibidem.record import Actor, ActorType, Category, Quotation
from ibidem.resolve.category import category_of
from ibidem.resolve.citation import Citations
from ibidem.resolve.citing import Sources
from ibidem.resolve.incumbent import Incumbents
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import REACH, Attribution, attribution
from ibidem.resolve.subject import Subject, subject_of
from ibidem.resolve.support import pointers_by_span, supporting_pointers
from ibidem.resolve.utterance import addressee_of, completed, date_before, date_said, occasion_of, year_before
from ibidem.span import Span

_DEFECTS = {
    "unclosed": (Code.QUOTATION_UNCLOSED, "a quotation is opened that nothing closes: see where it ends"),
    "unopened": (Code.QUOTATION_UNOPENED, "a quotation is closed that nothing opens: see where it begins"),
    "mismatched": (Code.QUOTATION_MISMATCHED, "a quotation is closed by a mark of another sort, or holds a stray one"),
}


@dataclass(frozen=True, slots=True)
class QuotationsFound:
    """The quotations, and what is not as it should be with them."""

    quotations: tuple[Quotation, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A candidate with its range in the passage, marks included."""

    candidate: Candidate
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Desk:
    document: Document
    actors: ActorIndex
    known: dict[Span, str]
    sources: Sources
    incumbents: Incumbents
    persons: frozenset[str]


def resolve_quotations(
    document: Document,
    candidates: tuple[Candidate, ...],
    *,
    actors: ActorIndex,
    cast: tuple[Actor, ...],
    citations: Citations,
) -> QuotationsFound:
    """Make a quotation of each candidate; `cast` are the actors that `actors` indexes.

    A speech whose speaker the text does not tell is a finding, and so is a defect in the marks.
    """
    sources = Sources.of(citations, cast=cast)
    persons = frozenset(actor.key for actor in cast if actor.type is ActorType.PERSON)
    desk = _Desk(
        document, actors, pointers_by_span(citations.pointers), sources, Incumbents.of(cast, candidates), persons
    )
    quotations: list[Quotation] = []
    findings: list[Finding] = []
    blocks: dict[int, list[Candidate]] = {}
    for candidate in sorted(item for item in candidates if item.kind is CandidateKind.QUOTATION):
        blocks.setdefault(candidate.block, []).append(candidate)
    for held in blocks.values():
        passage = document.passage_at(held[0].span.start)
        if passage is None:
            message = "a quotation lies outside the running text; add it by a decision"
            findings += [_dropped(candidate, message) for candidate in held]
            continue
        for candidate, quotation in _in_passage(desk, passage, held):
            if quotation is None:
                message = "a clause reports what somebody said, but names no person; add the paraphrase by a decision"
                findings.append(_dropped(candidate, message))
            else:
                quotations.append(quotation)
    findings += _findings(candidates, quotations)
    keys = unique_slugs((item.mention.reading, f"{item.mention.prefix}{item.mention.exact}") for item in quotations)
    named = {_place(item): key for item, key in zip(quotations, keys, strict=True)}
    keyed = (replace(item, key=named[_place(item)], within=named.get(item.within or "")) for item in quotations)
    return QuotationsFound(tuple(keyed), tuple(findings))


def _place(quotation: Quotation) -> str:
    return _span_name(quotation.mention.span)


def _span_name(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _in_passage(
    desk: _Desk, passage: Passage, candidates: list[Candidate]
) -> Iterator[tuple[Candidate, Quotation | None]]:
    placed = [_placed(passage, item) for item in candidates if item.feature("paraphrase") is None]
    nested = tuple(_nested(placed))
    scenes = [
        _scene(desk, passage, nested, depth) for depth in range(1 + max((depth for _, _, depth in nested), default=0))
    ]
    last: tuple[int, Attribution] | None = None
    for item, around, depth in nested:
        within = (around.start, around.end) if around is not None else None
        found = attribution(scenes[depth], item.start, item.end, last=last if around is None else None, within=within)
        yield item.candidate, _quotation(desk, scenes[depth], item, around, found)
        if found is not None and around is None:
            last = (item.end, found)
    for candidate in candidates:
        if candidate.feature("paraphrase") is not None:
            yield candidate, _paraphrase(desk, scenes[0], candidate)


def _nested(placed: list[_Placed]) -> Iterator[tuple[_Placed, _Placed | None, int]]:
    """Give each quotation with the one that it is nested in, and how deep."""
    around: list[_Placed] = []
    for item in placed:
        while around and around[-1].end < item.end:
            around.pop()
        yield item, around[-1] if around else None, len(around)
        around.append(item)


def _scene(desk: _Desk, passage: Passage, nested: tuple[tuple[_Placed, _Placed | None, int], ...], depth: int) -> Scene:
    """Set the scene for the quotations of a depth: those that are less deep are running text to them."""
    quoted = tuple((item.start, item.end) for item, _, deep in nested if deep >= depth)
    return Scene.of(passage, quoted=quoted, actors=desk.actors)


def _placed(passage: Passage, candidate: Candidate) -> _Placed:
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    text, marks = passage.text, candidate.feature("marks") or ""
    if marks[:1] and candidate.feature("defect") != "unopened":
        start = text.rfind(marks[0], 0, start) if marks[0] in text[max(0, start - 3) : start] else start
    if marks[-1:] and candidate.feature("defect") != "unclosed" and marks[-1] in text[end : end + 3]:
        end = text.index(marks[-1], end) + 1
    return _Placed(candidate, start, end)


def _quotation(
    desk: _Desk, scene: Scene, item: _Placed, around: _Placed | None, found: Attribution | None
) -> Quotation:
    reading = desk.document.mention(item.candidate.span, passage=scene.passage).reading
    made = _bare(desk, scene, item, category_of(scene, item.start, item.end, reading, found))
    made = replace(made, within=_span_name(around.candidate.span) if around is not None else None)
    return made if made.category is Category.TERM else _spoken(desk, scene, item, made, found)


def _bare(desk: _Desk, scene: Scene, item: _Placed, category: Category) -> Quotation:
    return Quotation(
        key="",
        category=category,
        mention=desk.document.mention(item.candidate.span, passage=scene.passage),
        marks=item.candidate.feature("marks") or "",
        speakers=(),
        speaker_role=None,
        addressee=None,
        date=None,
        occasion=None,
        pointers=supporting_pointers(scene.passage, item.end, pointers=desk.known),
        within=None,
        rules=(item.candidate.found_by,),
    )


def _paraphrase(desk: _Desk, scene: Scene, candidate: Candidate) -> Quotation | None:
    """Make a paraphrase where a person is the subject of the cue that reports it."""
    passage = scene.passage
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    sentence = scene.sentence(start)
    reported = find_reported(scene.text, sentence, scene.cues(sentence), scene.quoted_in(sentence))
    subject = subject_of(scene, sentence, reported.cue) if reported is not None else None
    if reported is None or subject is None:
        return None
    found = Attribution(reported.cue, subject, True)
    item = _Placed(candidate, end, end)
    made = _bare(desk, scene, item, Category.PARAPHRASE)
    spoken = _spoken(desk, scene, item, made, found)
    named = all(key in desk.persons and desk.incumbents.is_named(key) for key in spoken.speakers)
    return spoken if spoken.speakers and named else None


def _spoken(desk: _Desk, scene: Scene, item: _Placed, made: Quotation, found: Attribution | None) -> Quotation:
    subject = found.subject if found is not None else None
    speakers = _speakers(desk, scene, subject)
    rule = "speaker-attribution" if speakers else None
    if not speakers and (found is None or found.cue is None) and (key := desk.sources.speaker(made.pointers)):
        speakers, rule, found = (key,), "speaker-note", None
    addressee = None
    if found is not None and found.cue is not None:
        limit = max(item.start, found.cue.start)
        cues = scene.cues_between(scene.sentence(found.cue.start), limit - REACH, limit + 1)
        addressee = addressee_of(scene, item.start, found, cues[::-1])
    return replace(
        made,
        speakers=speakers,
        speaker_role=_role(desk, scene, found, speakers),
        addressee=addressee.keys[0] if addressee is not None else None,
        date=_date(desk, scene, item, made, speakers, found),
        occasion=occasion_of(scene, item.start, item.end, found) if found is not None else None,
        rules=(*made.rules, *((rule,) if rule else ())),
    )


def _speakers(desk: _Desk, scene: Scene, subject: Subject | None) -> tuple[str, ...]:
    if subject is None:
        return ()
    if subject.office is not None:
        before = scene.names(max(0, subject.office[0] - 2 * REACH), subject.office[0])
        near = frozenset(key for named in before if named.person for key in named.keys)
        holder = desk.incumbents.holder(scene.text[slice(*subject.office)], near=near)
        return (holder,) if holder is not None else ()
    return tuple(dict.fromkeys(key for named in subject.names for key in named.keys))


def _date(
    desk: _Desk, scene: Scene, item: _Placed, made: Quotation, speakers: tuple[str, ...], found: Attribution | None
) -> Date | None:
    noted = desk.sources.date_of_utterance(made.pointers) if speakers else None
    if found is not None:
        said = date_said(scene, item.start, item.end, found)
        if said is not None:
            return completed(said, noted)
    if not speakers:
        return date_before(scene, item.start) if made.category is Category.DOCUMENT else None
    study = desk.sources.date_of_study(made.pointers, speakers)
    if noted is not None or study is not None or found is None:
        return noted or study
    return year_before(scene, item.start, found)


def _role(desk: _Desk, scene: Scene, found: Attribution | None, speakers: tuple[str, ...]) -> str | None:
    """Give the office that the sentence gives the one who speaks."""
    names = found.subject.names if found is not None and found.subject is not None else ()
    if found is None or found.cue is None or len(names) != 1 or len(speakers) != 1:
        return None
    if scene.sentence(names[0].start) != scene.sentence(found.cue.start):
        return None
    return desk.incumbents.role_at(speakers[0], names[0].mentions[0].span)


def _findings(candidates: tuple[Candidate, ...], quotations: list[Quotation]) -> Iterator[Finding]:
    for candidate in sorted(item for item in candidates if item.kind is CandidateKind.QUOTATION):
        defect = candidate.feature("defect")
        if defect is not None:
            code, message = _DEFECTS[defect]
            yield Finding(code, Severity.WARNING, message, candidate.span)
    for quotation in quotations:
        if quotation.category is Category.SPEECH and not quotation.speakers:
            message = (
                "the text does not tell who says this: name the speaker by a decision, or confirm that nobody is named"
            )
            yield Finding(Code.SPEAKER_UNKNOWN, Severity.INFO, message, quotation.mention.span)


def _dropped(candidate: Candidate, message: str) -> Finding:
    return Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, candidate.span)
