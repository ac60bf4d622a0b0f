from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Document
from ibidem.resolve.office import give_offices
from ibidem.span import Span
from ibidem.story import Actor, ActorType
from scene import make_document

TEXT = "French Prime Minister Léon Blum; former Premier Blum; Prime Minister Blum; the French Prime Minister said"


def document() -> Document:
    return make_document(TEXT)


def span(exact: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(exact, at + 1)
    return Span(at, at + len(exact))


def blum() -> Actor:
    here = document()
    mentions = tuple(here.mention(place) for place in (span("Léon Blum"), span("Blum", 1), span("Blum", 2)))
    return Actor("blum", ActorType.PERSON, "Léon Blum", ("Léon Blum",), mentions, (), ())


def office(place: Span, **features: str) -> Candidate:
    return Candidate(place, CandidateKind.ROLE, place.of(TEXT), "role-office", 0, tuple(sorted(features.items())))


def held(holder: Span, place: Span, label: str, **features: str) -> Candidate:
    return office(place, label=label, holder=f"{holder.start}-{holder.end}", **features)


def test_a_title_without_an_owner_is_the_one_with_an_owner() -> None:
    offices = [
        held(span("Léon Blum"), span("French Prime Minister"), "Prime Minister", states="FR", owner="0-6"),
        held(span("Blum", 2), span("Prime Minister", 1), "Prime Minister"),
    ]
    [actor] = give_offices(document(), (blum(),), offices).actors
    assert [(role.title, role.of, role.of_printed) for role in actor.roles] == [("Prime Minister", None, "France")]


def test_former_and_present_are_two_roles() -> None:
    offices = [
        held(span("Léon Blum"), span("French Prime Minister"), "Premier", states="FR", owner="0-6"),
        held(span("Blum", 1), span("Premier"), "Premier", former="yes"),
    ]
    [actor] = give_offices(document(), (blum(),), offices).actors
    assert [(role.former, role.of_printed) for role in actor.roles] == [(False, "France"), (True, "France")]


def test_a_date_is_kept_from_wherever_it_stands() -> None:
    offices = [
        held(span("Léon Blum"), span("French Prime Minister"), "Premier"),
        held(span("Blum", 2), span("Prime Minister", 1), "Premier", date="1936/1937", when="1936-37"),
    ]
    [actor] = give_offices(document(), (blum(),), offices).actors
    assert [role.date.edtf for role in actor.roles if role.date] == ["1936/1937"]


def test_an_office_that_nobody_holds_acts_as_somebody_unnamed() -> None:
    acting = office(span("French Prime Minister", 1), label="Prime Minister", states="FR", owner="78-84")
    [_, actor] = give_offices(document(), (blum(),), [acting]).actors
    assert (actor.name, actor.type, actor.rules) == ("Prime Minister of France", "person", ("actor-office",))
    assert [role.title for role in actor.roles] == ["Prime Minister"]


def test_a_holder_who_is_nobody_is_a_finding() -> None:
    found = give_offices(document(), (blum(),), [held(Span(0, 6), span("Premier"), "Premier")])
    assert [finding.code for finding in found.findings] == ["actor-ambiguous"]
