"""What ibidem knows of one paper: frozen values in tuples, to and from JSON.

Items refer to one another by `key`, unique within its kind; describe/ mints the IRIs from them.
`rules` names what made an item: rules of `words/rules.tsv` and decisions as `decision/<key>`.
None means that the text does not say.
"""

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from ibidem.document import Mention
from ibidem.edtf import Date
from ibidem.finding import Finding


class Form(StrEnum):
    """How a reference is printed."""

    FULL = "full"
    SHORT = "short"
    IBID = "ibid"
    IDEM = "idem"
    OP_CIT = "op-cit"
    SUPRA = "supra"
    INFRA = "infra"


class Position(StrEnum):
    """What the order of the references implies (CSL 1.0.2, position), the narrowest."""

    FIRST = "first"
    SUBSEQUENT = "subsequent"
    IBID = "ibid"
    IBID_WITH_LOCATOR = "ibid-with-locator"


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
class Name:
    """A person's name in parts; `literal` alone for a name that has none."""

    literal: str
    family: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What one printed reference says, in CSL's terms, normalised; the reference keeps the print."""

    type: str
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    title: str | None = None
    container: str | None = None
    container_editors: tuple[Name, ...] = ()
    volume: str | None = None
    issue: str | None = None
    number: str | None = None
    date: Date | None = None
    place: str | None = None
    publisher: str | None = None
    pages: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place named as such: of publication, of a treaty, of an event."""

    key: str
    name: str
    mentions: tuple[Mention, ...]
    rules: tuple[str, ...]
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody behind a text: author, editor, publisher (`kind` person or organisation)."""

    key: str
    kind: str
    name: Name
    mentions: tuple[Mention, ...]
    rules: tuple[str, ...]
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One distinct source, or the container of one; `container`, `authors` ... are keys.

    `titles` are the printed titles that differ from `title`.
    """

    key: str
    type: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    title: str | None
    titles: tuple[str, ...]
    container: str | None
    volume: str | None
    issue: str | None
    number: str | None
    date: Date | None
    place: str | None
    publisher: str | None
    pages: str | None
    mentions: tuple[Mention, ...]
    rules: tuple[str, ...]
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """An in-text reference pointer; `references` are keys, in the order of the note."""

    key: str
    number: int
    section: str | None
    mention: Mention
    references: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A bibliographic reference: one source pointed at in one note.

    `number` is the note's printed number, `index` counts from 0 in the note. `antecedent` is the key of
    the reference that the form points at, `resolved` that of the first full reference of the work.
    `printed_locator` is this note's own, `locator` the effective one. `work` and `via` are keys; `through`
    are the works that the via is quoted in in its turn (`X, reported in Y, Z`).
    """

    key: str
    number: int
    section: str | None
    index: int
    form: Form
    position: Position
    mention: Mention
    antecedent: str | None
    resolved: str | None
    work: str | None
    via: str | None
    locator: str | None
    printed_locator: str | None
    signal: str | None
    fields: Fields | None
    rules: tuple[str, ...]
    through: tuple[str, ...] = ()


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
class Identifier:
    """A checked identifier in an authority file (`iri`), how and when it was matched."""

    scheme: str
    value: str
    iri: str | None
    method: str
    date: str | None
    confidence: str


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


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one place: `action` is confirm, correct, merge, split, add or reject.

    `changes` are the values set, name and value, as written; `line` is where it stands in `source`.
    """

    key: str
    action: str
    kind: str
    mention: Mention
    changes: tuple[tuple[str, str], ...]
    why: str
    by: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Paper:
    """What paper.toml says of a paper."""

    id: str
    title: str
    authors: tuple[Name, ...]
    journal: str | None
    issn: str | None
    date: Date
    language: str
    rights: str
    license: str | None
    sha256: str
    file: str
    expected: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KeywordGloss:
    """A keyword of the paper (`mention` covers the term) and its gloss, as printed."""

    key: str
    term: str
    gloss: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of one paper. `unread` counts the code points of notes that no reference covers."""

    paper: Paper
    keywords: tuple[KeywordGloss, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    references: tuple[Reference, ...] = ()
    works: tuple[Work, ...] = ()
    agents: tuple[Agent, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: int = 0

    def to_json(self) -> bytes:
        """Write the record as JSON."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, data: bytes) -> "Record":
        """Read a record back; raise msgspec.ValidationError for what is none."""
        return msgspec.json.decode(data, type=cls)
