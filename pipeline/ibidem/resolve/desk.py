"""The desk that a decision is worked at: the text, the record so far, and how names lead to items."""

from dataclasses import dataclass, fields, replace
from typing import Any

from ibidem.cited import Agent, Name, Place, Work
from ibidem.document import Document, Mention
from ibidem.iri import slug
from ibidem.record import Record
from ibidem.span import Span


class SettingError(Exception):
    """Say that a decision sets a value that the record cannot hold, or does what its kind does not allow."""


@dataclass(slots=True)
class Desk:
    """What a decision's values are read against: the text, the record so far, the decision's own place.

    `record` grows by the places, agents and containers that a value names for the first time.
    """

    document: Document
    record: Record
    mention: Mention
    rule: str

    def actor(self, name: object) -> str:
        """Give the key of the actor that bears the name, or was printed so."""
        wanted = as_text(name).casefold()
        for actor in self.record.actors:
            if actor.name.casefold() == wanted:
                return actor.key
        for actor in self.record.actors:
            if wanted in (form.casefold() for form in actor.printed):
                return actor.key
        raise SettingError(f"no actor is called {as_text(name)!r}: add it by a decision before this one")

    def pointer(self, number: object) -> str:
        """Give the key of the pointer with the printed number."""
        for pointer in self.record.pointers:
            if str(pointer.number) == as_text(number):
                return pointer.key
        raise SettingError(f"the paper has no note marker {as_text(number)!r}")

    def place(self, name: object) -> str:
        """Give the key of the place, a new one where nothing is called so yet."""
        text = as_text(name)
        for place in self.record.places:
            if place.name.casefold() == text.casefold():
                return place.key
        place = Place(fresh_key(text, self.record.places), text, (self.near(text),), (self.rule,))
        self.record = replace(self.record, places=(*self.record.places, place))
        return place.key

    def agent(self, name: object, *, kind: str) -> str:
        """Give the key of the author, editor or publisher, a new one where nobody is called so yet."""
        text = as_text(name)
        for agent in self.record.agents:
            if agent.name.literal.casefold() == text.casefold():
                return agent.key
        parts = text.rsplit(" ", 1)
        whole = Name(text) if kind != "person" or len(parts) == 1 else Name(text, family=parts[1], given=parts[0])
        agent = Agent(fresh_key(text, self.record.agents), kind, whole, (self.near(text),), (self.rule,))
        self.record = replace(self.record, agents=(*self.record.agents, agent))
        return agent.key

    def treaty(self, name: object) -> str:
        """Give the key of the treaty that bears the name, or was printed so."""
        wanted = as_text(name).casefold()
        for treaty in self.record.treaties:
            if treaty.name.casefold() == wanted:
                return treaty.key
        for treaty in self.record.treaties:
            if wanted in (form.casefold() for form in treaty.printed):
                return treaty.key
        raise SettingError(f"no treaty is called {as_text(name)!r}: add it by a decision before this one")

    def work(self, value: object) -> str:
        """Give the key of a work by the number of a note that cites it, or by its title."""
        text = as_text(value)
        for reference in self.record.references:
            if str(reference.number) == text and reference.work is not None:
                return reference.work
        for work in self.record.works:
            if text.casefold() in ((work.title or "").casefold(), work.key):
                return work.key
        raise SettingError(f"no note {text!r} cites a work, and no work has that title")

    def container(self, value: object) -> str:
        """Give the key of the container with the title, a new one where there is none."""
        text = as_text(value)
        for work in self.record.works:
            if (work.title or "").casefold() == text.casefold():
                return work.key
        empty: dict[str, Any] = {field.name: None for field in fields(Work)}
        lists: dict[str, Any] = {"authors": (), "editors": (), "translators": (), "titles": ()}
        lists |= {"rules": (self.rule,), "mentions": (self.near(text),)}
        key = fresh_key(text, self.record.works)
        made = Work(**{**empty, **lists, "key": key, "type": "book", "title": text})
        self.record = replace(self.record, works=(*self.record.works, made))
        return made.key

    def near(self, text: str) -> Mention:
        """Give the text inside the decision's place, or its first place in the paper, or the decision's place."""
        start, end = self.mention.span.start, self.mention.span.end
        at = self.document.text.find(text, start, end)
        at = at if at >= 0 else self.document.text.find(text)
        return self.mention if at < 0 or not text else self.at(Span(at, at + len(text)))

    def at(self, span: Span) -> Mention:
        """Give the place as a mention."""
        return self.document.mention(span, passage=self.document.passage_at(span.start))


def fresh_key(text: str, items: tuple[Any, ...]) -> str:
    """Make a key for a new item that no item of the kind has: the slug, or the slug with a number."""
    taken = {item.key for item in items}
    key = slug(text)
    again = 2
    while key in taken:
        key = f"{slug(text)}-{again}"
        again += 1
    return key


def as_text(value: object) -> str:
    """Take a value as one plain text; raise SettingError for a list or a mapping."""
    if not isinstance(value, str):
        raise SettingError(f"expected one plain value, found {value!r}")
    return value.strip()


def as_list(value: object) -> tuple[object, ...]:
    """Take a value as a list: a YAML list, or texts separated by semicolons."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(";") if part.strip())
    return value if isinstance(value, tuple) else ()


def as_pairs(value: object, *, alone: str) -> dict[str, object]:
    """Take a value as a mapping; one that is a plain text stands for the key `alone`."""
    if isinstance(value, str):
        return {alone: value}
    if isinstance(value, tuple) and is_mapping(value):
        return dict(value)
    raise SettingError(f"expected a mapping, found {value!r}")


def is_mapping(value: tuple[object, ...]) -> bool:
    """Tell a mapping, which is pairs of a name and a value, from a list."""
    return all(isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) for item in value)
