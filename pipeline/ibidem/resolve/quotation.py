"""What is quoted: by whom, to whom, when, and which notes stand behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document, PartKind, Passage
from ibidem.edtf import Date
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.resolve.citation import Citations
from ibidem.resolve.citing import Sources
from ibidem.resolve.gender import is_man, is_woman
from ibidem.resolve.incumbent import Incumbents
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.noted import Authors
from ibidem.resolve.pronoun import spoken_pronoun
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import Attribution, attribution
from ibidem.resolve.spoken import Desk, Placed, make_paraphrase, make_quotation
from ibidem.resolve.support import pointers_by_span
from ibidem.resolve.tagged import signed
from ibidem.resolve.turns import take_turns
from ibidem.span import Span
from ibidem.story import Actor, ActorType, Category, Quotation

_DEFECTS = {
    "unclosed": (Code.QUOTATION_UNCLOSED, "a quotation is opened that nothing closes: see where it ends"),
    "unopened": (Code.QUOTATION_UNOPENED, "a quotation is closed that nothing opens: see where it begins"),
    "mismatched": (Code.QUOTATION_MISMATCHED, "a quotation is closed by a mark of another sort, or holds a stray one"),
}
_ASIDE = 80
"""How many characters may interrupt a quotation."""
_MARKERS = 8
"""How many characters of note markers may stand behind a paragraph that is quoted."""
_OUTSIDE = "a quotation lies outside the running text; add it by a decision"
_NOBODY = "a clause reports what somebody said, but names no person; add the paraphrase by a decision"


@dataclass(frozen=True, slots=True)
class QuotationsFound:
    """The quotations, and what is not as it should be with them."""

    quotations: tuple[Quotation, ...]
    findings: tuple[Finding, ...]


def resolve_quotations(
    document: Document,
    candidates: tuple[Candidate, ...],
    *,
    actors: ActorIndex,
    cast: tuple[Actor, ...],
    citations: Citations,
    until: Date | None = None,
) -> QuotationsFound:
    """Make a quotation of each candidate; `cast` are the actors that `actors` indexes, `until` is the paper's date.

    A speech whose speaker the text does not tell is a finding, and so is a defect in the marks.
    """
    desk = Desk(
        document=document,
        actors=actors,
        known=pointers_by_span(citations.pointers),
        sources=Sources.of(citations, cast=cast, until=until),
        authors=Authors.of(citations, cast=cast),
        incumbents=Incumbents.of(cast, candidates),
        persons=frozenset(actor.key for actor in cast if actor.type is ActorType.PERSON),
    )
    quotations: list[Quotation] = []
    findings: list[Finding] = []
    for candidate, quotation in take_turns(document, tuple(_resolved(desk, candidates)), actors=actors):
        if quotation is not None:
            quotations.append(quotation)
        else:
            message = _NOBODY if candidate.feature("paraphrase") else _OUTSIDE
            findings.append(Finding(Code.CANDIDATE_DROPPED, Severity.INFO, message, candidate.span))
    findings += _findings(candidates, quotations)
    keys = unique_slugs((item.mention.reading, f"{item.mention.prefix}{item.mention.exact}") for item in quotations)
    named = {_place(item.mention.span): key for item, key in zip(quotations, keys, strict=True)}
    keyed = (
        replace(item, key=key, within=named.get(item.within or "")) for item, key in zip(quotations, keys, strict=True)
    )
    return QuotationsFound(tuple(keyed), tuple(findings))


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _resolved(desk: Desk, candidates: tuple[Candidate, ...]) -> Iterator[tuple[Candidate, Quotation | None]]:
    blocks: dict[int, list[Candidate]] = {}
    for candidate in sorted(item for item in candidates if item.kind is CandidateKind.QUOTATION):
        blocks.setdefault(candidate.block, []).append(candidate)
    body = desk.document.body()
    before = {passage.block: earlier for earlier, passage in pairwise(body)}
    last: Quotation | None = None
    for block, held in blocks.items():
        passage = desk.document.passage_at(held[0].span.start)
        if passage is None:
            yield from ((candidate, None) for candidate in held)
            continue
        earlier = before.get(block)
        for candidate, made in _in_passage(desk, passage, held, earlier, blocks):
            goes_on = candidate.feature("continues") is not None
            quotation = _carried(made, last) if goes_on and made is not None and last is not None else made
            if quotation is not None and quotation.category is not Category.PARAPHRASE:
                last = quotation
            yield candidate, quotation


def _carried(quotation: Quotation, last: Quotation) -> Quotation:
    """Let a quotation's next paragraph have the speaker of the one before."""
    if quotation.speakers or not last.speakers:
        return quotation
    return replace(
        quotation,
        category=last.category,
        speakers=last.speakers,
        speaker_role=last.speaker_role,
        addressee=last.addressee,
        date=last.date,
        occasion=last.occasion,
        rules=tuple(dict.fromkeys((*quotation.rules, *last.rules))),
    )


def _in_passage(
    desk: Desk,
    passage: Passage,
    candidates: list[Candidate],
    earlier: Passage | None,
    blocks: dict[int, list[Candidate]],
) -> Iterator[tuple[Candidate, Quotation | None]]:
    nested = tuple(_nested(_marked(passage, candidates)))
    scenes = [
        _scene(desk, passage, nested, deep) for deep in range(1 + max((deep for _, _, deep in nested), default=0))
    ]
    last: tuple[int, Attribution] | None = None
    before: tuple[Placed, Quotation] | None = None
    for item, around, depth in nested:
        within = (around.start, around.end) if around is not None else None
        found = attribution(scenes[depth], item.start, item.end, last=last if around is None else None, within=within)
        if found is None and earlier is not None and _is_announced(item, earlier):
            yield item.candidate, _set_off(desk, passage, item.candidate, earlier, blocks)
            continue
        quotation = _gone_on(desk, scenes[depth], item, found, make_quotation(desk, scenes[depth], item, found))
        if around is None and before is not None and _is_other_half(scenes[depth], before[0], item):
            quotation = _carried(quotation, before[1])
        before = before if around is not None else (item, quotation)
        if around is not None:
            quotation = replace(quotation, within=_place(around.candidate.span))
        elif found is not None:
            last = (item.end, found)
        yield item.candidate, quotation
    for candidate in candidates:
        if candidate.feature("paraphrase"):
            yield candidate, make_paraphrase(desk, scenes[0], candidate)
        elif candidate.feature("block"):
            yield candidate, _set_off(desk, passage, candidate, earlier or passage, blocks)


def _is_other_half(scene: Scene, before: Placed, item: Placed) -> bool:
    """Tell whether a quotation goes on with the one before, that a few words interrupt: "“...,” we read, “...”"."""
    text = scene.text
    cut = text[before.end - 2 : before.end - 1] == "," or text[before.end : before.end + 1] == ","
    near = item.start - before.end < _ASIDE and scene.sentence(before.start) == scene.sentence(item.start)
    return cut and near and text[item.start - 2 : item.start - 1] == "," and text[item.start + 1].islower()


def _gone_on(desk: Desk, scene: Scene, item: Placed, found: Attribution | None, made: Quotation) -> Quotation:
    """Let "he" of a paragraph that has named no person yet be the one whom the paragraph before named last."""
    cue = found.cue if found is not None else None
    if found is None or cue is None or made.speakers or found.subject is not None or made.category is Category.TERM:
        return made
    said = spoken_pronoun(scene, scene.sentence(cue.start), cue)
    if said is None or any(one.person for one in scene.names(0, max(item.start, cue.end))):
        return made
    last = next(desk.actors.before(scene.passage.offset(0)), None)
    if last is None or last.type is not ActorType.PERSON or (is_man if said else is_woman)(last.name):
        return made
    return replace(made, speakers=(last.actor_key,), rules=(*made.rules, "speaker-attribution"))


def _is_announced(item: Placed, earlier: Passage) -> bool:
    """Tell whether a quotation is a paragraph that the colon of the paragraph before brings in."""
    alone = not item.passage.text[: item.start].strip() and len(item.passage.text.rstrip()) - item.end < _MARKERS
    return alone and (_is_block(item) or earlier.text.rstrip().endswith(":"))


def _is_block(item: Placed) -> bool:
    """Tell whether the format says that the paragraph is a block quotation."""
    return item.passage.kind is PartKind.QUOTE


def _set_off(
    desk: Desk, passage: Passage, candidate: Candidate, earlier: Passage, blocks: dict[int, list[Candidate]]
) -> Quotation:
    """Make a block quotation: the paragraph before brings it in, or a name behind a dash ends it."""
    signer = signed(Scene.of(passage, quoted=(), actors=desk.actors))
    nested = tuple(_nested(_marked(earlier, blocks.get(earlier.block, []))))
    scene = _scene(desk, earlier, nested, 0)
    end = len(earlier.text.rstrip())
    leads = earlier is not passage and (earlier.kind is not PartKind.HEADING or earlier.text[:end].endswith(":"))
    found = Attribution(None, signer, True) if signer is not None else None
    if found is None and leads and candidate.feature("continues") is None:
        found = attribution(scene, end, end)
    return make_quotation(desk, scene, Placed(candidate, passage, end, end), found)


def _nested(placed: Iterator[Placed]) -> Iterator[tuple[Placed, Placed | None, int]]:
    """Give each quotation with the one that it is nested in, and how deep."""
    around: list[Placed] = []
    for item in placed:
        while around and around[-1].end < item.end:
            around.pop()
        yield item, around[-1] if around else None, len(around)
        around.append(item)


def _scene(desk: Desk, passage: Passage, nested: tuple[tuple[Placed, Placed | None, int], ...], depth: int) -> Scene:
    """Set the scene for the quotations of a depth: those that are less deep are running text to them."""
    quoted = tuple((item.start, item.end) for item, _, deep in nested if deep >= depth)
    return Scene.of(passage, quoted=quoted, actors=desk.actors)


def _marked(passage: Passage, candidates: list[Candidate]) -> Iterator[Placed]:
    """Give the quotations that stand in marks, with the range that the marks enclose."""
    text = passage.text
    for candidate in candidates:
        marks = candidate.feature("marks")
        if marks is None:
            continue
        start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
        if candidate.feature("defect") != "unopened" and marks[0] in text[max(0, start - 3) : start]:
            start = text.rindex(marks[0], 0, start)
        if candidate.feature("defect") != "unclosed" and marks[-1] in text[end : end + 3]:
            end = text.index(marks[-1], end) + 1
        yield Placed(candidate, passage, start, end)


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
