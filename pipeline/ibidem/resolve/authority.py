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
    """Set `authority` on the items whose name, or a name of the entry, is the entry's, without regard to case.

    An actor must have the entry's type too, a work must be a container; a name that two entries of a kind
    bear matches neither.
    """
    for kind, collection in _KINDS:
        known = _by_name(authority for authority in authorities if authority.kind == kind)
        items = tuple(_matched(item, kind, known) for item in getattr(record, collection))
        record = replace(record, **{collection: items})
    return record


def _by_name(authorities: Iterable[Authority]) -> dict[tuple[str, str], str | None]:
    known: dict[tuple[str, str], str | None] = {}
    for authority in authorities:
        for name in dict.fromkeys((authority.name, *authority.names)):
            place = (name.casefold(), authority.type if authority.kind == "actor" else "")
            known[place] = authority.key if place not in known else None
    return known


def _matched(item: Any, kind: str, known: dict[tuple[str, str], str | None]) -> Any:
    name = item.title or "" if kind == "work" else item.name.literal if kind == "agent" else item.name
    key = known.get((name.casefold(), str(item.type) if kind == "actor" else ""))
    return replace(item, authority=key) if key else item
