"""Turn the values that a decision sets into a record's values: names into keys, EDTF into dates."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from ibidem.document import Document, Mention
from ibidem.edtf import Date, is_edtf
from ibidem.iri import slug
from ibidem.record import (
    Act,
    Actor,
    ActorType,
    Agent,
    Capacity,
    Category,
    Form,
    Name,
    Participation,
    Place,
    Provision,
    Record,
    Role,
    Treaty,
    Work,
)
from ibidem.resolve.anchor import Anchorage
from ibidem.span import Span

CAPACITIES = (
    ("parties", Capacity.PARTY),
    ("abstaining", Capacity.ABSTAINING),
    ("guarantors", Capacity.GUARANTOR),
    ("mediators", Capacity.MEDIATOR),
    ("observers", Capacity.OBSERVER),
    ("depositaries", Capacity.DEPOSITARY),
    ("issuers", Capacity.ISSUER),
)


class SettingError(Exception):
    """Say that a decision sets a value that the record cannot hold."""


@dataclass(slots=True)
class Desk:
    """What a decision's values are read against: the text, the record so far, the decision's own place.

    `places`, `agents` and `works` collect what a value names for the first time.
    """

    document: Document
    record: Record
    mention: Mention
    rule: str

    def actor(self, name: object) -> str:
        """Give the key of the actor that bears the name, or was printed so."""
        wanted = _text(name).casefold()
        for actor in self.record.actors:
            if actor.name.casefold() == wanted:
                return actor.key
        for actor in self.record.actors:
            if wanted in (form.casefold() for form in actor.printed):
                return actor.key
        raise SettingError(f"no actor is called {_text(name)!r}: add it by a decision before this one")

    def pointer(self, number: object) -> str:
        """Give the key of the pointer with the printed number."""
        for pointer in self.record.pointers:
            if str(pointer.number) == _text(number):
                return pointer.key
        raise SettingError(f"the paper has no note marker {_text(number)!r}")

    def place(self, name: object) -> str:
        """Give the key of the place, a new one where nothing is called so yet."""
        text = _text(name)
        for place in self.record.places:
            if place.name.casefold() == text.casefold():
                return place.key
        place = Place(slug(text), text, (self.near(text),), (self.rule,))
        self.record = replace(self.record, places=(*self.record.places, place))
        return place.key

    def agent(self, name: object, *, kind: str) -> str:
        """Give the key of the author, editor or publisher, a new one where nobody is called so yet."""
        text = _text(name)
        for agent in self.record.agents:
            if agent.name.literal.casefold() == text.casefold():
                return agent.key
        parts = text.rsplit(" ", 1)
        whole = Name(text) if kind != "person" or len(parts) == 1 else Name(text, family=parts[1], given=parts[0])
        agent = Agent(slug(text), kind, whole, (self.near(text),), (self.rule,))
        self.record = replace(self.record, agents=(*self.record.agents, agent))
        return agent.key

    def treaty(self, name: object) -> str:
        """Give the key of the treaty that bears the name."""
        wanted = _text(name).casefold()
        for treaty in self.record.treaties:
            if treaty.name.casefold() == wanted or wanted in (form.casefold() for form in treaty.printed):
                return treaty.key
        raise SettingError(f"no treaty is called {_text(name)!r}: add it by a decision before this one")

    def work(self, value: object) -> str:
        """Give the key of a work by the number of a note that cites it, or by its title or container's title."""
        text = _text(value)
        for reference in self.record.references:
            if str(reference.number) == text and reference.work is not None:
                return reference.work
        for work in self.record.works:
            if text.casefold() in ((work.title or "").casefold(), work.key):
                return work.key
        raise SettingError(f"no note {text!r} cites a work, and no work has that title")

    def container(self, value: object) -> str:
        """Give the key of the container with the title, a new one where there is none."""
        text = _text(value)
        for work in self.record.works:
            if (work.title or "").casefold() == text.casefold():
                return work.key
        empty = {field.name: None for field in fields(Work)}
        lists = {"authors": (), "editors": (), "titles": (), "rules": (self.rule,), "mentions": (self.near(text),)}
        made = Work(**{**empty, **lists, "key": slug(text), "type": "book", "title": text})  # type: ignore[arg-type]
        self.record = replace(self.record, works=(*self.record.works, made))
        return made.key

    def near(self, text: str) -> Mention:
        """Give the text inside the decision's place, or else its first place in the paper, or the decision's place."""
        start, end = self.mention.span.start, self.mention.span.end
        at = self.document.text.find(text, start, end)
        at = at if at >= 0 else self.document.text.find(text)
        if at < 0:
            return self.mention
        return self.document.mention(Span(at, at + len(text)), passage=self.document.passage_at(at))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise SettingError(f"expected one plain value, found {value!r}")
    return value.strip()


def _list(value: object) -> tuple[object, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(";") if part.strip())
    return value if isinstance(value, tuple) else ()


def _optional(value: object) -> str | None:
    return _text(value) or None


def _date(value: object) -> Date | None:
    pairs = dict(value) if isinstance(value, tuple) else {"edtf": _text(value)}
    edtf = _text(pairs.get("edtf", ""))
    if not edtf:
        return None
    if not is_edtf(edtf):
        raise SettingError(f"{edtf!r} is no EDTF date: write 1992, 1992-05, 1992-05-12, 1992/1993 or 1995~")
    return Date(edtf, _text(pairs.get("printed", edtf)))


def _decimal(value: object) -> str:
    try:
        return f"{Decimal(_text(value)):f}"
    except InvalidOperation:
        raise SettingError(f"{_text(value)!r} is no number: write digits only") from None


def _one_of(kind: type[Any]) -> Callable[[Desk, object], object]:
    def read(_: Desk, value: object) -> object:
        try:
            return kind(_text(value))
        except ValueError:
            raise SettingError(f"{_text(value)!r} is none of {', '.join(kind)}") from None

    return read


def _actors(desk: Desk, value: object) -> tuple[str, ...]:
    return tuple(desk.actor(name) for name in _list(value))


def _agents(desk: Desk, value: object) -> tuple[str, ...]:
    return tuple(desk.agent(name, kind="person") for name in _list(value))


READ: tuple[tuple[str, str, Callable[[Desk, object], object]], ...] = (
    ("actor", "type", _one_of(ActorType)),
    ("quotation", "category", _one_of(Category)),
    ("reference", "form", _one_of(Form)),
    ("reference", "work", lambda desk, value: desk.work(value)),
    ("reference", "via", lambda desk, value: desk.work(value) if value else None),
    ("work", "container", lambda desk, value: desk.container(value) if value else None),
    ("work", "publisher", lambda desk, value: desk.agent(value, kind="organisation") if value else None),
    ("work", "type", lambda _, value: _text(value)),
    ("claim", "value", lambda _, value: _decimal(value)),
    ("", "speaker", _actors),
    ("", "addressee", lambda desk, value: desk.actor(value) if value else None),
    ("", "said_by", lambda desk, value: desk.actor(value) if value else None),
    ("", "actors", _actors),
    ("", "about", _actors),
    ("", "authors", _agents),
    ("", "editors", _agents),
    ("", "pointers", lambda desk, value: tuple(desk.pointer(number) for number in _list(value))),
    ("", "date", lambda _, value: _date(value)),
    ("", "place", lambda desk, value: desk.place(value) if value else None),
    ("", "name", lambda _, value: _text(value)),
    ("", "kind", lambda _, value: _text(value)),
    ("", "label", lambda _, value: _text(value)),
    ("", "unit", lambda _, value: _text(value)),
    ("", "bound", lambda _, value: _text(value)),
)
"""How a value is read, by kind (empty for all) and name; any other is an optional plain text."""


def read_values(desk: Desk, kind: str, changes: tuple[tuple[str, object], ...]) -> dict[str, Any]:
    """Read what a decision sets; raise SettingError for what the record cannot hold."""
    by_name = {(of, name): read for of, name, read in READ}
    values: dict[str, Any] = {}
    for name, value in changes:
        read = by_name.get((kind, name)) or by_name.get(("", name))
        values[name] = read(desk, value) if read else _optional(value) if isinstance(value, str) else value
    return values


def read_treaty(desk: Desk, values: dict[str, Any], *, before: Treaty | None) -> dict[str, Any]:
    """Turn lists of parties and the like into participations, and provisions and citations into theirs."""
    given = {name: capacity for name, capacity in CAPACITIES if name in values}
    acts = {desk.actor(name): _act(act) for name, act in values.pop("acts", ())}
    act = _act(values.pop("act")) if values.get("act") else None
    kept = before.participations if before else ()
    taken = tuple(part for part in kept if part.capacity not in given.values())
    for name, capacity in given.items():
        for key in _actors(desk, values.pop(name)):
            default = act if capacity is Capacity.PARTY else None
            taken += (Participation(key, capacity, acts.get(key, default), None),)
    if given or acts:
        values["participations"] = tuple(replace(part, act=acts.get(part.actor, part.act)) for part in taken)
    if "provisions" in values:
        values["provisions"] = tuple(_provisions(desk, values["provisions"]))
    if "refers_to" in values:
        values["cites"] = tuple(desk.treaty(name) for name in _list(values.pop("refers_to")))
    return values


def _act(value: object) -> Act:
    return _one_of(Act)(None, value)  # type: ignore[arg-type,return-value]


def _provisions(desk: Desk, value: object) -> Iterator[Provision]:
    for index, item in enumerate(_list(value), start=1):
        pairs = dict(item) if isinstance(item, tuple) else {"text": item}
        text, article = _text(pairs.get("text", "")), _optional(pairs.get("article", ""))
        where = desk.near(_text(pairs["exact"])) if "exact" in pairs else desk.mention
        yield Provision(str(index), text or article or "", article, where)


def read_roles(desk: Desk, value: object) -> tuple[Role, ...]:
    """Read a list of offices: title, of (an actor), date, former, exact (where it is printed)."""
    roles = []
    for index, item in enumerate(_list(value), start=1):
        pairs = dict(item) if isinstance(item, tuple) else {"title": item}
        of = desk.actor(pairs["of"]) if pairs.get("of") else None
        where = desk.near(_text(pairs["exact"])) if pairs.get("exact") else desk.mention
        former = _text(pairs.get("former", "false")).casefold() == "true"
        title = _text(pairs.get("title", ""))
        if not title:
            raise SettingError("a role needs a title")
        roles.append(Role(str(index), title, of, None, _date(pairs.get("date", "")), former, where, (desk.rule,)))
    return tuple(roles)


def printed_mentions(desk: Desk, forms: object, *, others: tuple[Actor, ...]) -> tuple[Mention, ...]:
    """Find every place in the body where one of the printed forms stands as a word of its own.

    Places that belong to longer mentions of other actors are left to them.
    """
    taken = [mention.span for actor in others for mention in actor.mentions]
    spans: list[Span] = [desk.mention.span]
    for form in sorted((_text(form) for form in _list(forms)), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        for passage in desk.document.body():
            for match in pattern.finditer(passage.text):
                span = passage.span(*match.span())
                if not any(span.overlaps(other) for other in spans) and not any(
                    other.contains(span) and len(other) > len(span) for other in taken
                ):
                    spans.append(span)
    ordered = sorted(set(spans))
    return tuple(desk.document.mention(span, passage=desk.document.passage_at(span.start)) for span in ordered)


def anchored_inside(desk: Desk, exact: object) -> Mention:
    """Find the text that a decision says is the exact one: it must overlap the decision's place."""
    found = [span for span in Anchorage(desk.document.text).anchor(_text(exact)) if span.overlaps(desk.mention.span)]
    if len(found) != 1:
        raise SettingError(f"{_text(exact)!r} does not stand at this place")
    return desk.document.mention(found[0], passage=desk.document.passage_at(found[0].start))
