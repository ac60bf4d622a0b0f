from dataclasses import replace

import pytest

from desks import BEFORE, desk
from ibidem.resolve.desk import SettingError
from ibidem.resolve.merging import merge_items, split_item, take_mentions
from ibidem.resolve.target import items_of
from records import RECORD, mention


def test_one_that_is_merged_is_referred_to_as_the_other() -> None:
    record = merge_items(desk("Syldavia"), "actor", RECORD.actors[2], "Ruritania")
    assert record is not None
    parts = [part.actor for part in record.treaties[0].participations]
    assert parts == ["ruritania", "borduria", "ruritania", "borduria"]
    whole = record.actors[0]
    assert whole.printed == ("Ruritania", "Syldavia", "Ruritanian")
    assert whole.rules == ("actor-name", "decision/x")


def test_a_place_where_nothing_is_found_becomes_a_mention() -> None:
    record = merge_items(desk("Jane Doe"), "actor", None, "Syldavia")
    assert record is not None
    assert record.actors[2].printed == ("Jane Doe", "Syldavia")
    with pytest.raises(SettingError, match="no quotation is found"):
        merge_items(desk("Jane Doe"), "quotation", None, "foreign bases")


def test_offices_and_terms_are_brought_together() -> None:
    president = RECORD.actors[3]
    record = merge_items(desk("Syldavia"), "actor", RECORD.actors[2], "Michael Elphberg")
    assert record is not None and next(a for a in record.actors if a.key == "elphberg").roles == president.roles
    record = merge_items(desk("Treaty of Zenda"), "treaty", RECORD.treaties[0], "League Charter")
    assert record is not None
    (charter,) = record.treaties
    assert (charter.date, charter.place, charter.status) == (RECORD.treaties[0].date, "zenda", "in force")
    assert charter.participations == RECORD.treaties[0].participations


def test_one_is_merged_with_itself_never() -> None:
    assert merge_items(desk("Syldavia"), "actor", RECORD.actors[2], "Syldavia") is None


def test_places_are_taken_from_others() -> None:
    record = take_mentions(RECORD, "actor", RECORD.actors[2])
    assert record == RECORD, "nobody else stands there"


def test_a_work_is_split_with_the_references_at_the_place() -> None:
    smith = BEFORE.works[0]
    both = replace(smith, mentions=(mention("A. Smith and B. Jones"), mention("Ibid.", 1)))
    record = replace(BEFORE, works=(both, *BEFORE.works[1:]))
    split = split_item(desk("Ibid., p. 7.", record=record), "work", both, (("title", "Other"),))
    made = split.works[-1]
    assert (made.title, made.rules) == ("Other", ("decision/x",))
    assert [ref.work for ref in split.references[:3]] == ["smith-zenda", "smith-zenda", made.key]


@pytest.mark.parametrize("kind", ["actor", "treaty", "place", "agent", "work"])
def test_nothing_is_split_from_one_place(kind: str) -> None:
    item = next(item for item in items_of(BEFORE, kind) if len(item.mentions) == 1)
    with pytest.raises(SettingError, match="nothing would remain"):
        split_item(desk(item.mentions[0].exact), kind, item, ())
