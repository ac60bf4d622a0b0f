"""Change, add and remove the items of a record as decisions say."""

from dataclasses import replace
from typing import Any

from ibidem.cited import Form, Position, Reference
from ibidem.document import Mention
from ibidem.record import Record
from ibidem.resolve.composing import anchored_inside, kept, printed_mentions, read_roles, read_treaty
from ibidem.resolve.desk import Desk, SettingError
from ibidem.resolve.rewrite import rename
from ibidem.resolve.setting import read_values
from ibidem.resolve.target import items_of, with_items
from ibidem.story import Actor, Category, Claim, Event, Quotation, Treaty

ITEMS = ("pointers", "references", "works", "actors", "quotations", "treaties", "events", "claims")


def printed_forms(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Give the distinct readings in the order of their first printing."""
    return tuple(dict.fromkeys(mention.reading for mention in mentions))


def ordered(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give each mention once, in the order of the text."""
    return tuple(sorted(dict.fromkeys(mentions), key=lambda mention: mention.span))


def change_item(desk: Desk, kind: str, item: Any, changes: tuple[tuple[str, object], ...]) -> Any:
    """Give the item with the values that a decision sets; raise SettingError for values that do not fit.

    A value that says the same as the item's own leaves it as it is. A title that is put right keeps the printed one.
    """
    values = _values(desk, kind, changes, before=item)
    if kind == "agent":
        name = replace(item.name, literal=values.pop("name", item.name.literal))
        parts = {part: values.pop(part) for part in ("family", "given") if part in values}
        values["name"] = replace(name, **parts)
    if kind == "work" and item.title and values.get("title", item.title) != item.title:
        values["titles"] = tuple(dict.fromkeys((*item.titles, item.title)))
    if kind == "reference" and "work" in values:
        return _pointed(desk.record, replace(item, **values))
    return replace(item, **{name: kept(getattr(item, name), value) for name, value in values.items()})


def _pointed(record: Record, reference: Reference) -> Reference:
    """Let a reference point at the earlier ones of the work that a decision gives it."""
    earlier = []
    for other in record.references:
        if other.key == reference.key:
            break
        earlier.append(other)
    same = [other for other in earlier if other.work == reference.work]
    if not same:
        return replace(reference, position=Position.FIRST)
    first = next((other for other in same if other.fields is not None), same[0])
    position = reference.position if reference.position is not Position.FIRST else Position.SUBSEQUENT
    points = reference.form is not Form.FULL
    return replace(
        reference,
        position=position,
        resolved=first.key,
        antecedent=same[-1].key if points else reference.antecedent,
        locator=reference.locator or (same[-1].locator if points else None),
    )


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
        others = tuple(other for other in items_of(desk.record, kind) if other is not before)
        values["mentions"] = printed_mentions(desk, values["printed"], others=others)
        values["printed"] = printed_forms(values["mentions"])
    return values


def add_item(desk: Desk, kind: str, changes: tuple[tuple[str, object], ...]) -> Any:
    """Make a new item at the decision's place."""
    values = _values(desk, kind, changes, before=None)
    mention = values.pop("mention", desk.mention)
    key, rules = desk.rule, (desk.rule,)
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
    raise SettingError(f"a {kind} is never added by itself: set it where it is needed, on a work, treaty or event")


def _require(values: dict[str, Any], *names: str) -> None:
    missing = [name for name in names if not values.get(name)]
    if missing:
        raise SettingError(f"`set` must give {', '.join(missing)}")


def _actor(desk: Desk, key: str, mention: Mention, values: dict[str, Any]) -> Actor:
    _require(values, "name", "type")
    found = values.get("mentions") or printed_mentions(desk, (mention.reading,), others=desk.record.actors)
    roles = values.get("roles", ())
    return Actor(key, values["type"], values["name"], printed_forms(found), found, roles, (desk.rule,))


def _treaty(key: str, mention: Mention, values: dict[str, Any], rules: tuple[str, ...]) -> Treaty:
    _require(values, "name", "kind")
    empty: dict[str, Any] = {"date": None, "place": None, "status": None, "participations": (), "provisions": ()}
    more: dict[str, Any] = {"cites": (), "pointers": (), "mentions": (mention,), "printed": (mention.reading,)}
    return Treaty(**{**empty, **more, **values}, key=key, rules=rules)


def remove_item(record: Record, kind: str, item: Any) -> Record:
    """Take an item out, and every reference to it."""
    if kind in ("work", "reference", "agent"):
        raise SettingError(f"a {kind} is never rejected: correct what is wrong with it")
    record = with_items(record, kind, (other for other in items_of(record, kind) if other is not item))
    return rename_in(record, {kind: {item.key: None}})


def rename_in(record: Record, renamed: dict[str, dict[str, str | None]]) -> Record:
    """Rewrite references in all items of a record; a participation whose actor is gone goes too."""
    changed: dict[str, Any] = {name: rename(getattr(record, name), renamed) for name in ITEMS}
    record = replace(record, **changed)
    treaties = tuple(
        replace(treaty, participations=tuple(part for part in treaty.participations if part.actor))
        for treaty in record.treaties
    )
    return replace(record, treaties=treaties)
