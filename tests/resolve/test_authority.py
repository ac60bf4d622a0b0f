from dataclasses import replace
from typing import Any

import pytest

from ibidem.authority import Authority
from ibidem.record import Record
from ibidem.resolve.authority import match_authorities
from records import AUTHORITIES, RECORD

KINDS = ("actors", "agents", "places", "treaties", "works")
UNMATCHED: dict[str, Any] = {
    name: tuple(replace(item, authority=None) for item in getattr(RECORD, name)) for name in KINDS
}
BARE = replace(RECORD, **UNMATCHED)


def matched(record: Record, *authorities: Authority) -> dict[str, str]:
    record = match_authorities(record, authorities)
    return {item.key: item.authority for name in KINDS for item in getattr(record, name) if item.authority}


def test_the_same_name_and_type_is_matched() -> None:
    assert matched(BARE, *AUTHORITIES) == {
        "ruritania": "ruritania",
        "borduria": "borduria",
        "syldavia": "syldavia",
        "zenda": "zenda",
        "treaty-of-zenda": "treaty-of-zenda",
        "strel-press": "strel-press",
        "journal-of-small-states": "journal-of-small-states",
    }


@pytest.mark.parametrize(
    "authority",
    [
        Authority("x", "actor", "people", "Ruritania"),
        Authority("x", "place", "place", "Ruritania"),
        Authority("x", "actor", "state", "Ruritan"),
        Authority("x", "actor", "state", "Ruritania (old)"),
        Authority("x", "work", "serial", "Refugees"),
        Authority("x", "agent", "person", "Smith"),
        Authority("x", "actor", "person", ""),
    ],
)
def test_nothing_looser(authority: Authority) -> None:
    assert matched(BARE, authority) == {}


def test_a_name_that_two_entries_bear_matches_neither() -> None:
    one, two = Authority("a", "actor", "state", "Ruritania"), Authority("b", "actor", "state", "Other", ("ruritania",))
    assert matched(BARE, one, two) == {}


def test_a_name_that_an_entry_bears_twice_is_no_doubt() -> None:
    assert matched(BARE, Authority("a", "actor", "state", "Ruritania", ("RURITANIA",))) == {"ruritania": "a"}


def test_an_actor_takes_the_normal_name_of_its_entry() -> None:
    entry = Authority("michael-v", "actor", "person", "Michael V", ("Michael Elphberg",))
    record = match_authorities(BARE, (entry,))
    assert [actor.name for actor in record.actors if actor.authority] == ["Michael V"]
    taken = replace(entry, name="Syldavia")
    assert [actor.name for actor in match_authorities(BARE, (taken,)).actors if actor.authority] == ["Michael Elphberg"]


def test_places_agents_and_works_keep_the_printed_name() -> None:
    entries = (
        Authority("a", "place", "place", "Zenda Province", ("Zenda",)),
        Authority("b", "agent", "organisation", "Strel Publishing", ("Strel Press",)),
    )
    record = match_authorities(BARE, entries)
    assert [place.name for place in record.places if place.authority] == ["Zenda"]
    assert [agent.name.literal for agent in record.agents if agent.authority] == ["Strel Press"]
