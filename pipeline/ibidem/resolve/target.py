"""Find the item of a record that a decision is about."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ibidem.document import Mention
from ibidem.record import Record
from ibidem.resolve.desk import Desk
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
"""The kinds of items that decisions can be about, and where a record holds them."""
_COLLECTIONS = dict(COLLECTIONS)
_EXACT = frozenset({"confirm", "merge", "reject"})
_HALF = 0.5


def items_of(record: Record, kind: str) -> tuple[Any, ...]:
    """Give the items of a kind."""
    items: tuple[Any, ...] = getattr(record, _COLLECTIONS[kind])
    return items


def with_items(record: Record, kind: str, items: Iterable[Any]) -> Record:
    """Give the record with other items of a kind."""
    changed: dict[str, Any] = {_COLLECTIONS[kind]: tuple(items)}
    return replace(record, **changed)


def mentions_of(item: Any) -> tuple[Mention, ...]:
    """Give the places where an item stands."""
    return item.mentions if hasattr(item, "mentions") else (item.mention,)


def find_target(record: Record, kind: str, span: Span, *, action: str) -> Any | None:
    """Find the item of the kind at the place: what shares most of it, then the tightest.

    A decision may quote a part of what an item's mention covers, so that a longer place is never taken for the
    names inside it; what confirms, merges or rejects a named thing quotes the mention whole. A work is also what
    the reference at the place cites, before what stands inside that reference.
    """
    cited = _cited(record, span) if kind == "work" else None
    best: tuple[tuple[int, int, bool], Any] | None = None
    for item in items_of(record, kind):
        for mention in mentions_of(item):
            shared = min(mention.span.end, span.end) - max(mention.span.start, span.start)
            if shared <= 0 or not _meant(kind, action, mention.span, span):
                continue
            rank = (-shared, len(mention.span) - shared, item.key != cited)
            if best is None or rank < best[0]:
                best = (rank, item)
    if best is not None or cited is None:
        return best[1] if best else None
    return next((work for work in record.works if work.key == cited), None)


def _meant(kind: str, action: str, mention: Span, span: Span) -> bool:
    if kind in ("work", "reference"):
        return True
    if kind in ("quotation", "event", "claim"):
        shared = min(mention.end, span.end) - max(mention.start, span.start)
        return mention.contains(span) or shared >= _HALF * max(len(mention), len(span))
    return mention == span if action in _EXACT else mention.contains(span)


def _cited(record: Record, span: Span) -> str | None:
    return next((ref.work for ref in record.references if ref.mention.span.overlaps(span)), None)


def find_same(desk: Desk, kind: str, target: Any | None, changes: tuple[tuple[str, object], ...]) -> Any | None:
    """Find what a decision would add a second time: the same name, or most of the same text and the same figures."""
    values = dict(changes)
    if kind in ("actor", "treaty"):
        name = str(values.get("name", "")).strip().casefold()
        return next((item for item in items_of(desk.record, kind) if item.name.casefold() == name), None)
    if target is None or not hasattr(target, "mention"):
        return None
    here, there = desk.mention.span, target.mention.span
    shared = min(here.end, there.end) - max(here.start, there.start)
    if here != there and shared < _HALF * max(len(here), len(there)):
        return None
    if kind == "claim" and str(values.get("value", "")) != target.value:
        return None
    if kind == "event" and str(values.get("date", "")) != target.date.edtf:
        return None
    return target
