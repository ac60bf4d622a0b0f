"""Link a paper's nodes to the authority entries of the same name and type: nothing looser."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ibidem.authority import Authority
from ibidem.record import Record

_KINDS: tuple[tuple[str, str], ...] = (
    ("actor", "actors"),
    ("place", "places"),
    ("treaty", "treaties"),
    ("agent", "agents"),
    ("work", "works"),
)


def match_authorities(record: Record, authorities: tuple[Authority, ...]) -> Record:
    """Set `authority` on the items whose name is one that the entry bears, without regard to case.

    An actor must have the entry's type too, and a work must contain others. A name that two entries of a kind
    bear matches neither. An actor or treaty takes the entry's name, its normal one, unless another item has it.
    """
    containers = {work.container for work in record.works}
    for kind, collection in _KINDS:
        known = _by_name(authority for authority in authorities if authority.kind == kind)
        items = getattr(record, collection)
        taken = {_name(item, kind).casefold() for item in items}
        matched: dict[str, Any] = {
            collection: tuple(
                item if kind == "work" and item.key not in containers else _matched(item, kind, known, taken)
                for item in items
            )
        }
        record = replace(record, **matched)
    return record


def _by_name(authorities: Iterable[Authority]) -> dict[tuple[str, str], Authority | None]:
    known: dict[tuple[str, str], Authority | None] = {}
    for authority in authorities:
        for name in {name.casefold() for name in (authority.name, *authority.names)}:
            place = (name, authority.type if authority.kind == "actor" else "")
            known[place] = authority if place not in known else None
    return known


def _name(item: Any, kind: str) -> str:
    return str(item.title or "" if kind == "work" else item.name.literal if kind == "agent" else item.name)


def _matched(item: Any, kind: str, known: dict[tuple[str, str], Authority | None], taken: set[str]) -> Any:
    found = known.get((_name(item, kind).casefold(), str(item.type) if kind == "actor" else ""))
    if found is None:
        return item
    renamed = kind in ("actor", "treaty") and found.name.casefold() not in taken
    return replace(item, authority=found.key, name=found.name) if renamed else replace(item, authority=found.key)
