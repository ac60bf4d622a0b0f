"""What the notes of a paper cite: pointers, references, works, and the agents and places behind them.

Items refer to one another by `key`, unique within its kind.
"""

from dataclasses import dataclass
from enum import StrEnum

from ibidem.document import Mention
from ibidem.edtf import Date


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


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts; `literal` alone for a name that has none."""

    literal: str
    family: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What one printed reference says, in CSL's terms, normalised; the reference keeps the print.

    `archive` is where an unpublished source is kept, with its shelf mark; `note` what fits no other field. `confidence`
    pairs fields with the probability, from 0 to 1, that they are right, where a statistical model read them.
    """

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
    edition: str | None = None
    series: str | None = None
    translators: tuple[Name, ...] = ()
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    accessed: Date | None = None
    archive: str | None = None
    genre: str | None = None
    note: str | None = None
    confidence: tuple[tuple[str, float], ...] = ()


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
    """One distinct source, or the container of one; `container`, `authors`, `editors`, `translators` ... are keys.

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
    translators: tuple[str, ...] = ()
    edition: str | None = None
    series: str | None = None
    url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    accessed: Date | None = None
    archive: str | None = None
    genre: str | None = None
    note: str | None = None


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
    are the works that the via is quoted in in its turn (`X, reported in Y, Z`). `relation` is the property of CiTO that
    the signal means, as a prefixed name.
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
    relation: str | None = None
