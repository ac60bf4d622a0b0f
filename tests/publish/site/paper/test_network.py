from dataclasses import replace
from pathlib import Path

import pytest

from ibidem.iri import last_part
from ibidem.publish.asked import ask
from ibidem.publish.site.paper.network import signing, speaking, write_network
from ibidem.publish.site.paper.part import papers
from ibidem.publish.source import Source
from ibidem.record import Record
from ibidem.story import Category
from published import Publication
from records import RECORD, mention
from shown import check_harmless, hostile, tags, text
from sources import source_of, stored

FORECAST = "Elphberg, former Colonel of the Red Guard, warned that war was near. Michael"


def told(words: str, category: Category, **named: str) -> Record:
    """Give a paper whose last quotation, by Elphberg, has the words; `named` says where actors are named anew."""
    said = replace(RECORD.quotations[3], speakers=("elphberg",), category=category, mention=mention(words))
    actors = tuple(
        replace(actor, mentions=(mention(named[actor.key]),)) if actor.key in named else actor
        for actor in RECORD.actors
    )
    return replace(RECORD, quotations=(*RECORD.quotations[:3], said), actors=actors)


def spoken(source: Source) -> dict[tuple[str, str], list[str]]:
    (paper,) = papers(source)
    return {
        (last_part(tie.source), last_part(tie.target)): [last_part(thing) for thing in tie.things]
        for tie in speaking(source, paper)
    }


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """Give a paper whose second speaker names himself, an actor in his words and one that only begins there."""
    record = told(FORECAST, Category.PARAPHRASE, exiles="war was near", young="Michael the Younger")
    return stored(tmp_path_factory.mktemp("invented"), record)


def test_a_speaker_speaks_of_whom_a_quotation_addresses_and_names_and_not_of_himself(invented: Source) -> None:
    assert spoken(invented) == {
        ("elphberg", "bordurian-envoy"): ["our-border"],
        ("elphberg", "exiles"): ["war-was-near"],
    }


@pytest.mark.parametrize(
    ("words", "category", "named", "found"),
    [
        (FORECAST, Category.SPEECH, {"exiles": "former Colonel", "un": "warned"}, {"un"}),
        (FORECAST, Category.PARAPHRASE, {"exiles": "former Colonel", "un": "warned"}, {"un"}),
        (f"1936.\u2074 {FORECAST}", Category.SPEECH, {"exiles": "1936"}, {"exiles"}),
        (f"1936.\u2074 {FORECAST}", Category.PARAPHRASE, {"exiles": "1936"}, set()),
        ("fled to Borduria in 1936.\u2074 Elphberg", Category.PARAPHRASE, {"exiles": "fled"}, {"exiles"}),
        ("war was near. Michael", Category.PARAPHRASE, {"exiles": "war was", "un": "near"}, {"exiles", "un"}),
    ],
)
def test_what_says_whose_words_they_are_is_not_what_they_speak_of(
    words: str, category: Category, named: dict[str, str], found: set[str], tmp_path: Path
) -> None:
    ties = spoken(stored(tmp_path, told(words, category, **named)))
    assert {target for (_, target), things in ties.items() if "war-was-near" in things} == found


def test_those_who_take_part_in_a_treaty_are_tied_and_those_who_abstain_are_not(invented: Source) -> None:
    (paper,) = papers(invented)
    ties = [(last_part(tie.source), last_part(tie.target), len(tie.things)) for tie in signing(invented, paper)]
    assert ties == [("borduria", "ruritania", 1)]


def test_drawings_say_in_words_and_in_tables_what_their_lines_say(invented: Source, tmp_path: Path) -> None:
    write_network(tmp_path, invented)
    html = (tmp_path / "doe-2001" / "network.html").read_text(encoding="utf-8")
    ids = {attributes["id"] for _, attributes in tags(html) if "id" in attributes}
    drawings = [attributes for tag, attributes in tags(html) if tag == "svg"]
    assert len(drawings) == 2
    assert all({drawing["aria-labelledby"], drawing["aria-describedby"]} <= ids for drawing in drawings)
    shown = text(html)
    assert "Michael Elphberg speaks of Exiles: 1" in shown
    assert "Michael Elphberg Exiles 1 Elphberg, former Colonel of the Red Guard" in shown
    assert "Borduria Ruritania 1 Treaty of Zenda" in shown


def test_a_paper_in_which_nobody_speaks_says_so(tmp_path: Path) -> None:
    write_network(tmp_path, stored(tmp_path, replace(RECORD, quotations=(), treaties=())))
    shown = text((tmp_path / "doe-2001" / "network.html").read_text(encoding="utf-8"))
    assert "No quotation of the paper has a speaker who names anybody." in shown
    assert "No two actors of the paper take part in the same treaty." in shown


def test_hostile_names_are_shown_as_text(tmp_path: Path) -> None:
    write_network(tmp_path, stored(tmp_path, hostile()))
    check_harmless(tmp_path / "doe-2001" / "network.html")


def test_what_is_shown_is_what_the_saved_query_answers(publication: Publication) -> None:
    source = source_of(publication)
    (paper,) = papers(source)
    states = {row["actor"]: row["name"] for row in ask(source, "site/cast") if row["class"].endswith("#State")}
    tied = {
        (*sorted((states[tie.source], states[tie.target])), str(len(tie.things)))
        for tie in signing(source, paper)
        if tie.source in states and tie.target in states
    }
    assert tied == {(row["one"], row["other"], row["treaties"]) for row in ask(source, "co-participation")}
