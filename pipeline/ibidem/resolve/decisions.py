"""Apply what people decided: each decision anchored in the text, checked, and kept as provenance."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from ibidem.document import Document, Mention
from ibidem.edition import Entry
from ibidem.finding import Code, Finding, Severity
from ibidem.iri import unique_slugs
from ibidem.record import Decision, Record
from ibidem.resolve.anchor import Anchorage
from ibidem.resolve.editing import add_item, change_item, merge_items, remove_item, split_item
from ibidem.resolve.setting import Desk, SettingError
from ibidem.span import Span

COLLECTIONS: tuple[tuple[str, str], ...] = (
    ("actor", "actors"),
    ("quotation", "quotations"),
    ("treaty", "treaties"),
    ("event", "events"),
    ("claim", "claims"),
    ("work", "works"),
    ("reference", "references"),
    ("place", "places"),
    ("agent", "agents"),
)
SETTLED = frozenset(
    {
        Code.SPEAKER_UNKNOWN,
        Code.ACTOR_AMBIGUOUS,
        Code.WORKS_MERGED,
        Code.SHORT_FORM_AMBIGUOUS,
        Code.SHORT_FORM_UNRESOLVED,
        Code.IBID_AFTER_SEVERAL,
        Code.IBID_AFTER_UNRESOLVED,
        Code.REFERENCE_UNREAD,
        Code.LOCATOR_OUTSIDE_WORK,
        Code.CANDIDATE_DROPPED,
    }
)
"""Findings that a person's decision about the same item settles; a defect in the text stays one."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    record: Record
    note: Finding | None = None


def apply_decisions(document: Document, record: Record, entries: tuple[Entry, ...]) -> Record:
    """Apply the decisions in their order; what cannot be applied is a Violation, never ignored.

    A decision that changes nothing, or that sets what an earlier one set otherwise, is a Finding.
    """
    keys = unique_slugs((f"{entry.action} {entry.kind} {entry.exact}", f"{entry.prefix}{entry.suffix}") for entry in entries)
    anchorage = Anchorage(document.text)
    findings = list(_contradictions(entries))
    for entry, key in zip(entries, keys, strict=True):
        spans = anchorage.anchor(entry.exact, prefix=entry.prefix, suffix=entry.suffix)
        if len(spans) != 1:
            findings.append(_unanchored(entry, len(spans)))
            continue
        mention = document.mention(spans[0], passage=document.passage_at(spans[0].start))
        outcome = _applied(document, record, entry, mention, f"decision/{key}")
        record = outcome.record
        if outcome.note is not None:
            findings.append(outcome.note)
        record = replace(record, decisions=(*record.decisions, _decision(entry, key, mention)))
    return replace(record, findings=(*record.findings, *findings))


def _decision(entry: Entry, key: str, mention: Mention) -> Decision:
    changes = tuple((name, _printed(value)) for name, value in entry.changes)
    into = (("into", entry.into),) if entry.into else ()
    return Decision(
        key, entry.action, entry.kind, mention, (*changes, *into), entry.why, entry.by, entry.source, entry.line
    )


def _printed(value: object) -> str:
    if isinstance(value, tuple):
        pairs = all(isinstance(item, tuple) and len(item) == 2 for item in value)
        return "; ".join(f"{item[0]}: {_printed(item[1])}" if pairs else _printed(item) for item in value)
    return str(value)


def _finding(entry: Entry, code: Code, severity: Severity, message: str, span: Span | None = None) -> Finding:
    said = f"decision `{entry.action} {entry.kind}` on {entry.exact[:60]!r}: {message}"
    return Finding(code, severity, said, span, None, entry.source, entry.line)


def _unanchored(entry: Entry, times: int) -> Finding:
    why = (
        "this text does not stand in the paper; correct `exact`, `prefix` and `suffix`, or remove the decision"
        if times == 0
        else f"this text stands {times} times in the paper; add `prefix` or `suffix`"
    )
    return _finding(entry, Code.DECISION_NOT_ANCHORED, Severity.VIOLATION, why)


def _contradictions(entries: tuple[Entry, ...]) -> Iterable[Finding]:
    seen: dict[tuple[str, str, str, str], Entry] = {}
    values: dict[tuple[str, str, str, str, str], tuple[object, Entry]] = {}
    for entry in entries:
        place = (entry.kind, entry.exact, entry.prefix, entry.suffix)
        other = seen.setdefault(place, entry)
        if (entry.action == "reject") != (other.action == "reject"):
            said = f"line {other.line} decides `{other.action}` for the same place; keep one of the two"
            yield _finding(entry, Code.DECISION_CONTRADICTED, Severity.WARNING, said)
        for name, value in entry.changes:
            first, where = values.setdefault((*place, name), (value, entry))
            if first != value:
                said = f"line {where.line} sets {name!r} to another value; keep one of the two"
                yield _finding(entry, Code.DECISION_CONTRADICTED, Severity.WARNING, said)


def _mentions(item: Any) -> tuple[Mention, ...]:
    return item.mentions if hasattr(item, "mentions") else (item.mention,)


def _target(record: Record, kind: str, span: Span) -> Any | None:
    """Find the item of the kind at the place: the same span before an overlapping one, the tightest first."""
    if kind == "work":
        reference = _target(record, "reference", span)
        keys = {reference.work} if reference is not None else set()
        return next((work for work in record.works if work.key in keys), None)
    best: tuple[tuple[int, int], Any] | None = None
    for item in getattr(record, dict(COLLECTIONS)[kind]):
        for mention in _mentions(item):
            if not mention.span.overlaps(span):
                continue
            shared = min(mention.span.end, span.end) - max(mention.span.start, span.start)
            rank = (-shared, len(mention.span) - shared)
            if best is None or rank < best[0]:
                best = (rank, item)
    return best[1] if best else None


def _applied(document: Document, record: Record, entry: Entry, mention: Mention, rule: str) -> _Outcome:
    target = _target(record, entry.kind, mention.span)
    desk = Desk(document, record, mention, rule)
    try:
        return _ACTIONS[entry.action](desk, entry, target)
    except SettingError as error:
        note = _finding(entry, Code.DECISION_NOT_ANCHORED, Severity.VIOLATION, f"{error}; correct the decision", mention.span)
        return _Outcome(record, note)


def _unnecessary(desk: Desk, entry: Entry, said: str) -> _Outcome:
    note = _finding(entry, Code.DECISION_UNNECESSARY, Severity.INFO, said, desk.mention.span)
    return _Outcome(desk.record, note)


def _needed(entry: Entry, target: Any | None) -> Any:
    if target is None:
        raise SettingError(f"no {entry.kind} is found at this place: use `add` where there is one")
    return target


def _with(record: Record, kind: str, old: Any, new: Any) -> Record:
    name = dict(COLLECTIONS)[kind]
    items = tuple(new if item is old else item for item in getattr(record, name))
    return _settled(replace(record, **{name: items}), kind, new)


def _settled(record: Record, kind: str, item: Any) -> Record:
    spans = [mention.span for mention in _mentions(item)]
    kept = tuple(
        finding
        for finding in record.findings
        if finding.code not in SETTLED
        or finding.focus != f"{kind}/{item.key}"
        and not (finding.span and any(finding.span.overlaps(span) for span in spans))
    )
    return replace(record, findings=kept)


def _confirm(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    item = _needed(entry, target)
    return _Outcome(_with(desk.record, entry.kind, item, replace(item, rules=(*item.rules, desk.rule))))


def _correct(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    item = _needed(entry, target)
    new = change_item(desk, entry.kind, item, entry.changes)
    if new == item:
        return _unnecessary(desk, entry, "the machine finds the same without it; remove it")
    return _Outcome(_with(desk.record, entry.kind, item, replace(new, rules=(*item.rules, desk.rule))))


def _add(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    same = target is not None and any(mention.span == desk.mention.span for mention in _mentions(target))
    if same and entry.kind in ("quotation", "event", "claim"):
        if change_item(desk, entry.kind, target, entry.changes) == target:
            return _unnecessary(desk, entry, "the machine finds the same without it; remove it")
        raise SettingError("something of this kind is found here already: use `correct`")
    item = add_item(desk, entry.kind, entry.changes)
    name = dict(COLLECTIONS)[entry.kind]
    return _Outcome(replace(desk.record, **{name: (*getattr(desk.record, name), item)}))


def _reject(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    if target is None:
        return _unnecessary(desk, entry, f"the machine finds no {entry.kind} here; remove it")
    name = dict(COLLECTIONS)[entry.kind]
    return _Outcome(_settled(remove_item(desk.record, entry.kind, name, target), entry.kind, target))


def _merge(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    item = _needed(entry, target)
    merged = merge_items(desk, entry.kind, item, entry.into or "")
    if merged is None:
        return _unnecessary(desk, entry, "the two are one already; remove it")
    return _Outcome(_settled(merged, entry.kind, item))


def _split(desk: Desk, entry: Entry, target: Any | None) -> _Outcome:
    return _Outcome(split_item(desk, entry.kind, _needed(entry, target), entry.changes))


_ACTIONS: dict[str, Callable[[Desk, Entry, Any | None], _Outcome]] = {
    "confirm": _confirm,
    "correct": _correct,
    "add": _add,
    "reject": _reject,
    "merge": _merge,
    "split": _split,
}
