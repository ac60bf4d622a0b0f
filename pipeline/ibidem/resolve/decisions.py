"""Apply what people decided: each decision anchored in the text, checked, and kept as provenance."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from ibidem.document import Document, Mention
from ibidem.edition import Entry
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.record import Decision, Record
from ibidem.resolve.anchor import Anchorage
from ibidem.resolve.desk import Desk, SettingError, as_text, is_mapping
from ibidem.resolve.editing import add_item, change_item, remove_item
from ibidem.resolve.merging import merge_items, split_item, take_mentions
from ibidem.resolve.target import COLLECTIONS, find_same, find_target, items_of, mentions_of, with_items
from ibidem.resolve.tidying import tidied
from ibidem.span import Span

SETTLES: tuple[tuple[Code, tuple[str, ...]], ...] = (
    (Code.SPEAKER_UNKNOWN, ("quotation",)),
    (Code.ACTOR_AMBIGUOUS, ("actor", "quotation", "treaty", "event", "claim")),
    (Code.WORKS_MERGED, ("work", "reference")),
    (Code.SHORT_FORM_AMBIGUOUS, ("reference",)),
    (Code.SHORT_FORM_UNRESOLVED, ("reference",)),
    (Code.IBID_WITHOUT_ANTECEDENT, ("reference",)),
    (Code.IBID_AFTER_SEVERAL, ("reference",)),
    (Code.IBID_AFTER_UNRESOLVED, ("reference",)),
    (Code.IBID_OUT_OF_PLACE, ("reference",)),
    (Code.IBID_DOUBTFUL, ("reference",)),
    (Code.SHORT_FORM_FIRST, ("reference",)),
    (Code.REFERENCE_UNREAD, ("work", "reference")),
    (Code.LOCATOR_OUTSIDE_WORK, ("work", "reference")),
    (Code.CANDIDATE_DROPPED, tuple(kind for kind, _ in COLLECTIONS)),
)
"""The findings that a decision about the same thing settles, by its kind; a defect in the text stays one."""
_SETTLES = dict(SETTLES)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The record after a decision, the item that it was about, and what is to be said of it."""

    record: Record
    item: Any
    note: str | None = None


@dataclass(slots=True)
class _Ledger:
    """What earlier decisions did: the values that they set, and where they kept or rejected something."""

    values: dict[tuple[str, str, str], tuple[object, int]] = field(default_factory=dict)
    kept: dict[tuple[str, str | Span], int] = field(default_factory=dict)
    rejected: dict[tuple[str, str | Span], int] = field(default_factory=dict)

    def against(self, entry: Entry, span: Span, target: Any | None) -> str | None:
        """Say what speaks against a decision, or None."""
        key = target.key if target is not None else ""
        places: tuple[tuple[str, str | Span], ...] = ((entry.kind, span), (entry.kind, key))
        others = self.kept if entry.action == "reject" else self.rejected
        line = next((others[place] for place in places if place in others), None)
        if line is not None:
            return f"line {line} decides otherwise about the same {entry.kind}; keep one of the two"
        for name, value in entry.changes if entry.action != "split" else ():
            first, where = self.values.get((entry.kind, key, name), (value, 0))
            if first != value:
                return f"line {where} sets {name!r} of the same {entry.kind} to another value; keep one of the two"
        return None

    def enter(self, entry: Entry, span: Span, item: Any | None) -> None:
        """Remember what a decision did."""
        book = self.rejected if entry.action == "reject" else self.kept
        book.setdefault((entry.kind, span), entry.line)
        if item is not None:
            book.setdefault((entry.kind, item.key), entry.line)
            for name, value in entry.changes:
                self.values.setdefault((entry.kind, item.key, name), (value, entry.line))


def apply_decisions(document: Document, record: Record, entries: tuple[Entry, ...]) -> Record:
    """Apply the decisions in their order; what cannot be applied is a Violation, never ignored.

    A decision that changes nothing, or that contradicts an earlier one, is a Finding; the earlier one stands.
    """
    if not entries:
        return record
    before = record
    labels = [(f"{entry.action} {entry.kind} {entry.exact}", _around(entry)) for entry in entries]
    anchorage, ledger = Anchorage(document), _Ledger()
    findings: list[Finding] = []
    for entry, key in zip(entries, unique_slugs(labels), strict=True):
        spans = anchorage.anchor(entry.exact, prefix=entry.prefix, suffix=entry.suffix, at=entry.at)
        if len(spans) != 1:
            findings.append(_unanchored(entry, len(spans)))
            continue
        mention = document.mention(spans[0], passage=document.passage_at(spans[0].start))
        desk = Desk(document, record, mention, f"decision/{key}")
        record, finding = _decided(desk, entry, ledger)
        if finding is not None:
            findings.append(finding)
        if finding is None or finding.severity is Severity.INFO:
            record = replace(record, decisions=(*record.decisions, _decision(entry, key, mention)))
    return tidied(document, replace(record, findings=(*record.findings, *findings)), before=before)


def _around(entry: Entry) -> str:
    """Give what tells the place of a decision from others with the same words."""
    return f"{entry.prefix}{entry.suffix}{'' if entry.at is None else entry.at}"


def _decided(desk: Desk, entry: Entry, ledger: _Ledger) -> tuple[Record, Finding | None]:
    span, record = desk.mention.span, desk.record
    target = find_target(record, entry.kind, span, action=entry.action)
    against = ledger.against(entry, span, target)
    if against is not None:
        return record, _finding(entry, Code.DECISION_CONTRADICTED, Severity.WARNING, against, span)
    try:
        outcome = _ACTIONS[entry.action](desk, entry, target)
    except SettingError as error:
        said = f"{error}; correct the decision"
        return record, _finding(entry, Code.DECISION_INVALID, Severity.VIOLATION, said, span)
    ledger.enter(entry, span, outcome.item)
    settled = _settled(outcome.record, entry.kind, outcome.item, span)
    if outcome.note is None or settled is not outcome.record:
        return settled, None
    return settled, _finding(entry, Code.DECISION_UNNECESSARY, Severity.INFO, outcome.note, span)


def _decision(entry: Entry, key: str, mention: Mention) -> Decision:
    changes = tuple((name, _printed(value)) for name, value in entry.changes)
    into = (("into", entry.into),) if entry.into else ()
    return Decision(
        key, entry.action, entry.kind, mention, (*changes, *into), entry.why, entry.by, entry.source, entry.line
    )


def _printed(value: object) -> str:
    if isinstance(value, tuple):
        if is_mapping(value):
            return ", ".join(f"{name}: {_printed(item)}" for name, item in value)
        return "; ".join(_printed(item) for item in value)
    return str(value)


def _finding(entry: Entry, code: Code, severity: Severity, message: str, span: Span | None = None) -> Finding:
    said = f"decision `{entry.action} {entry.kind}` on {entry.exact[:60]!r}: {message}"
    return Finding(code, severity, said, span, None, entry.source, entry.line)


def _unanchored(entry: Entry, times: int) -> Finding:
    why = (
        "this text does not stand in the paper; correct `exact`, `prefix` and `suffix`, or remove the decision"
        if times == 0
        else f"this text stands {times} times in the paper; add `prefix`, `suffix` or `at`"
    )
    return _finding(entry, Code.DECISION_NOT_ANCHORED, Severity.VIOLATION, why)


def _settled(record: Record, kind: str, item: Any | None, span: Span) -> Record:
    """Drop the findings that the decision settles, about its item or at its place; it was not unnecessary then."""
    focus = f"{kind}/{item.key}" if item is not None else ""
    kept = tuple(finding for finding in record.findings if not _settles(finding, kind, focus, span))
    return record if len(kept) == len(record.findings) else replace(record, findings=kept)


def _settles(finding: Finding, kind: str, focus: str, span: Span) -> bool:
    here = finding.span is not None and finding.span.overlaps(span)
    return kind in _SETTLES.get(finding.code, ()) and (here or finding.focus == focus)


def _needed(entry: Entry, target: Any | None) -> Any:
    if target is None:
        raise SettingError(f"no {entry.kind} is found at this place: use `add` where there is one")
    return target


def _put(record: Record, entry: Entry, old: Any | None, new: Any) -> Record:
    """Put an item in the place of an old one, or at the end; the printed forms that are said to be its are its."""
    items = items_of(record, entry.kind)
    items = (*items, new) if old is None else tuple(new if item is old else item for item in items)
    record = with_items(record, entry.kind, items)
    return take_mentions(record, entry.kind, new) if "printed" in dict(entry.changes) else record


def _confirm(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    item = _needed(entry, target)
    if entry.kind not in ("work", "reference") and desk.mention.span not in [m.span for m in mentions_of(item)]:
        found = next(mention.exact for mention in mentions_of(item) if mention.span.overlaps(desk.mention.span))
        raise SettingError(f"the machine finds {found[:60]!r} here, which is not what was confirmed")
    new = replace(item, rules=(*item.rules, desk.rule))
    return _Outcome(_put(desk.record, entry, item, new), new)


def _correct(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    item = _needed(entry, target)
    idle = [name for name, value in entry.changes if change_item(desk, entry.kind, item, ((name, value),)) == item]
    new = change_item(desk, entry.kind, item, entry.changes)
    if new == item and _put(desk.record, entry, item, new) == desk.record:
        return _Outcome(desk.record, item, "the machine finds the same without it; remove it")
    idle = [name for name in idle if name != "printed" or new != item]
    new = replace(new, rules=(*item.rules, desk.rule))
    note = f"the machine finds the same {', '.join(idle)} without it; leave that out" if idle else None
    return _Outcome(_put(desk.record, entry, item, new), new, note)


def _add(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    same = find_same(desk, entry.kind, target, entry.changes)
    if same is None:
        item = add_item(desk, entry.kind, entry.changes)
        return _Outcome(_put(desk.record, entry, None, item), item)
    new = change_item(desk, entry.kind, same, entry.changes)
    if hasattr(new, "mention") and "exact" not in dict(entry.changes):
        new = replace(new, mention=desk.mention)
    if new == same and _put(desk.record, entry, same, new) == desk.record:
        return _Outcome(desk.record, same, "the machine finds the same without it; remove it")
    new = replace(new, rules=(*same.rules, desk.rule))
    note = "the machine finds one here too; use `correct` for what differs"
    return _Outcome(_put(desk.record, entry, same, new), new, note)


def _reject(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    if target is None:
        return _Outcome(desk.record, None, f"the machine finds no {entry.kind} here; remove it")
    return _Outcome(remove_item(desk.record, entry.kind, target), target)


def _merge(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    merged = merge_items(desk, entry.kind, target, as_text(entry.into))
    if merged is None:
        return _Outcome(desk.record, target, "the two are one already; remove it")
    return _Outcome(merged, find_target(merged, entry.kind, desk.mention.span, action="merge"))


def _split(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    item = _needed(entry, target)
    record = split_item(desk, entry.kind, item, entry.changes)
    return _Outcome(record, find_target(record, entry.kind, desk.mention.span, action="split"))


_ACTIONS: dict[str, Callable[[Desk, Entry, Any | None], _Outcome]] = {
    "confirm": _confirm,
    "correct": _correct,
    "add": _add,
    "reject": _reject,
    "merge": _merge,
    "split": _split,
}
