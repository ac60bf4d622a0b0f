"""Turn the values that a decision sets into a record's values: names into keys, EDTF into dates."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from ibidem.cited import Form
from ibidem.edtf import Date, is_edtf
from ibidem.resolve.desk import Desk, SettingError, as_list, as_pairs, as_text
from ibidem.story import ActorType, Category


def as_date(value: object) -> Date | None:
    """Read a date: EDTF alone, or a mapping of edtf and printed; the empty text is no date."""
    pairs = as_pairs(value, alone="edtf")
    edtf = as_text(pairs.get("edtf", ""))
    if not edtf:
        return None
    if not is_edtf(edtf):
        raise SettingError(f"{edtf!r} is no EDTF date: write 1992, 1992-05, 1992-05-12, 1992/1993 or 1995~")
    return Date(edtf, as_text(pairs.get("printed", edtf)))


def one_of(kind: type[StrEnum]) -> Callable[[Desk, object], Any]:
    """Make a reader of a closed list."""

    def read(_: Desk, value: object) -> object:
        try:
            return kind(as_text(value))
        except ValueError:
            raise SettingError(f"{as_text(value)!r} is none of {', '.join(kind)}") from None

    return read


def actor_keys(desk: Desk, value: object) -> tuple[str, ...]:
    """Read a list of actors' names."""
    return tuple(desk.actor(name) for name in as_list(value))


def _needed(_: Desk, value: object) -> str:
    text = as_text(value)
    if not text:
        raise SettingError("a value that every item of the kind has cannot be emptied")
    return text


def _decimal(_: Desk, value: object) -> str:
    try:
        return f"{Decimal(as_text(value)):f}"
    except InvalidOperation:
        raise SettingError(f"{as_text(value)!r} is no number: write digits only") from None


def _bound(_: Desk, value: object) -> str:
    text = as_text(value)
    if text not in ("at-least", "at-most", "about", "exact"):
        raise SettingError(f"{text!r} is none of at-least, at-most, about, exact")
    return text


def _agents(desk: Desk, value: object) -> tuple[str, ...]:
    return tuple(desk.agent(name, kind="person") for name in as_list(value))


def _or_none(read: Callable[[Desk, object], object]) -> Callable[[Desk, object], object]:
    return lambda desk, value: read(desk, value) if value else None


READ: tuple[tuple[str, str, Callable[[Desk, object], object]], ...] = (
    ("actor", "type", one_of(ActorType)),
    ("quotation", "category", one_of(Category)),
    ("reference", "form", one_of(Form)),
    ("reference", "work", lambda desk, value: desk.work(value)),
    ("reference", "via", _or_none(lambda desk, value: desk.work(value))),
    ("work", "container", _or_none(lambda desk, value: desk.container(value))),
    ("work", "publisher", _or_none(lambda desk, value: desk.agent(value, kind="organisation"))),
    ("work", "type", _needed),
    ("event", "date", lambda _, value: as_date(_needed(_, value) if isinstance(value, str) else value)),
    ("claim", "value", _decimal),
    ("claim", "bound", _bound),
    ("", "speaker", actor_keys),
    ("", "addressee", _or_none(lambda desk, value: desk.actor(value))),
    ("", "said_by", _or_none(lambda desk, value: desk.actor(value))),
    ("", "actors", actor_keys),
    ("", "about", actor_keys),
    ("", "authors", _agents),
    ("", "editors", _agents),
    ("work", "translators", _agents),
    ("work", "accessed", lambda _, value: as_date(value)),
    ("", "pointers", lambda desk, value: tuple(desk.pointer(number) for number in as_list(value))),
    ("", "date", lambda _, value: as_date(value)),
    ("", "place", _or_none(lambda desk, value: desk.place(value))),
    ("", "name", _needed),
    ("", "kind", _needed),
    ("", "label", _needed),
    ("", "unit", _needed),
)
"""How a value is read, by kind (empty for all) and name; any other is an optional plain text."""

_BY_NAME = {(kind, name): read for kind, name, read in READ}
COMPOSED = frozenset(
    {"printed", "roles", "exact", "provisions", "refers_to", "act", "acts", "parties", "abstaining", "guarantors"}
    | {"mediators", "observers", "depositaries", "issuers"}
)
"""Values that are made of several parts; `resolve.composing` reads them."""


def read_values(desk: Desk, kind: str, changes: tuple[tuple[str, object], ...]) -> dict[str, Any]:
    """Read what a decision sets; raise SettingError for what the record cannot hold."""
    values: dict[str, Any] = {}
    for name, value in changes:
        read = _BY_NAME.get((kind, name)) or _BY_NAME.get(("", name))
        if read is not None:
            values[name] = read(desk, value)
        else:
            values[name] = value if name in COMPOSED else as_text(value) or None
    return values
