import pytest

from desks import desk
from ibidem.resolve.desk import SettingError, as_list, as_pairs, as_text, fresh_key
from records import RECORD


def test_names_lead_to_items() -> None:
    here = desk("Syldavia")
    assert here.actor("michael elphberg") == "elphberg"
    assert here.actor("Bordurian") == "borduria", "a printed form"
    assert here.treaty("Charter") == "league-charter"
    assert here.pointer("3") == "3"
    assert here.work("3") == "smith-zenda", "the note's work"
    assert here.work("refugees") == "refugees"
    assert here.place("ZENDA") == "zenda"
    assert here.agent("A. Smith", kind="person") == "smith"
    assert here.container("Exiles") == "exiles"
    assert here.record.places == RECORD.places and here.record.agents == RECORD.agents


@pytest.mark.parametrize("kind", ["actor", "pointer", "treaty", "work"])
def test_what_is_not_there_is_said(kind: str) -> None:
    with pytest.raises(SettingError, match="Freedonia"):
        getattr(desk("Syldavia"), kind)("Freedonia")


def test_places_agents_and_containers_are_made_where_they_are_new() -> None:
    here = desk("Syldavia")
    assert here.place("Geneva") == here.place("geneva") == "geneva"
    assert here.agent("Mary Ann Grey", kind="person") == "mary-ann-grey"
    assert here.container("The Daily Zenda") == "the-daily-zenda"
    agent, work = here.record.agents[-1], here.record.works[-1]
    assert (agent.name.given, agent.name.family, agent.rules) == ("Mary Ann", "Grey", ("decision/x",))
    assert (work.title, work.type, work.authors) == ("The Daily Zenda", "book", ())
    assert here.record.places[-1].mentions == (here.mention,), "its evidence is the decision's place"


def test_what_is_new_is_anchored_where_its_name_stands() -> None:
    here = desk("Syldavia")
    here.place("Strel")
    assert here.record.places[-1].mentions[0].exact == "Strel"


def test_keys_of_new_items_are_new() -> None:
    assert fresh_key("Zenda", RECORD.places) == "zenda-2"
    assert fresh_key("Geneva", RECORD.places) == "geneva"


def test_values_are_taken_as_they_are_meant() -> None:
    assert as_text(" a ") == "a"
    assert as_list("a; b ;") == ("a", "b")
    assert as_list(("a", "b")) == ("a", "b")
    assert as_pairs("a", alone="text") == {"text": "a"}
    assert as_pairs((("text", "a"),), alone="text") == {"text": "a"}
    for wrong in (("a",), (("a", "b"),)):
        with pytest.raises(SettingError):
            as_text(wrong)
    with pytest.raises(SettingError):
        as_pairs(("a", "b"), alone="text")
