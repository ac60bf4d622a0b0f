from pathlib import Path

import pytest

from ibidem.publish.asked import ask
from ibidem.publish.site.paper.part import papers
from ibidem.publish.site.paper.people import Actor, actors_of, write_people
from ibidem.publish.source import Source
from published import Publication
from records import RECORD
from shown import check_harmless, hostile, tags, text
from sources import source_of, stored


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return stored(tmp_path_factory.mktemp("invented"), RECORD)


def named(source: Source, name: str) -> Actor:
    (paper,) = papers(source)
    return next(actor for actor in actors_of(source, paper) if actor.name == name)


def test_a_person_has_offices_printed_forms_quotations_and_other_names(invented: Source) -> None:
    michael = named(invented, "Michael Elphberg")
    offices = [(office.title, office.of, office.former, office.date) for office in michael.offices]
    assert offices == [("President", "Ruritania", False, ""), ("Colonel", "the Red Guard", True, "")]
    assert (michael.printed, michael.said, michael.told, michael.forms) == (2, 2, 0, ("Elphberg",))
    assert named(invented, "Bordurian envoy").told == 1


def test_a_state_has_its_identifiers_as_links_where_they_have_an_address(invented: Source) -> None:
    found = {identifier.scheme: identifier.iri for identifier in named(invented, "Ruritania").identifiers}
    assert found == {"wikidata": "http://www.wikidata.org/entity/Q1190", "iso3166": None}


def actor(name: str, *forms: str, person: bool = True) -> Actor:
    return Actor("x", name, "person", "people", person, forms, (), 0, 0, 0, 0, ())


@pytest.mark.parametrize(
    ("found", "head"),
    [
        (actor("Boris Yeltsin"), "yeltsin"),
        (actor("Ahmad Shah Massoud", "Shah Massoud", "Masood"), "shah massoud"),
        (actor("Prime Minister of Tajikistan"), "prime minister of tajikistan"),
        (actor("Charles de Gaulle", "de Gaulle"), "charles de gaulle"),
        (actor("Khasbulatov"), "khasbulatov"),
        (actor("Red Guard", person=False), "red guard"),
    ],
)
def test_people_are_sorted_by_the_name_that_the_paper_prints_alone(found: Actor, head: str) -> None:
    assert found.order[0] == head


def test_people_and_others_have_pages_of_their_own(invented: Source, tmp_path: Path) -> None:
    write_people(tmp_path, invented)
    people = (tmp_path / "doe-2001" / "people.html").read_text(encoding="utf-8")
    others = (tmp_path / "doe-2001" / "organisations.html").read_text(encoding="utf-8")
    assert "Michael Elphberg Elphberg President , Ruritania former Colonel , the Red Guard 2 2" in text(people)
    assert "Borduria" not in text(people)
    assert "Michael Elphberg" not in text(others)
    headings = [
        attributes.get("aria-label", "")
        for tag, attributes in tags(others)
        if tag == "section" and "tabindex" in attributes
    ]
    assert "States" in headings
    assert "http://www.wikidata.org/entity/Q1190" in [attributes.get("href") for _, attributes in tags(others)]


def test_on_a_phone_each_cell_says_of_what_column_it_is(invented: Source, tmp_path: Path) -> None:
    write_people(tmp_path, invented)
    people = (tmp_path / "doe-2001" / "people.html").read_text(encoding="utf-8")
    cells = [attributes.get("data-label") for tag, attributes in tags(people) if tag == "td"]
    assert cells == ["Offices", "Forms", "Quotations", "Treaties", "Elsewhere"]


def test_hostile_names_are_shown_as_text(tmp_path: Path) -> None:
    write_people(tmp_path, stored(tmp_path, hostile()))
    for name in ("people", "organisations"):
        check_harmless(tmp_path / "doe-2001" / f"{name}.html")


def test_what_is_shown_is_what_the_saved_queries_answer(publication: Publication) -> None:
    source = source_of(publication)
    (paper,) = papers(source)
    actors = actors_of(source, paper)
    assert {actor.iri for actor in actors} == {row["actor"] for row in ask(source, "actors")}
    assert sum(len(actor.offices) for actor in actors) == len({row["role"] for row in ask(source, "offices")})
    spoken = {row["actor"]: int(row["quotations"]) + int(row["paraphrases"]) for row in ask(source, "speakers")}
    assert {actor.iri: actor.said for actor in actors if actor.said} == spoken
