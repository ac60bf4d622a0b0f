"""What the body of a paper tells: actors and their roles, quotations, treaties, events and claims.

Items refer to one another by `key`, unique within its kind.
"""

from dataclasses import dataclass
from enum import StrEnum

from ibidem.document import Mention
from ibidem.edtf import Date


class ActorType(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    INTERNATIONAL_ORGANISATION = "international-organisation"
    POLITICAL_PARTY = "political-party"
    ARMED_GROUP = "armed-group"
    MILITARY_UNIT = "military-unit"
    GOVERNMENT_BODY = "government-body"
    PEOPLE = "people"


class Category(StrEnum):
    """What stands inside the marks, or that there are none."""

    SPEECH = "speech"
    DOCUMENT = "document"
    TERM = "term"
    PARAPHRASE = "paraphrase"


class Capacity(StrEnum):
    """As what an actor takes part in a treaty."""

    PARTY = "party"
    ABSTAINING = "abstaining"
    GUARANTOR = "guarantor"
    MEDIATOR = "mediator"
    DEPOSITARY = "depositary"
    OBSERVER = "observer"
    ISSUER = "issuer"


class Act(StrEnum):
    """What an actor did to a treaty."""

    SIGNED = "signed"
    RATIFIED = "ratified"
    ACCEDED = "acceded"
    SUCCEEDED = "succeeded"
    WITHDREW = "withdrew"
    APPROVED = "approved"
    ISSUED = "issued"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or function that the text gives an actor; `of` is an actor's key, `of_printed` the text."""

    key: str
    title: str
    of: str | None
    of_printed: str | None
    date: Date | None
    former: bool
    mention: Mention
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the story told; `printed` in the order of first printing, `mentions` all of them."""

    key: str
    type: ActorType
    name: str
    printed: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    rules: tuple[str, ...]
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said or wrote as the paper gives it, in marks or, as a paraphrase, without.

    `speakers` and `addressee` are actors' keys, `speaker_role` a role's, `pointers` pointers', `within` a
    quotation's that this one is nested in. `marks` are the marks as printed, opening and closing.
    """

    key: str
    category: Category
    mention: Mention
    marks: str
    speakers: tuple[str, ...]
    speaker_role: str | None
    addressee: str | None
    date: Date | None
    occasion: str | None
    pointers: tuple[str, ...]
    within: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participation:
    """How an actor (key) takes part in a treaty."""

    actor: str
    capacity: Capacity
    act: Act | None
    date: Date | None


@dataclass(frozen=True, slots=True)
class Provision:
    """What a treaty lays down, in a few words; `article` as printed."""

    key: str
    text: str
    article: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty or another instrument that is concluded or issued; `cites` are treaties' keys."""

    key: str
    name: str
    kind: str
    printed: tuple[str, ...]
    date: Date | None
    place: str | None
    status: str | None
    participations: tuple[Participation, ...]
    provisions: tuple[Provision, ...]
    cites: tuple[str, ...]
    pointers: tuple[str, ...]
    mentions: tuple[Mention, ...]
    rules: tuple[str, ...]
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the body dates to a year or better; `actors` are keys."""

    key: str
    label: str
    kind: str
    date: Date
    place: str | None
    actors: tuple[str, ...]
    pointers: tuple[str, ...]
    mention: Mention
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity that the body states: `value` (a decimal) of `unit`, `about` actors, said by an actor.

    `bound` is at-least, at-most, about or exact, as the words around the figure say.
    """

    key: str
    value: str
    unit: str
    bound: str
    about: tuple[str, ...]
    said_by: str | None
    date: Date | None
    pointers: tuple[str, ...]
    mention: Mention
    rules: tuple[str, ...]
