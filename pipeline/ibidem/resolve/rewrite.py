"""Rename the keys of a record's items everywhere they are referred to."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
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
    ("translators", "agent"),
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
_NOT_KEYS = frozenset(
    {"paper", "fields", "mention", "mentions", "date", "accessed", "name", "rules", "printed", "findings"}
)
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
    for name, kind in _held(type(value)):
        old = getattr(value, name)
        if old is None or (kind is None and isinstance(old, str)):
            continue
        new = rename(old, renamed) if kind is None else _renamed(old, renamed.get(kind, {}))
        if new is not old and new != old:
            changes[name] = new
    return replace(value, **changes) if changes else value


@cache
def _held(kind: type) -> tuple[tuple[str, str | None], ...]:
    """Give the fields of a class that may hold keys, each with the kind that it refers to, if it does."""
    names = (field.name for field in fields(kind))
    return tuple((name, _KINDS.get(name)) for name in names if name not in _NOT_KEYS)


def _renamed(old: object, names: Mapping[str, str | None]) -> object:
    if isinstance(old, str):
        return names.get(old, old)
    if isinstance(old, tuple):
        keys = [names.get(key, key) for key in old]
        return tuple(dict.fromkeys(key for key in keys if key is not None))
    return old
