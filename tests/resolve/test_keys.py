from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ibidem.record import Record
from ibidem.resolve.keys import settle_keys
from records import RECORD, mention

ITEMS = ("actors", "quotations", "treaties", "events", "claims")


def keys(record: Record, name: str) -> list[str]:
    return [item.key for item in getattr(record, name)]


def test_keys_are_made_of_names_in_the_order_of_the_text() -> None:
    record = settle_keys(RECORD)
    assert keys(record, "actors")[:4] == ["ruritania", "borduria", "syldavia", "michael-elphberg"]
    assert keys(record, "quotations") == ["foreign-bases", "our-border-is-your-border", "border", "war-was-near"]
    assert keys(record, "treaties") == ["treaty-of-zenda", "league-charter"]
    assert record.actors[3].roles[0].key == "michael-elphberg-president"
    assert record.treaties[0].provisions[0].key == "treaty-of-zenda-2-1"


def test_what_refers_follows() -> None:
    record = settle_keys(RECORD)
    border = next(quotation for quotation in record.quotations if quotation.key == "our-border-is-your-border")
    assert (border.speakers, border.speaker_role) == (("michael-elphberg",), "michael-elphberg-president")
    assert next(item for item in record.quotations if item.key == "border").within == border.key
    assert record.events[0].actors == ("michael-elphberg", "younger-party")


def test_agents_places_and_works_are_named_after_what_decisions_say() -> None:
    smith = RECORD.agents[0]
    corrected = replace(smith, name=replace(smith.name, literal="A. Smythe", family="Smythe"))
    record = settle_keys(replace(RECORD, agents=(corrected, *RECORD.agents[1:])))
    assert record.agents[0].key == "a-smythe"
    assert record.works[0].key == "smythe-jones-1990-zenda"
    assert record.works[0].authors == ("a-smythe", "b-jones")
    assert record.references[0].work == "smythe-jones-1990-zenda"


def test_a_former_office_says_so() -> None:
    keys = [role.key for role in settle_keys(RECORD).actors[3].roles]
    assert keys == ["michael-elphberg-president", "michael-elphberg-former-colonel"]


def test_one_printed_office_of_two_actors_is_two_roles() -> None:
    president = RECORD.actors[3].roles[0]
    shared = tuple(replace(actor, roles=(president,)) if actor.key == "red-guard" else actor for actor in RECORD.actors)
    record = settle_keys(replace(RECORD, actors=shared))
    keys = [role.key for actor in record.actors for role in actor.roles]
    assert "red-guard-president" in keys and "michael-elphberg-president" in keys
    border = next(quotation for quotation in record.quotations if quotation.key == "our-border-is-your-border")
    assert border.speaker_role == "michael-elphberg-president"


def test_settled_keys_stay() -> None:
    once = settle_keys(RECORD)
    assert settle_keys(once) == once


def test_equal_names_take_a_hash_of_their_surroundings() -> None:
    other = replace(RECORD.actors[0], key="x", mentions=(mention("Zenda"),), printed=("Zenda",))
    record = settle_keys(replace(RECORD, actors=(*RECORD.actors, other)))
    named = [key for key in keys(record, "actors") if key.startswith("ruritania-")]
    assert len(named) == len(set(named)) == 2
    assert "ruritania" not in keys(record, "actors")


@given(st.integers(0, 2**32))
def test_the_order_of_the_items_does_not_matter(seed: int) -> None:
    mixed = RECORD
    for name in ITEMS:
        items = list(getattr(RECORD, name))
        Random(seed).shuffle(items)
        changed: dict[str, tuple[object, ...]] = {name: tuple(items)}
        mixed = replace(mixed, **changed)  # type: ignore[arg-type]
    assert settle_keys(mixed) == settle_keys(RECORD)
