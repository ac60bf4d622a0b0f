from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from desks import BEFORE, DOCUMENT
from ibidem.anchoring import mismatched_spans
from ibidem.edition import ACTIONS, SETTABLE, Entry
from ibidem.finding import Code, Finding, Severity
from ibidem.record import Record
from ibidem.resolve.decisions import apply_decisions
from ibidem.resolve.target import COLLECTIONS, items_of
from ibidem.span import Span
from records import RECORD, TEXT
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "decisions.tsv")


def entry(action: str, kind: str, exact: str, changes: str = "", into: str = "", **more: Any) -> Entry:
    """Make a decision from YAML as a person writes it."""
    values = {"prefix": "", "suffix": "", "why": "read so", "by": "Jane Doe", "source": "decisions.yaml", "line": 1}
    given = _plain(yaml.load(changes, Loader=yaml.BaseLoader)) if changes else ()
    return Entry(action=action, kind=kind, exact=exact, changes=given, into=into or None, **{**values, **more})  # type: ignore[arg-type]


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return tuple((key, _plain(item)) for key, item in value.items())
    return tuple(map(_plain, value)) if isinstance(value, list) else value


def label(kind: str, item: Any) -> str:
    if kind == "reference":
        return str(item.number)
    if kind == "agent":
        return str(item.name.literal)
    for name in ("name", "label", "title"):
        if getattr(item, name, None):
            return str(getattr(item, name))
    return " ".join((item.mentions[0] if hasattr(item, "mentions") else item.mention).reading.split())


def view(record: Record, kind: str, item: Any, field: str) -> str:
    """Write a value as a person reads it: names for keys."""
    names = {one.key: label(of, one) for of, _ in COLLECTIONS for one in items_of(record, of)}
    if kind == "agent" and field in ("family", "given"):
        return str(getattr(item.name, field))
    if field == "rules":
        return "; ".join(rule.split("/")[0] for rule in item.rules)
    if field == "offices":
        return "; ".join(
            f"{'former ' if role.former else ''}{role.title}"
            + (f" of {names.get(role.of, role.of_printed)}" if role.of or role.of_printed else "")
            + (f" {role.date.edtf}" if role.date else "")
            for role in item.roles
        )
    if field == "participations":
        acts = {part: f" {part.act}" if part.act else "" for part in item.participations}
        return "; ".join(f"{names[part.actor]} {part.capacity}{act}" for part, act in acts.items())
    if field == "provisions":
        return "; ".join(provision.text for provision in item.provisions)
    value = item.mention.exact if field == "exact" else getattr(item, field)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(str(part if field == "printed" else names.get(part, part)) for part in value)
    return str(getattr(value, "edtf", names.get(value, value)))


def holds(record: Record, said: str) -> bool:
    if said == "-":
        return True
    if said.startswith("no "):
        _, kind, name = said.split(" ", 2)
        return name not in [label(kind, item) for item in items_of(record, kind)]
    start, _, value = said.partition(": ")
    kind, rest = start.split(" ", 1)
    name, _, field = rest.rpartition(" ")
    return [value] == [view(record, kind, item, field) for item in items_of(record, kind) if label(kind, item) == name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['action']}-{case['kind']}-{case['exact'][:20]}")
def test_every_action_on_every_kind(case: dict[str, str]) -> None:
    decided = entry(*(case[key] for key in ("action", "kind", "exact", "set", "into")))
    record = apply_decisions(DOCUMENT, BEFORE, (decided,))
    assert [finding.code.value for finding in record.findings] == [code for code in (case["code"],) if code]
    for said in case["holds"].split(" && "):
        assert holds(record, said), said
    applied = case["code"] in ("", "decision-unnecessary")
    assert len(record.decisions) == applied
    assert mismatched_spans(record, TEXT) == ()
    if not applied:
        assert replace(record, findings=()) == BEFORE


def test_the_table_has_every_action_on_every_kind() -> None:
    assert {(case["action"], case["kind"]) for case in CASES} == {
        (action, kind) for action in ACTIONS for kind, _ in SETTABLE
    }
    assert len(CASES) >= 90


def test_no_decisions_change_nothing() -> None:
    assert apply_decisions(DOCUMENT, RECORD, ()) is RECORD


INDEPENDENT = (
    entry("confirm", "quotation", "foreign bases"),
    entry("correct", "actor", "Syldavia", "{name: The Syldavians, type: people}"),
    entry("correct", "treaty", "Treaty of Zenda", "{date: 1934-05-02}"),
    entry("reject", "claim", "12,000"),
    entry("add", "event", "signed the Treaty of Zenda in May 1934", "{label: Signing, kind: treaty, date: 1934-05}"),
    entry("merge", "agent", "B. Jones", into="A. Smith"),
    entry("correct", "work", "Exiles", "{publisher: Zenda Press, place: Geneva}"),
    entry("split", "quotation", "is your border", "{category: term}"),
)


def sets(record: Record) -> list[frozenset[Any]]:
    return [frozenset(items_of(record, kind)) for kind, _ in COLLECTIONS] + [frozenset(record.decisions)]


@given(st.permutations(INDEPENDENT))
def test_the_order_of_independent_decisions_does_not_matter(entries: list[Entry]) -> None:
    record = apply_decisions(DOCUMENT, BEFORE, tuple(entries))
    assert sets(record) == sets(apply_decisions(DOCUMENT, BEFORE, INDEPENDENT))


@given(st.sampled_from(RECORD.quotations), st.permutations(INDEPENDENT))
def test_a_confirmed_item_stays(quotation: Any, others: list[Entry]) -> None:
    mention = quotation.mention
    sure = entry("confirm", "quotation", mention.exact, prefix=mention.prefix, suffix=mention.suffix)
    away = entry("reject", "quotation", mention.exact, prefix=mention.prefix, suffix=mention.suffix, line=9)
    rest = [other for other in others if other.kind != "quotation"]
    record = apply_decisions(DOCUMENT, BEFORE, (sure, *rest, away))
    kept = next(item for item in record.quotations if item.mention == mention)
    assert kept.rules[-1].startswith("decision/confirm-quotation")
    assert [finding.code for finding in record.findings] == [Code.DECISION_CONTRADICTED]


CONTRADICTIONS = (
    (entry("reject", "actor", "Syldavia"), entry("correct", "actor", "Syldavia", "{name: X}", line=5)),
    (entry("correct", "actor", "Syldavia", "{name: X}"), entry("correct", "actor", "Syldavia", "{name: Y}", line=5)),
    # about the same actor, from two of its places
    (
        entry("correct", "actor", "Bordurian", "{name: X}", suffix=" envoy"),
        entry("reject", "actor", "Borduria", prefix="fled to ", line=5),
    ),
    (
        entry("add", "claim", "two large ones", '{value: "2", unit: states}'),
        entry("reject", "claim", "two large ones", line=5),
    ),
)


@pytest.mark.parametrize("pair", CONTRADICTIONS)
def test_of_two_that_contradict_the_first_stands(pair: tuple[Entry, Entry]) -> None:
    record = apply_decisions(DOCUMENT, BEFORE, pair)
    (finding,) = record.findings
    assert (finding.code, finding.severity, finding.line) == (Code.DECISION_CONTRADICTED, Severity.WARNING, 5)
    assert "line 1" in finding.message
    alone = apply_decisions(DOCUMENT, BEFORE, pair[:1])
    for kind, _ in COLLECTIONS:
        assert len(items_of(record, kind)) == len(items_of(alone, kind))
    assert [actor.name for actor in record.actors] == [actor.name for actor in alone.actors]


def test_two_decisions_on_one_item_that_agree() -> None:
    entries = (
        entry("correct", "quotation", "foreign bases", "{category: term}"),
        entry("correct", "quotation", "foreign bases", "{date: 1934}"),
    )
    record = apply_decisions(DOCUMENT, BEFORE, entries)
    assert record.findings == ()
    assert len(record.decisions) == 2


def test_a_decision_for_another_text_is_a_violation_that_names_its_line() -> None:
    stray = entry("correct", "actor", "Napoleon", "{name: Bonaparte}", line=12)
    (finding,) = apply_decisions(DOCUMENT, BEFORE, (stray,)).findings
    assert (finding.code, finding.severity) == (Code.DECISION_NOT_ANCHORED, Severity.VIOLATION)
    assert (finding.source, finding.line) == ("decisions.yaml", 12)


def test_a_decision_settles_the_findings_about_its_item_and_no_others() -> None:
    bases, border = TEXT.index("foreign bases"), TEXT.index("our border")
    findings = (
        Finding(Code.SPEAKER_UNKNOWN, Severity.WARNING, "who?", Span(bases, bases + 13), "quotation/foreign-bases"),
        Finding(Code.QUOTATION_UNCLOSED, Severity.WARNING, "open", Span(bases, bases + 13), "quotation/foreign-bases"),
        Finding(Code.SPEAKER_UNKNOWN, Severity.WARNING, "who?", Span(border, border + 10)),
        Finding(Code.ACTOR_AMBIGUOUS, Severity.WARNING, "which?", focus="actor/borduria"),
    )
    confirmed = entry("confirm", "quotation", "foreign bases")
    record = apply_decisions(DOCUMENT, replace(BEFORE, findings=findings), (confirmed,))
    assert record.findings == findings[1:]


def test_a_decision_that_settles_a_finding_is_not_unnecessary() -> None:
    at = TEXT.index("Red Guard")
    doubt = Finding(Code.ACTOR_AMBIGUOUS, Severity.WARNING, "which?", Span(at, at + 9))
    nobody = tuple(actor for actor in BEFORE.actors if actor.key != "red-guard")
    record = replace(BEFORE, actors=nobody, findings=(doubt,))
    assert apply_decisions(DOCUMENT, record, (entry("reject", "actor", "Red Guard"),)).findings == ()


def test_what_was_set_is_kept_as_people_write_it() -> None:
    changes = "{name: X, roles: [{title: King, of: Ruritania}, {title: Duke}], printed: [Syldavia, Small]}"
    record = apply_decisions(DOCUMENT, BEFORE, (entry("correct", "actor", "Syldavia", changes),))
    assert record.decisions[0].changes == (
        ("name", "X"),
        ("roles", "title: King, of: Ruritania; title: Duke"),
        ("printed", "Syldavia; Small"),
    )
