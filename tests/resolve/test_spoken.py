from dataclasses import replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document
from ibidem.resolve.citation import Citations
from ibidem.resolve.citing import Sources
from ibidem.resolve.incumbent import Incumbents
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.noted import Authors
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import attribution
from ibidem.resolve.spoken import Desk, Placed, make_paraphrase, make_quotation
from ibidem.span import Span
from ibidem.story import Actor, ActorType, Category, Role
from scene import make_document

NOTES = Citations((), (), (), (), (), (), ())
TEXT = 'President Brown said: "we go home, all of us, tomorrow". The President said that the war was over.'
FEATURES = (("holder", "10-15"), ("label", "President"))
OFFICE = Candidate(Span(0, 9), CandidateKind.ROLE, "President", "test", 0, FEATURES)


def brown(document: Document) -> Actor:
    office = document.mention(Span(0, 9))
    role = Role("brown-president", "President", None, None, None, False, office, ())
    return Actor("brown", ActorType.PERSON, "Brown", ("Brown",), (document.mention(Span(10, 15)),), (role,), ())


def desk(document: Document, *cast: Actor) -> Desk:
    return Desk(
        document=document,
        actors=ActorIndex.of(document, cast),
        known={},
        sources=Sources.of(NOTES, cast=cast),
        authors=Authors.of(NOTES, cast=cast),
        incumbents=Incumbents.of(cast, (OFFICE,)),
        persons=frozenset(actor.key for actor in cast),
    )


def candidate(start: int, end: int, *features: tuple[str, str]) -> Candidate:
    return Candidate(Span(start, end), CandidateKind.QUOTATION, TEXT[start:end], "quotation-marks", 0, features)


def test_a_speaker_has_the_office_that_the_sentence_gives_him() -> None:
    document = make_document(TEXT)
    here = desk(document, brown(document))
    scene = Scene.of(document.passages[0], quoted=((22, 55),), actors=here.actors)
    item = Placed(candidate(23, 54, ("marks", '""')), document.passages[0], 22, 55)
    made = make_quotation(here, scene, item, attribution(scene, 22, 55))
    assert (made.category, made.speakers, made.speaker_role) == (Category.SPEECH, ("brown",), "brown-president")
    assert item.reading == "we go home, all of us, tomorrow" and item.closing == 54


def test_a_speaker_has_the_office_that_the_sentence_right_before_gives_him() -> None:
    for between, role in (("", "brown-president"), ("It was late. ", None)):
        text = f'President Brown went home. {between}Brown said: "we are all of us here, and we stay".'
        document = make_document(text)
        here_again = Span(text.rindex("Brown"), text.rindex("Brown") + 5)
        first = brown(document)
        cast = replace(first, mentions=(*first.mentions, document.mention(here_again)))
        here = desk(document, cast)
        start, end = text.index('"'), text.rindex('"') + 1
        scene = Scene.of(document.passages[0], quoted=((start, end),), actors=here.actors)
        quoted = Candidate(Span(start + 1, end - 1), CandidateKind.QUOTATION, text[start + 1 : end - 1], "marks", 0, ())
        item = Placed(quoted, document.passages[0], start, end)
        assert make_quotation(here, scene, item, attribution(scene, start, end)).speaker_role == role


def test_an_office_alone_reports_for_its_only_holder() -> None:
    document = make_document(TEXT)
    here = desk(document, brown(document))
    scene = Scene.of(document.passages[0], quoted=((22, 55),), actors=here.actors)
    made = make_paraphrase(here, scene, candidate(57, len(TEXT) - 1, ("paraphrase", "say")))
    assert made is not None and made.speakers == ("brown",) and made.category is Category.PARAPHRASE


def test_a_report_of_nobody_known_is_none() -> None:
    document = make_document(TEXT)
    here = desk(document)
    scene = Scene.of(document.passages[0], quoted=((22, 55),), actors=here.actors)
    assert make_paraphrase(here, scene, candidate(57, len(TEXT) - 1, ("paraphrase", "say"))) is None
