"""Make a quotation of what was found in a passage: its category, who speaks, to whom, when, on what occasion."""

from dataclasses import dataclass, replace

from ibidem.candidate import Candidate
from ibidem.document import Document, Passage
from ibidem.edtf import Date
from ibidem.parse.date import months
from ibidem.parse.paraphrase import find_reported
from ibidem.resolve.category import category_of, is_named_thing
from ibidem.resolve.citing import Sources
from ibidem.resolve.gender import is_woman
from ibidem.resolve.incumbent import Incumbents
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.noted import Authors
from ibidem.resolve.phrase import Subject
from ibidem.resolve.pronoun import is_writing
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import REACH, Attribution, inverted_subject
from ibidem.resolve.subject import subject_of
from ibidem.resolve.support import supporting_pointers
from ibidem.resolve.utterance import addressee_of, completed, date_before, date_said, occasion_of, year_before
from ibidem.span import Span
from ibidem.story import ActorType, Category, Quotation


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate in its passage; `start` and `end`, marks included, are offsets in the scene that attributes it.

    The scene of a block quotation is the paragraph before, where both are its end.
    """

    candidate: Candidate
    passage: Passage
    start: int
    end: int

    @property
    def closing(self) -> int:
        """Give the offset in its own passage behind which the marker that supports it stands."""
        return self.passage.position(self.candidate.span.end - 1) + 1

    @property
    def reading(self) -> str:
        """Give the text as a reader reads it."""
        return self.passage.text[self.passage.position(self.candidate.span.start) : self.closing]


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of the paper; `known` are the pointers' keys by their markers, `persons` keys of actors."""

    document: Document
    actors: ActorIndex
    known: dict[Span, str]
    sources: Sources
    authors: Authors
    incumbents: Incumbents
    persons: frozenset[str]


def make_quotation(desk: Desk, scene: Scene, item: Placed, found: Attribution | None) -> Quotation:
    """Make a quotation, given what attributes it."""
    made = _bare(desk, item, category_of(scene, item.start, item.end, item.reading, found))
    authors = _authors(desk, scene, item, made)
    if made.category is Category.TERM:
        if not authors or not _is_quoted_from(scene, item, authors, found):
            return made
        made = replace(made, category=Category.SPEECH)
    return _spoken(desk, scene, item, made, found, authors)


def _bare(desk: Desk, item: Placed, category: Category) -> Quotation:
    return Quotation(
        key="",
        category=category,
        mention=desk.document.mention(item.candidate.span, passage=item.passage),
        marks=item.candidate.feature("marks") or "",
        speakers=(),
        speaker_role=None,
        addressee=None,
        date=None,
        occasion=None,
        pointers=supporting_pointers(item.passage, item.closing, pointers=desk.known),
        within=None,
        rules=(item.candidate.found_by,),
    )


def _authors(desk: Desk, scene: Scene, item: Placed, made: Quotation) -> tuple[str, ...]:
    """Give who wrote all that the marker behind the quotation's own sentence cites, if they are actors."""
    if item.passage is not scene.passage:
        return tuple(sorted(desk.authors.wrote(made.pointers)))
    marked = item.passage.pointers_after(item.closing)
    end = scene.sentence(item.start)[1]
    near = bool(marked) and item.passage.position(marked[0].span.start) <= end
    return tuple(sorted(desk.authors.wrote(made.pointers))) if near else ()


def _is_quoted_from(scene: Scene, item: Placed, authors: tuple[str, ...], found: Attribution | None) -> bool:
    """Tell whether a few words are quoted from the author cited: the sentence names him, or speaks of "him"."""
    sentence = scene.sentence(item.start)
    named = {key for one in scene.names(*sentence) for key in one.keys}
    if found is not None and found.subject is not None:
        named.update(key for one in found.subject.names for key in one.keys)
    return not named.isdisjoint(authors) and not is_named_thing(scene, item.start, item.reading)


def make_paraphrase(desk: Desk, scene: Scene, candidate: Candidate) -> Quotation | None:
    """Make a paraphrase where a person is the subject of the cue that reports it."""
    passage = scene.passage
    start, end = passage.position(candidate.span.start), passage.position(candidate.span.end - 1) + 1
    sentence = scene.sentence(start)
    clauses = find_reported(scene.text, sentence, scene.cues(sentence), scene.quoted_in(sentence))
    cue = next((clause.cue for clause in clauses if clause.start == start), None)
    if cue is None:
        return None
    subject = subject_of(scene, sentence, cue) or inverted_subject(scene, sentence, cue)
    if subject is None:
        return None
    found = Attribution(cue, subject, True)
    item = Placed(candidate, passage, end, end)
    made = _bare(desk, item, Category.PARAPHRASE)
    spoken = _spoken(desk, scene, item, made, found)
    named = all(key in desk.persons and desk.incumbents.is_named(key) for key in spoken.speakers)
    return spoken if spoken.speakers and named else None


def _spoken(
    desk: Desk,
    scene: Scene,
    item: Placed,
    made: Quotation,
    found: Attribution | None,
    authors: tuple[str, ...] = (),
) -> Quotation:
    subject = found.subject if found is not None else None
    speakers = _speakers(desk, scene, subject)
    rule = "speaker-attribution" if speakers else None
    if not speakers and (found is None or found.cue is None) and (key := desk.sources.speaker(made.pointers)):
        speakers, rule, found = (key,), "speaker-note", None
    if not speakers and made.category is Category.SPEECH and _is_untold(scene, found):
        authors = tuple(key for key in authors if not _is_other(desk, scene, found, key))
        speakers, rule = authors, "speaker-author" if authors else None
    addressee = None
    if found is not None and found.cue is not None:
        limit = found.cue.start if made.category is Category.PARAPHRASE else max(item.start, found.cue.start)
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


def _is_untold(scene: Scene, found: Attribution | None) -> bool:
    """Tell whether the text names nobody who speaks, or only "he", "the author" and "the report"."""
    if found is None or found.cue is None:
        return True
    cue = found.cue
    start = scene.sentence(cue.start)[0]
    return found.subject is None and (scene.pronoun(cue.subject_end, start) or is_writing(scene, start, cue))


def _is_other(desk: Desk, scene: Scene, found: Attribution | None, author: str) -> bool:
    """Tell whether "he" cannot mean the author: a woman."""
    cue = found.cue if found is not None else None
    if cue is None or not scene.text[: cue.subject_end].rstrip().casefold().endswith((" he", " il", " er", "\the")):
        return False
    return any(one.actor_key == author and is_woman(one.name) for one in desk.actors.mentions)


def _speakers(desk: Desk, scene: Scene, subject: Subject | None) -> tuple[str, ...]:
    if subject is None:
        return ()
    if subject.office is not None:
        before = desk.actors.before(scene.passage.offset(subject.office[0]))
        near = tuple(dict.fromkeys(one.actor_key for one in before if one.type is ActorType.PERSON))
        holder = desk.incumbents.holder(scene.text[slice(*subject.office)], near=near)
        if holder is not None:
            return (holder,)
    return tuple(dict.fromkeys(key for named in subject.names for key in named.keys))


def _date(
    desk: Desk, scene: Scene, item: Placed, made: Quotation, speakers: tuple[str, ...], found: Attribution | None
) -> Date | None:
    noted = desk.sources.date_of_utterance(made.pointers) if speakers else None
    if found is not None:
        said = date_said(scene, item.start, item.end, found)
        if said is not None:
            return completed(said, noted)
    if not speakers:
        return date_before(scene, item.start) if made.category is Category.DOCUMENT else None
    study = desk.sources.date_of_study(made.pointers, speakers)
    if study is not None and study.edtf.isdigit() and _has_day(scene, item.start):
        study = None
    if noted is not None or study is not None or found is None:
        return noted or study
    return year_before(scene, item.start, found)


def _has_day(scene: Scene, start: int) -> bool:
    """Tell whether a day is printed of which no year is known: then no book's year is the right one."""
    text = scene.text
    return any(
        text[max(0, word.start - 3) : word.start].strip().isdigit()
        or text[word.end : word.end + 3].strip(" ,").isdigit()
        for word in scene.words(scene.sentence(start))
        if word.low in months()
    )


def _role(desk: Desk, scene: Scene, found: Attribution | None, speakers: tuple[str, ...]) -> str | None:
    """Give the office that the sentence, or else the one before, gives the one who speaks."""
    names = found.subject.names if found is not None and found.subject is not None else ()
    if found is None or found.cue is None or len(names) != 1 or len(speakers) != 1:
        return None
    sentence = scene.sentence(found.cue.start)
    before = scene.before(sentence) or sentence
    near = [named for named in scene.names(before[0], before[1]) if named.keys == speakers]
    spans = [item.mentions[0].span for item in (*names, *near[::-1]) if item.start >= before[0]]
    roles = (desk.incumbents.role_at(speakers[0], span) for span in spans)
    return next((role for role in roles if role is not None), None)
