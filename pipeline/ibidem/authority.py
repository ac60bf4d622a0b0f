"""What is known across papers: people, states, places, journals, treaties, with checked identifiers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identifier:
    """A checked identifier in an authority file (`iri`), how and when it was matched."""

    scheme: str
    value: str
    iri: str | None
    method: str
    date: str | None
    confidence: str


@dataclass(frozen=True, slots=True)
class Authority:
    """An entry of an authority file; the items of records name it by `key`.

    `kind` is actor, place, work, treaty or agent; `type` says what it is (for an actor an ActorType, for an
    agent person or organisation); `names` are the names it bears besides `name`.
    """

    key: str
    kind: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
