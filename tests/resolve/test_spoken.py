from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document
from ibidem.record import Actor, ActorType, Category, Role
from ibidem.resolve.citation import Citations
from ibidem.resolve.citing import Sources
from ibidem.resolve.incumbent import Incumbents
from ibidem.resolve.mention import ActorIndex
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import attribution
from ibidem.resolve.spoken import Desk, Placed, make_paraphrase, make_quotation
from ibidem.span import Span
from scene import make_document

NOTES = Citations((), (), (), (), (), (), 0)
TEXT = 'President Brown said: "we go home, all of us, tomorrow". The President said that the war was over.'
FEATURES = (("holder", "10-15"), ("title", "President"))
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
