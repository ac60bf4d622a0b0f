"""Change, add, remove, merge and split the items of a record as decisions say."""

from dataclasses import replace
from typing import Any

from ibidem.document import Mention
from ibidem.record import (
    Actor,
    ActorType,
    Category,
    Claim,
    Event,
    Quotation,
    Record,
    Treaty,
    Work,
)
from ibidem.resolve.rewrite import rename
from ibidem.resolve.setting import (
    Desk,
    SettingError,
    anchored_inside,
    printed_mentions,
    read_roles,
    read_treaty,
    read_values,
)


def printed_forms(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Give the distinct readings in the order of their first printing."""
    return tuple(dict.fromkeys(mention.reading for mention in mentions))


def change_item(desk: Desk, kind: str, item: Any, changes: tuple[tuple[str, object], ...]) -> Any:
    """Give the item with the values that a decision sets; raise SettingError for values that do not fit."""
    values = _values(desk, kind, changes, before=item)
    if kind == "agent" and "name" in values:
        values["name"] = replace(item.name, literal=values["name"])
    if kind == "agent":
        parts = {part: values.pop(part) for part in ("family", "given") if part in values}
        values["name"] = replace(values.get("name", item.name), **parts)
    return replace(item, **values)


def _values(desk: Desk, kind: str, changes: tuple[tuple[str, object], ...], *, before: Any) -> dict[str, Any]:
    values = read_values(desk, kind, changes)
    if kind == "treaty":
        values = read_treaty(desk, values, before=before)
    if "roles" in values:
        values["roles"] = read_roles(desk, values["roles"])
    if "speaker" in values:
        values["speakers"] = values.pop("speaker")
    if "exact" in values:
        values["mention"] = anchored_inside(desk, values.pop("exact"))
    if "printed" in values:
        others = tuple(actor for actor in desk.record.actors if actor is not before)
        values["mentions"] = printed_mentions(desk, values["printed"], others=others)
        values["printed"] = printed_forms(values["mentions"])
    return values


def add_item(desk: Desk, kind: str, changes: tuple[tuple[str, object], ...]) -> Any:
    """Make a new item at the decision's place."""
    values = _values(desk, kind, changes, before=None)
    mention = values.pop("mention", desk.mention)
    rules = (desk.rule,)
    key = desk.rule
    if kind == "actor":
        return _actor(desk, key, mention, values)
    if kind == "quotation":
        empty = {"speakers": (), "speaker_role": None, "addressee": None, "date": None, "occasion": None}
        more = {"category": Category.SPEECH, "pointers": (), "within": None, "marks": ""}
        return Quotation(**{**empty, **more, **values}, key=key, mention=mention, rules=rules)
    if kind == "treaty":
        return _treaty(key, mention, values, rules)
    if kind == "event":
        _require(values, "label", "kind", "date")
        more = {"place": None, "actors": (), "pointers": ()}
        return Event(**{**more, **values}, key=key, mention=mention, rules=rules)
    if kind == "claim":
        _require(values, "value", "unit")
        more = {"bound": "exact", "about": (), "said_by": None, "date": None, "pointers": ()}
        return Claim(**{**more, **values}, key=key, mention=mention, rules=rules)
    raise SettingError(f"a {kind} is never added: correct the reference that it comes from")


def _require(values: dict[str, Any], *names: str) -> None:
    missing = [name for name in names if not values.get(name)]
    if missing:
        raise SettingError(f"`set` must give {', '.join(missing)}")


def _actor(desk: Desk, key: str, mention: Mention, values: dict[str, Any]) -> Actor:
    _require(values, "name", "type")
    found = values.get("mentions") or printed_mentions(desk, (mention.reading,), others=desk.record.actors)
    kind: ActorType = values["type"]
    return Actor(key, kind, values["name"], printed_forms(found), found, values.get("roles", ()), (desk.rule,))


def _treaty(key: str, mention: Mention, values: dict[str, Any], rules: tuple[str, ...]) -> Treaty:
    _require(values, "name", "kind")
    empty: dict[str, Any] = {"date": None, "place": None, "status": None, "participations": (), "provisions": ()}
    more: dict[str, Any] = {"cites": (), "pointers": (), "mentions": (mention,), "printed": (mention.reading,)}
    return Treaty(**{**empty, **more, **values}, key=key, rules=rules)


def remove_item(record: Record, kind: str, collection: str, item: Any) -> Record:
    """Take an item out, and every reference to it."""
    if kind in ("work", "reference", "agent"):
        raise SettingError(f"a {kind} is never rejected: correct it")
    rest = tuple(other for other in getattr(record, collection) if other is not item)
    record = replace(record, **{collection: rest})
    gone: dict[str, dict[str, str | None]] = {kind: {item.key: None}}
    if kind == "actor":
        gone["role"] = {role.key: None for role in item.roles}
    return drop_empty(rename_in(record, gone))


def rename_in(record: Record, renamed: dict[str, dict[str, str | None]]) -> Record:
    """Rewrite references in all items of a record."""
    names = ("pointers", "references", "works", "actors", "quotations", "treaties", "events", "claims")
    return replace(record, **{name: rename(getattr(record, name), renamed) for name in names})


def drop_empty(record: Record) -> Record:
    """Drop participations whose actor is gone."""
    treaties = tuple(
        replace(treaty, participations=tuple(part for part in treaty.participations if part.actor))
        for treaty in record.treaties
    )
    return replace(record, treaties=treaties)


def merge_items(desk: Desk, kind: str, item: Any, into: str) -> Record | None:
    """Make one of two items of a kind; None where they are one already."""
    record = desk.record
    if kind == "actor":
        other = next(actor for actor in record.actors if actor.key == desk.actor(into))
        if other is item:
            return None
        kept = _merged_actor(other, item, desk.rule)
        actors = tuple(kept if actor is other else actor for actor in record.actors if actor is not item)
        return rename_in(replace(record, actors=actors), {"actor": {item.key: other.key}})
    if kind == "treaty":
        other_treaty = next(treaty for treaty in record.treaties if treaty.key == desk.treaty(into))
        if other_treaty is item:
            return None
        whole = _merged_treaty(other_treaty, item, desk.rule)
        treaties = tuple(whole if treaty is other_treaty else treaty for treaty in record.treaties if treaty is not item)
        return rename_in(replace(record, treaties=treaties), {"treaty": {item.key: other_treaty.key}})
    if kind == "work":
        remaining = next(work for work in record.works if work.key == desk.work(into))
        return None if remaining is item else _merged_work(record, remaining, item, desk.rule)
    raise SettingError(f"two of the kind {kind} are never merged: reject one")


def _ordered(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(sorted(dict.fromkeys(mentions), key=lambda mention: mention.span))


def _merged_actor(kept: Actor, gone: Actor, rule: str) -> Actor:
    mentions = _ordered((*kept.mentions, *gone.mentions))
    rules = tuple(dict.fromkeys((*kept.rules, *gone.rules, rule)))
    roles = (*kept.roles, *gone.roles)
    return replace(kept, mentions=mentions, printed=printed_forms(mentions), roles=roles, rules=rules)


def _merged_treaty(kept: Treaty, gone: Treaty, rule: str) -> Treaty:
    mentions = _ordered((*kept.mentions, *gone.mentions))
    return replace(
        kept,
        mentions=mentions,
        printed=tuple(dict.fromkeys((*kept.printed, *gone.printed))),
        date=kept.date or gone.date,
        place=kept.place or gone.place,
        participations=tuple(dict.fromkeys((*kept.participations, *gone.participations))),
        provisions=(*kept.provisions, *gone.provisions),
        pointers=tuple(dict.fromkeys((*kept.pointers, *gone.pointers))),
        rules=tuple(dict.fromkeys((*kept.rules, *gone.rules, rule))),
    )


def _merged_work(record: Record, kept: Work, gone: Work, rule: str) -> Record:
    mentions = _ordered((*kept.mentions, *gone.mentions))
    titles = tuple(dict.fromkeys(filter(None, (*kept.titles, *gone.titles, gone.title))))
    whole = replace(
        kept, mentions=mentions, titles=tuple(title for title in titles if title != kept.title), rules=(*kept.rules, rule)
    )
    works = tuple(whole if work is kept else work for work in record.works if work is not gone)
    record = rename_in(replace(record, works=works), {"work": {gone.key: kept.key}})
    first = next((ref.key for ref in record.references if ref.work == kept.key and ref.fields is not None), None)
    references = tuple(
        replace(ref, resolved=first) if ref.work == kept.key else ref for ref in record.references
    )
    return replace(record, references=references)


def split_item(desk: Desk, kind: str, item: Any, changes: tuple[tuple[str, object], ...]) -> Record:
    """Take the printed form at the decision's place out of an actor and make it one of its own."""
    if kind != "actor":
        raise SettingError(f"a {kind} is never split: reject it and add two")
    values = _values(desk, kind, tuple(pair for pair in changes if pair[0] != "printed"), before=item)
    _require(values, "name", "type")
    form = desk.mention.reading
    moved = tuple(mention for mention in item.mentions if mention.reading == form)
    left = tuple(mention for mention in item.mentions if mention.reading != form)
    if not moved or not left:
        raise SettingError("nothing would remain of one of the two: use `correct`")
    made = Actor(desk.rule, values["type"], values["name"], (form,), moved, values.get("roles", ()), (desk.rule,))
    rest = replace(item, mentions=left, printed=printed_forms(left), rules=(*item.rules, desk.rule))
    actors = tuple(rest if actor is item else actor for actor in desk.record.actors)
    return replace(desk.record, actors=(*actors, made))
