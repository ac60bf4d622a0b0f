"""What ibidem knows of one paper: frozen values in tuples, to and from JSON.

Items refer to one another by `key`, unique within its kind; describe/ mints the IRIs from them.
`rules` names what made an item: rules of `words/rules.tsv` and decisions as `decision/<key>`.
None means that the text does not say.
"""

from dataclasses import dataclass

import msgspec

from ibidem.cited import Agent, Name, Place, Pointer, Reference, Work
from ibidem.document import Mention, Origin
from ibidem.edtf import Date
from ibidem.finding import Finding
from ibidem.remark import Remark, count_unread
from ibidem.story import Actor, Claim, Event, Quotation, Treaty


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
    """All that is known of one paper. `remarks` are what its notes say besides their references.

    `origins` are the document's: they lead from its text back into the file as received.
    """

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
    remarks: tuple[Remark, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def unread(self) -> int:
        """Count the letters and figures of notes that no reference covers."""
        return count_unread(self.remarks)

    def to_json(self) -> bytes:
        """Write the record as JSON."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, data: bytes) -> "Record":
        """Read a record back; raise msgspec.ValidationError for what is none."""
        return msgspec.json.decode(data, type=cls)
