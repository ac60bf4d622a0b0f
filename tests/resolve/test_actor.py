from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.candidate import CandidateKind
from ibidem.cited import Agent, Name
from ibidem.document import Document
from ibidem.find.actor import find_actors
from ibidem.resolve.actor import ActorsFound, resolve_actors
from ibidem.story import Actor, Role
from scene import make_document
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "actor.tsv")


def resolve(document: Document, agents: tuple[Agent, ...] = ()) -> ActorsFound:
    return resolve_actors(document, tuple(sorted(find_actors(document))), agents=agents)


def shown(found: ActorsFound) -> str:
    names = {actor.key: actor.name for actor in found.actors}
    return " / ".join(_actor(actor, names) for actor in found.actors) or "none"


def _actor(actor: Actor, names: dict[str, str]) -> str:
    roles = "; ".join(_role(role, names) for role in actor.roles)
    return f"{actor.name} [{actor.type}] {', '.join(actor.printed)}" + (f" | {roles}" if roles else "")


def _role(role: Role, names: dict[str, str]) -> str:
    of = names.get(role.of or "", role.of_printed)
    former, when = "former " if role.former else "", f" ({role.date.edtf})" if role.date else ""
    return f"{former}{role.title}{f' of {of}' if of else ''}{when}"


def scholar(given_name: str, family: str) -> Agent:
    return Agent(family, "person", Name(f"{given_name} {family}", family, given_name), (), ())


def test_table_is_whole() -> None:
    assert len(CASES) == 41


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_all_that_names_one_actor_comes_together(case: dict[str, str]) -> None:
    found = resolve(make_document(case["text"]))
    codes = " ".join(finding.code for finding in found.findings) or "none"
    right = (shown(found), codes) == (case["actors"], case["findings"])
    assert right == (case["status"] == "ok"), (shown(found), codes)


@pytest.mark.parametrize(
    ("agents", "name"),
    [
        ((scholar("Shahram", "Akbarzadeh"),), "Shahram Akbarzadeh"),
        ((scholar("S.", "Akbarzadeh"), scholar("Shahram", "Akbarzadeh")), "Shahram Akbarzadeh"),
        ((scholar("Shahram", "Akbarzadeh"), scholar("Vera", "Akbarzadeh")), "Akbarzadeh"),
        ((), "Akbarzadeh"),
    ],
)
def test_references_name_scholars_in_full(agents: tuple[Agent, ...], name: str) -> None:
    [actor] = resolve(make_document("According to Akbarzadeh, it failed."), agents).actors
    assert actor.name == name and ("actor-agent" in actor.rules) == (name != "Akbarzadeh")


def test_references_do_not_name_those_who_hold_offices() -> None:
    [actor, _] = resolve(make_document("President Karimov of Uzbekistan left."), (scholar("Vera", "Karimov"),)).actors
    assert actor.name == "Karimov"


def test_only_in_the_references_is_no_actor() -> None:
    assert not resolve(make_document("It failed."), (scholar("Vera", "Karimov"),)).actors


def test_an_office_that_acts_means_its_only_holder() -> None:
    document = make_document("Léon Blum, the French Prime Minister, left. The French Prime Minister warned us.")
    found = resolve(document)
    [(span, key)] = found.meant
    assert span.of(document.text) == "French Prime Minister" and span.start > 40
    assert next(actor.name for actor in found.actors if actor.key == key) == "Léon Blum"


def test_a_surname_of_two_is_a_finding() -> None:
    found = resolve(make_document("Adam Smith and Vernon Smith met. Smith left."))
    assert [finding.code for finding in found.findings] == ["actor-ambiguous"]
    assert "Adam Smith, Vernon Smith" in found.findings[0].message


@given(st.text())
@settings(max_examples=60)
def test_every_candidate_is_in_an_actor_or_a_finding(text: str) -> None:
    document = make_document(text + " Boris Smith, Vera Smith and Smith met the Polish troops.")
    candidates = tuple(sorted(find_actors(document)))
    found = resolve_actors(document, candidates, agents=())
    spans = {mention.span for actor in found.actors for mention in actor.mentions}
    spans |= {finding.span for finding in found.findings if finding.span}
    assert all(item.span in spans for item in candidates if item.kind is CandidateKind.ACTOR)
    for actor in found.actors:
        assert all(mention.span.of(document.text) == mention.exact for mention in actor.mentions)
