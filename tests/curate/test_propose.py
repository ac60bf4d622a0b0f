"""Each decision that is proposed holds: it anchors, it changes what it says, and it settles what it is proposed for."""

from dataclasses import replace
from typing import Any

import pytest

from curated import TEXT, reading
from ibidem.build import read_paper
from ibidem.curate.doubt import Doubt, doubts_of
from ibidem.curate.propose import propose
from ibidem.curate.reading import Reading
from ibidem.decision_text import decision_text
from ibidem.edition import Entry
from ibidem.finding import Severity
from ibidem.resolve.decisions import apply_decisions
from ibidem.workspace import load_paper, load_workspace
from published import ROOT


def proposed(read: Reading) -> list[tuple[Doubt, Entry | None, Entry | None]]:
    record = read.decided()
    found = [(doubt, propose(doubt, read, record)) for doubt in doubts_of(read, record)]
    return [(doubt, proposal.decision, proposal.otherwise) for doubt, proposal in found]


@pytest.fixture(scope="module")
def sethi() -> Reading:
    workspace = load_workspace(ROOT)
    return replace(read_paper(workspace, load_paper(workspace, "sethi-2017")), entries=())


@pytest.mark.parametrize("which", ["sethi", "invented"])
def test_every_proposal_anchors_and_does_what_it_says(which: str, sethi: Reading) -> None:
    read = sethi if which == "sethi" else reading()
    asked = proposed(read)
    assert len(asked) >= 6
    for doubt, *entries in asked:
        for entry in entries:
            if entry is None:
                continue
            signed = replace(entry, by="A", source="decisions.yaml", line=1)
            after = replace(read, entries=(signed,))
            record = after.decided()
            new = [finding for finding in record.findings if finding not in read.record.findings]
            assert not new, decision_text(entry)
            assert len(record.decisions) == 1
            assert doubt.message not in [left.message for left in doubts_of(after, record) if left.span == doubt.span]
            _does_what_it_says(signed, read, after)


def _does_what_it_says(entry: Entry, before: Reading, after: Reading) -> None:
    old, new = before.record, after.decided()
    rule = f"decision/{new.decisions[0].key}"
    values = dict(entry.changes)
    if entry.action in ("correct", "confirm", "add", "merge", "split"):
        items: tuple[Any, ...] = (
            *new.references,
            *new.works,
            *new.quotations,
            *new.actors,
            *new.treaties,
            *new.events,
            *new.claims,
        )
        assert [item for item in items if rule in item.rules], decision_text(entry)
    if "speaker" in values:
        names = {actor.key: actor.name for actor in new.actors}
        told = next(one for one in new.quotations if rule in one.rules)
        assert [names[key] for key in told.speakers] == [values["speaker"]]
    if "work" in values:
        assert next(one for one in new.references if rule in one.rules).work is not None
    if entry.action == "merge":
        merged = next(actor for actor in new.actors if rule in actor.rules)
        assert merged.name == entry.into
        assert any(new.decisions[0].mention.span == mention.span for mention in merged.mentions)
    if entry.action == "reject":
        assert len(new.findings) < len(old.findings) or len(new.quotations) < len(old.quotations)


def test_all_proposals_hold_together(sethi: Reading) -> None:
    for read in (sethi, reading()):
        entries = tuple(replace(one, by="A", line=line) for line, (_, one, _) in enumerate(proposed(read)) if one)
        after = apply_decisions(read.document, read.record, entries)
        assert not [finding for finding in after.findings if finding.severity is Severity.VIOLATION]
        assert len(after.decisions) >= len(entries) - 1


def by_code(read: Reading) -> dict[str, tuple[Entry | None, Entry | None]]:
    return {doubt.code: (decision, otherwise) for doubt, decision, otherwise in proposed(read)}


def test_an_ibid_after_several_works_is_led_to_the_nearest_whose_pages_fit() -> None:
    found, no = by_code(reading())["ibid-after-several"]
    assert found is not None
    assert dict(found.changes) == {"work": "The Price of Passage"}
    assert no is not None
    assert (no.action, no.kind) == ("confirm", "reference")
    inside = by_code(reading(text=TEXT.replace("Ibid., p. 40", "Ibid., p. 110")))["ibid-after-several"][0]
    assert inside is not None
    assert dict(inside.changes) == {"work": "The Price of Passage"} or dict(inside.changes) == {"work": "1"}


def test_a_chain_is_mended_from_its_first_link() -> None:
    assert by_code(reading())["ibid-after-unresolved"][0] == by_code(reading())["ibid-after-unresolved"][0]
    alone = by_code(reading())["ibid-after-unresolved"][0]
    assert alone is not None
    assert alone.action == "confirm"
    told = Entry("correct", "reference", "Berglund, op. cit., p. 12.", "", "", (("work", "3"),), None, "W", "A", "", 1)
    mended = by_code(reading(told))["ibid-after-unresolved"][0]
    assert mended is not None
    assert mended.action == "correct"
    assert "note 4" in mended.why


def test_a_name_that_two_bear_is_given_to_the_one_named_last() -> None:
    found, no = by_code(reading())["actor-ambiguous"]
    assert found is not None
    assert (found.action, found.into) == ("merge", "Nils Holm")
    assert no is not None
    assert no.action == "reject"


def test_what_no_decision_can_mend_has_no_proposal() -> None:
    assert by_code(reading())["expected-count"] == (None, None)
