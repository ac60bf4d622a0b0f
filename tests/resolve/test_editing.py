from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desks import BEFORE, DOCUMENT, desk
from ibidem.anchoring import mismatched_spans
from ibidem.cited import Form, Position
from ibidem.edition import ACTIONS, SETTABLE, Entry
from ibidem.resolve.decisions import apply_decisions
from ibidem.resolve.desk import SettingError
from ibidem.resolve.editing import add_item, change_item, ordered, printed_forms, remove_item
from ibidem.resolve.target import items_of
from records import RECORD, TEXT, mention


@pytest.mark.parametrize("kind", [kind for kind, _ in SETTABLE])
def test_no_changes_change_nothing(kind: str) -> None:
    for item in items_of(RECORD, kind):
        assert change_item(desk("Syldavia"), kind, item, ()) == item


def test_a_title_that_is_put_right_keeps_the_printed_one() -> None:
    work = change_item(desk("Exiles"), "work", RECORD.works[4], (("title", "Flight"),))
    assert (work.title, work.titles) == ("Flight", ("Refugees",))


def test_a_reference_points_at_the_earlier_ones_of_its_work() -> None:
    nothing: dict[str, Any] = dict.fromkeys(("antecedent", "resolved", "work", "locator"))
    ibid = replace(RECORD.references[4], position=Position.FIRST, **nothing)
    lost = replace(BEFORE, references=(*RECORD.references[:4], ibid))
    found = change_item(desk("Syldavia", record=lost), "reference", ibid, (("work", "3"),))
    assert (found.work, found.antecedent, found.resolved, found.locator) == ("smith-zenda", "3", "1", "7")
    assert (found.form, found.position) == (Form.IBID, Position.SUBSEQUENT)


@pytest.mark.parametrize("kind", ["actor", "treaty", "event", "claim"])
def test_what_is_added_says_what_it_is(kind: str) -> None:
    with pytest.raises(SettingError, match="must give"):
        add_item(desk("Syldavia"), kind, ())


def test_what_is_removed_is_referred_to_no_more() -> None:
    for actor in RECORD.actors:
        rest = remove_item(RECORD, "actor", actor)
        spoken = [key for quotation in rest.quotations for key in (*quotation.speakers, quotation.addressee)]
        agreed = [part.actor for treaty in rest.treaties for part in treaty.participations]
        others = [key for item in rest.claims for key in (*item.about, item.said_by)]
        others += [key for event in rest.events for key in event.actors]
        offices = [role.of for other in rest.actors for role in other.roles]
        assert actor.key not in (*spoken, *agreed, *others, *offices)
        assert all(agreed)


def test_forms_and_mentions_in_the_order_of_the_text() -> None:
    late, early = mention("Syldavia"), mention("Ruritania")
    assert ordered((late, early, late)) == (early, late)
    assert printed_forms((early, late, early)) == ("Ruritania", "Syldavia")


VALUES = st.one_of(
    st.sampled_from(["Syldavia", "1934", "person", "term", "3", "foreign bases", "Treaty of Zenda", "", "party"]),
    st.text(max_size=8),
    st.lists(st.sampled_from(["Ruritania", "2", "x"]), max_size=3).map(tuple),
    st.sampled_from([(("title", "King"),), (("text", "peace"),), (("Syldavia", "signed"),)]).map(lambda pairs: pairs),
)
PLACES = ["Syldavia", "Michael Elphberg", "foreign bases", "Treaty of Zenda", "About 12,000", "Strelsau", "C. Brown"]
PLACES += ["Ibid", "Exiles"]


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    action, (kind, names) = draw(st.sampled_from(ACTIONS)), draw(st.sampled_from(SETTABLE))
    sets = action not in ("confirm", "reject")
    chosen = draw(st.lists(st.sampled_from(names), max_size=3, unique=True)) if sets else []
    changes: tuple[tuple[str, Any], ...] = tuple((name, draw(VALUES)) for name in chosen)
    into = draw(st.sampled_from(["Syldavia", "Zenda", "nobody"])) if action == "merge" else None
    return Entry(action, kind, draw(st.sampled_from(PLACES)), "", "", changes, into, "why", "A", "decisions.yaml", 1)


@given(st.lists(entries(), max_size=4))
def test_arbitrary_decisions_are_applied_or_refused(decided: list[Entry]) -> None:
    record = apply_decisions(DOCUMENT, BEFORE, tuple(decided))
    assert mismatched_spans(record, TEXT) == ()
    assert len(record.decisions) + len(record.findings) >= len(decided)
