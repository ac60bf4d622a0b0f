from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem import cited, story
from ibidem.resolve.editing import rename_in
from ibidem.resolve.rewrite import REFERS, rename
from records import RECORD

KEYS = {
    kind: [item.key for item in items]
    for kind, items in (
        ("actor", RECORD.actors),
        ("agent", RECORD.agents),
        ("place", RECORD.places),
        ("pointer", RECORD.pointers),
        ("quotation", RECORD.quotations),
        ("reference", RECORD.references),
        ("role", [role for actor in RECORD.actors for role in actor.roles]),
        ("treaty", RECORD.treaties),
        ("work", RECORD.works),
    )
}


def test_nothing_renamed_changes_nothing() -> None:
    assert rename(RECORD.quotations, {}) == RECORD.quotations
    assert rename_in(RECORD, {"actor": {"nobody": "somebody"}}) == RECORD


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_there_and_back_is_the_same(kind: str) -> None:
    there: dict[str, str | None] = {key: f"new {key}" for key in KEYS[kind]}
    back: dict[str, str | None] = {f"new {key}": key for key in KEYS[kind]}
    renamed = rename_in(RECORD, {kind: there})
    assert renamed != RECORD
    assert rename_in(renamed, {kind: back}) == RECORD


def test_a_dropped_key_is_dropped_everywhere() -> None:
    renamed = rename_in(RECORD, {"actor": {"elphberg": None, "borduria": "ruritania"}})
    assert [quotation.speakers for quotation in renamed.quotations if quotation.key == "our-border"] == [()]
    treaty = renamed.treaties[0]
    assert [part.actor for part in treaty.participations] == ["ruritania", "ruritania", "syldavia", "ruritania"]
    assert renamed.events[0].actors == ("young",)


def test_two_that_become_one_are_named_once() -> None:
    (claim,) = rename(RECORD.claims, {"actor": {"refugees": "ruritania"}})
    assert claim.about == ("ruritania",)


@given(st.sampled_from(sorted(KEYS)), st.data())
def test_the_keys_of_the_items_themselves_stay(kind: str, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(KEYS[kind]))
    renamed = rename_in(RECORD, {kind: {key: "other"}})
    for name in ("actors", "agents", "places", "pointers", "quotations", "references", "treaties", "works"):
        assert [item.key for item in getattr(renamed, name)] == [item.key for item in getattr(RECORD, name)]


def test_every_field_that_holds_keys_is_listed() -> None:
    plain = {"key", "kind", "name", "names", "title", "titles", "type", "printed", "marks", "occasion", "status"}
    plain |= {"unit", "value", "bound", "label", "text", "article", "literal", "family", "given", "volume", "issue"}
    plain |= {"number", "pages", "locator", "printed_locator", "signal", "section", "authority", "of_printed", "rules"}
    plain |= {"edition", "series", "url", "doi", "isbn", "archive", "genre", "note", "relation"}
    described = (cited.Work, cited.Pointer, cited.Reference, story.Role, story.Actor, story.Quotation)
    others: tuple[type[Any], ...] = (story.Participation, story.Treaty, story.Event, story.Claim)
    for kind in (*described, *others):
        assert is_dataclass(kind)
        hints = get_type_hints(kind)
        for field in fields(kind):
            if hints[field.name] in (str, str | None, tuple[str, ...]):
                assert (field.name in dict(REFERS)) != (field.name in plain), f"{kind.__name__}.{field.name}"
