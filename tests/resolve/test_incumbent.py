from dataclasses import replace

from ibidem.candidate import Candidate, CandidateKind
from ibidem.document import Mention
from ibidem.resolve.incumbent import Incumbents
from ibidem.span import Span
from ibidem.story import Actor, ActorType, Role

AT = Mention(Span(4, 13), "President", "", "", "President")


def role(key: str, of: str | None, *, former: bool = False) -> Role:
    return Role(key, "President", of, None, None, former, AT, ())


def person(key: str, *roles: Role, printed: str = "Brown") -> Actor:
    return Actor(key, ActorType.PERSON, printed, (printed,), (), roles, ())


FRANCE = Actor("france", ActorType.STATE, "France", ("France",), (), (), ())
BROWN = person("brown", role("r1", "france"))
SMITH = person("smith", role("r2", None, former=True))
OFFICE = Candidate(AT.span, CandidateKind.ROLE, "President", "test", 0, (("holder", "14-19"), ("label", "President")))


def test_the_only_holder_of_an_office_is_meant_by_it() -> None:
    here = Incumbents.of((FRANCE, BROWN, SMITH), ())
    assert here.holder("In May the French president") == "brown" and here.holder("the president") == "brown"
    assert here.holder("the Italian president") is None and here.holder("the king") is None


def test_of_several_holders_the_one_named_near_is_meant() -> None:
    here = Incumbents.of((FRANCE, BROWN, person("jones", role("r3", "france"))), ())
    assert here.holder("the president") is None
    assert here.holder("the president", near=("jones", "france")) == "jones"


def test_the_role_that_a_place_gives() -> None:
    here = Incumbents.of((FRANCE, BROWN), (OFFICE,))
    assert here.role_at("brown", Span(14, 19)) == "r1" and here.role_at("brown", Span(30, 35)) is None
    turned = replace(OFFICE, features=(("holder", "14-19"), ("label", "Defence Minister")), span=Span(5, 13))
    minister = person("brown", replace(role("r5", "france"), title="Minister of Defence"))
    assert Incumbents.of((FRANCE, minister), (turned,)).role_at("brown", Span(14, 19)) == "r5"
    former = replace(OFFICE, features=(("former", "yes"), *OFFICE.features), span=Span(5, 13))
    both = person("brown", role("r1", "france"), role("r4", "france", former=True))
    assert Incumbents.of((FRANCE, both), (former,)).role_at("brown", Span(14, 19)) == "r4"


def test_a_person_printed_by_office_alone_has_no_name() -> None:
    here = Incumbents.of((BROWN, person("pm", printed="Prime Minister")), ())
    assert here.is_named("brown") and not here.is_named("pm")
