"""Give the items of a record their final order and keys, from content: IRIs are made of them."""

from dataclasses import replace
from typing import Any, TypeVar

from ibidem.cited import Fields, Name, Work
from ibidem.document import Mention
from ibidem.iri import slug, unique_slugs
from ibidem.record import Record
from ibidem.resolve.catalogue import work_keys
from ibidem.resolve.rewrite import rename
from ibidem.story import Actor, Quotation

_NAMED: tuple[tuple[str, str], ...] = (
    ("actor", "actors"),
    ("quotation", "quotations"),
    ("treaty", "treaties"),
    ("event", "events"),
    ("claim", "claims"),
)
_REFERRING = ("works", "references", "actors", "quotations", "treaties", "events", "claims")

T = TypeVar("T")


def settle_keys(record: Record) -> Record:
    """Order the items by their first place in the text and name each after what it says."""
    renamed: dict[str, dict[str, str]] = {}
    for kind, collection in _NAMED:
        items = sorted(getattr(record, collection), key=_place)
        keys = unique_slugs((_label(item), _context(item)) for item in items)
        renamed[kind] = {item.key: key for item, key in zip(items, keys, strict=True)}
        new: Any = tuple(replace(item, key=key) for item, key in zip(items, keys, strict=True))
        record = replace(record, **{collection: new})
    record = _cited(record, renamed)
    actors, roles = _roles(record.actors)
    record = replace(record, actors=actors, treaties=tuple(_provisions(treaty) for treaty in record.treaties))
    followed: dict[str, Any] = {name: rename(getattr(record, name), renamed) for name in _REFERRING}
    followed["quotations"] = tuple(_spoken(quotation, roles) for quotation in followed["quotations"])
    return replace(record, **followed)


def _cited(record: Record, renamed: dict[str, dict[str, str]]) -> Record:
    """Name agents, places and works after what they say now that decisions are applied."""
    agents = {agent.key: agent.name for agent in record.agents}
    titles = {work.key: work.title for work in record.works}
    names: dict[str, tuple[str, ...]] = {
        "agent": unique_slugs((name.literal, repr(name)) for name in agents.values()),
        "place": unique_slugs((place.name, place.name) for place in record.places),
        "work": work_keys(_fields(work, agents, titles) for work in record.works),
    }
    olds: dict[str, tuple[Any, ...]] = {"agent": record.agents, "place": record.places, "work": record.works}
    for kind, items in olds.items():
        renamed[kind] = {item.key: key for item, key in zip(items, names[kind], strict=True)}
    return replace(
        record,
        agents=_renamed(record.agents, renamed["agent"]),
        places=_renamed(record.places, renamed["place"]),
        works=_renamed(record.works, renamed["work"]),
    )


def _renamed(items: tuple[T, ...], keys: dict[str, str]) -> tuple[T, ...]:
    held: Any = items
    return tuple(replace(item, key=keys[item.key]) for item in held)


def _fields(work: Work, agents: dict[str, Name], titles: dict[str, str | None]) -> Fields:
    return Fields(
        type=work.type,
        authors=tuple(agents[key] for key in work.authors if key in agents),
        editors=tuple(agents[key] for key in work.editors if key in agents),
        title=work.title,
        container=titles.get(work.container or ""),
        volume=work.volume,
        issue=work.issue,
        number=work.number,
        date=work.date,
    )


def _first(item: Any) -> Mention:
    mention: Mention = item.mentions[0] if hasattr(item, "mentions") else item.mention
    return mention


def _place(item: Any) -> tuple[int, int, str]:
    span = _first(item).span
    return span.start, span.end, _label(item)


def _label(item: Any) -> str:
    for name in ("name", "label"):
        if hasattr(item, name):
            return str(getattr(item, name))
    return _first(item).reading


def _context(item: Any) -> str:
    mention = _first(item)
    return f"{mention.prefix}{mention.exact}{mention.suffix}"


def _roles(actors: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], dict[tuple[str, str | None], str]]:
    """Name each role after its holder: one printed office can be that of several actors."""
    pairs = [(actor.key, role) for actor in actors for role in actor.roles]
    named = iter(
        unique_slugs(
            (f"{actor} {'former ' if role.former else ''}{role.title}", f"{role.mention.prefix}{role.mention.exact}")
            for actor, role in pairs
        )
    )
    renamed: dict[tuple[str, str | None], str] = {}
    settled = []
    for actor in actors:
        roles = tuple(replace(role, key=next(named)) for role in actor.roles)
        renamed |= {(actor.key, old.key): new.key for old, new in zip(actor.roles, roles, strict=True)}
        settled.append(replace(actor, roles=roles))
    return tuple(settled), renamed


def _spoken(quotation: Quotation, roles: dict[tuple[str, str | None], str]) -> Quotation:
    held = (roles.get((speaker, quotation.speaker_role)) for speaker in quotation.speakers)
    return replace(quotation, speaker_role=next((key for key in held if key is not None), None))


def _provisions(treaty: Any) -> Any:
    provisions = tuple(
        replace(provision, key=f"{treaty.key}-{slug(provision.article or str(index))}-{index}")
        for index, provision in enumerate(treaty.provisions, start=1)
    )
    return replace(treaty, provisions=provisions)
