"""Make one of two items of a record, or two of one, as decisions say."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ibidem.document import Mention
from ibidem.record import Record
from ibidem.resolve.desk import Desk, SettingError, fresh_key
from ibidem.resolve.editing import change_item, ordered, printed_forms, rename_in
from ibidem.resolve.target import items_of, with_items
from ibidem.span import Span
from ibidem.story import Actor, Treaty


def merge_items(desk: Desk, kind: str, item: Any | None, into: str) -> Record | None:
    """Let what stands at the decision's place be the item that `into` names; None where it is that already.

    Where nothing of the kind is found at the place, the place becomes one more mention of the item.
    """
    items = items_of(desk.record, kind)
    other = _named(desk, kind, items, into)
    if other is item:
        return None
    if item is None:
        if not hasattr(other, "mentions"):
            raise SettingError(f"no {kind} is found at this place: correct the other one's `exact`")
        whole = _joined(other, (desk.mention,), desk.rule)
    else:
        whole = _whole(desk, kind, other, item)
    rest = tuple(whole if one is other else one for one in items if one is not item)
    record = with_items(desk.record, kind, rest)
    return record if item is None else rename_in(record, {kind: {item.key: other.key}})


def take_mentions(record: Record, kind: str, item: Any) -> Record:
    """Take the places that are said to be an item's from the others of its kind: one that has none left is it."""
    spans = [mention.span for mention in item.mentions]
    gone: dict[str, str | None] = {}
    others = []
    for other in items_of(record, kind):
        left = tuple(mention for mention in other.mentions if not any(span.contains(mention.span) for span in spans))
        if other is item or len(left) == len(other.mentions):
            others.append(other)
        elif left:
            others.append(replace(other, mentions=left, printed=printed_forms(left)))
        else:
            gone[other.key] = item.key
    return rename_in(with_items(record, kind, others), {kind: gone}) if gone else with_items(record, kind, others)


def _named(desk: Desk, kind: str, items: tuple[Any, ...], into: str) -> Any:
    by_key: dict[str, Callable[[object], str]] = {"actor": desk.actor, "treaty": desk.treaty, "work": desk.work}
    if kind in by_key:
        key = by_key[kind](into)
        return next(item for item in items if item.key == key)
    wanted = " ".join(into.split()).casefold()
    for item in items:
        label = item.name.literal if kind == "agent" else item.name if kind == "place" else item.mention.reading
        if " ".join(label.split()).casefold() == wanted:
            return item
    raise SettingError(f"no {kind} is called {into!r}")


def _whole(desk: Desk, kind: str, kept: Any, gone: Any) -> Any:
    if kind == "reference":
        raise SettingError("two references are never merged: correct the `work` of one")
    if not hasattr(kept, "mentions"):
        first, last = sorted((kept.mention.span, gone.mention.span))
        mention = desk.at(Span(first.start, max(first.end, last.end)))
        pointers = tuple(dict.fromkeys((*kept.pointers, *gone.pointers)))
        rules = tuple(dict.fromkeys((*kept.rules, *gone.rules, desk.rule)))
        return replace(kept, mention=mention, pointers=pointers, rules=rules)
    whole = _joined(kept, gone.mentions, *gone.rules, desk.rule)
    if kind == "actor":
        return _with_roles(whole, gone)
    if kind == "treaty":
        return _with_terms(whole, gone)
    if kind == "work":
        titles = dict.fromkeys(filter(None, (*kept.titles, *gone.titles, gone.title)))
        return replace(whole, titles=tuple(title for title in titles if title != kept.title))
    return whole


def _joined(item: Any, mentions: tuple[Mention, ...], *rules: str) -> Any:
    every = ordered((*item.mentions, *mentions))
    joined = replace(item, mentions=every, rules=tuple(dict.fromkeys((*item.rules, *rules))))
    return replace(joined, printed=printed_forms(every)) if hasattr(item, "printed") else joined


def _with_roles(whole: Actor, gone: Actor) -> Actor:
    known = {(role.title.casefold(), role.of, role.of_printed, role.former) for role in whole.roles}
    more = (role for role in gone.roles if (role.title.casefold(), role.of, role.of_printed, role.former) not in known)
    return replace(whole, roles=(*whole.roles, *more))


def _with_terms(whole: Treaty, gone: Treaty) -> Treaty:
    known = {(part.actor, part.capacity) for part in whole.participations}
    more = (part for part in gone.participations if (part.actor, part.capacity) not in known)
    return replace(
        whole,
        date=whole.date or gone.date,
        place=whole.place or gone.place,
        status=whole.status or gone.status,
        participations=(*whole.participations, *more),
        provisions=(*whole.provisions, *gone.provisions),
        cites=tuple(dict.fromkeys((*whole.cites, *gone.cites))),
        pointers=tuple(dict.fromkeys((*whole.pointers, *gone.pointers))),
    )


def split_item(desk: Desk, kind: str, item: Any, changes: tuple[tuple[str, object], ...]) -> Record:
    """Take what stands at the decision's place out of an item and make it one of its own, with the values set.

    Of an actor, treaty, place or agent all mentions that read alike are taken, or the one at the place where all
    read alike; of a work the references at the place; of a quotation, event or claim the text of the place.
    """
    if kind == "reference":
        raise SettingError("a reference is never split: the reader or finder must see two")
    rest, made = (_parted if hasattr(item, "mentions") else _cut)(desk, kind, item)
    made = replace(change_item(desk, kind, made, changes), rules=(desk.rule,))
    items = (rest if one is item else one for one in items_of(desk.record, kind))
    record = with_items(desk.record, kind, (*items, made))
    if kind != "work":
        return record
    inside = [mention.span for mention in made.mentions]
    moved = [ref.key for ref in record.references if any(span.overlaps(ref.mention.span) for span in inside)]
    references = (
        replace(ref, work=made.key, resolved=moved[0]) if ref.key in moved else ref for ref in record.references
    )
    return replace(record, references=tuple(references))


def _parted(desk: Desk, kind: str, item: Any) -> tuple[Any, Any]:
    form = desk.mention.reading
    alike = tuple(mention for mention in item.mentions if mention.reading == form and kind != "work")
    here = tuple(mention for mention in item.mentions if mention.span.overlaps(desk.mention.span))
    moved = alike if 0 < len(alike) < len(item.mentions) else here
    left = tuple(mention for mention in item.mentions if mention not in moved)
    if not moved or not left:
        raise SettingError("nothing would remain of one of the two: use `correct`")
    rest, made = (replace(item, mentions=mentions) for mentions in (left, moved))
    if hasattr(item, "printed"):
        rest, made = (replace(one, printed=printed_forms(one.mentions)) for one in (rest, made))
    empty: dict[str, Any] = {}
    if kind == "actor":
        empty = {"roles": ()}
    if kind == "treaty":
        empty = {"participations": (), "provisions": (), "cites": (), "date": None, "place": None, "status": None}
    key = desk.rule if kind in ("actor", "treaty") else fresh_key(form, items_of(desk.record, kind))
    return replace(rest, rules=(*item.rules, desk.rule)), replace(made, key=key, authority=None, **empty)


def _cut(desk: Desk, kind: str, item: Any) -> tuple[Any, Any]:
    whole, part = item.mention.span, desk.mention.span
    if not whole.contains(part) or whole == part:
        raise SettingError(f"the place must be a part of the {kind} that is split")
    before, after = Span(whole.start, part.start), Span(part.end, whole.end)
    left = max((before, after), key=len)
    text = left.of(desk.document.text)
    start = left.start + len(text) - len(text.lstrip())
    trimmed = Span(start, max(start, left.end - len(text) + len(text.rstrip())))
    rest = replace(item, mention=desk.at(trimmed), rules=(*item.rules, desk.rule))
    return rest, replace(item, key=desk.rule, mention=desk.mention)
