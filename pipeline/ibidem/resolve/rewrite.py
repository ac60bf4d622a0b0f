"""Rename the keys of a record's items everywhere they are referred to."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

REFERS: tuple[tuple[str, str], ...] = (
    ("speakers", "actor"),
    ("addressee", "actor"),
    ("said_by", "actor"),
    ("actor", "actor"),
    ("actors", "actor"),
    ("about", "actor"),
    ("of", "actor"),
    ("speaker_role", "role"),
    ("pointers", "pointer"),
    ("cites", "treaty"),
    ("within", "quotation"),
    ("place", "place"),
    ("authors", "agent"),
    ("editors", "agent"),
    ("publisher", "agent"),
    ("container", "work"),
    ("work", "work"),
    ("via", "work"),
    ("through", "work"),
    ("references", "reference"),
    ("antecedent", "reference"),
    ("resolved", "reference"),
)
"""The fields of a record's items that hold keys, and of what kind."""

_KINDS = dict(REFERS)
_NOT_KEYS = frozenset({"paper", "fields", "mention", "mentions", "date", "name", "rules", "printed", "findings"})
"""Fields that hold no keys, though some hold printed values under the same names."""

T = TypeVar("T")


def rename(value: T, renamed: Mapping[str, Mapping[str, str | None]]) -> T:
    """Rewrite the references inside an item (or a tuple of items); a key renamed to None is dropped.

    `renamed` maps a kind to its old and new keys; keys that it does not name stay. The items' own keys stay.
    """
    if isinstance(value, tuple):
        return tuple(rename(item, renamed) for item in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if field.name in _NOT_KEYS or old is None:
            continue
        kind = _KINDS.get(field.name)
        new = rename(old, renamed) if kind is None else _renamed(old, renamed.get(kind, {}))
        if new is not old and new != old:
            changes[field.name] = new
    return replace(value, **changes) if changes else value


def _renamed(old: object, names: Mapping[str, str | None]) -> object:
    if isinstance(old, str):
        return names.get(old, old)
    if isinstance(old, tuple):
        keys = [names.get(key, key) for key in old]
        return tuple(dict.fromkeys(key for key in keys if key is not None))
    return old
