"""What a publication or a record says of a paper's references and quotations, as far as scores ask."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ibidem.likeness import Row
from ibidem.record import Record


@dataclass(frozen=True, slots=True)
class Found:
    """A reference: the printed number of its note, its form, the key of its work and of the work it is quoted in.

    `key` names it, `resolved` the first full reference of its work; both are empty where a publication is asked.
    `told` are the messages of the findings about it.
    """

    number: int
    form: str
    work: str | None
    via: str | None = None
    key: str = ""
    resolved: str | None = None
    text: str = ""
    told: tuple[str, ...] = ()


FIRST = frozenset({None, "1"})
"""The sections of the notes that a reading speaks of: where numbers restart, those of the first run."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: its text, who speaks under all printed names, the numbers of its markers."""

    text: str
    speakers: tuple[str, ...]
    markers: tuple[int, ...]


def references_of(record: Record) -> Iterator[Found]:
    """Give the references of a record's notes in order: of those that are numbered once, or of the first run."""
    told: dict[str, list[str]] = {}
    for finding in record.findings:
        told.setdefault(finding.focus or "", []).append(finding.message)
    for one in record.references:
        if one.section in FIRST:
            said = tuple(told.get(f"reference/{one.key}", ()))
            yield Found(one.number, one.form, one.work, one.via, one.key, one.resolved, one.mention.exact, said)


def references_in(rows: Iterable[Row]) -> Iterator[Found]:
    """Give the references of an answer of the saved query `citations`."""
    for row in rows:
        yield Found(int(row["pointer"]), row["form"], row["work"] or None)


def quotations_of(record: Record) -> Iterator[Quoted]:
    """Give the quotations of a record."""
    names = {actor.key: (actor.name, *actor.printed) for actor in record.actors}
    numbers = {pointer.key: pointer.number for pointer in record.pointers}
    for one in record.quotations:
        speakers = tuple(name for key in one.speakers for name in names.get(key, ()))
        yield Quoted(one.mention.reading, speakers, tuple(numbers[key] for key in one.pointers if key in numbers))


def quotations_in(rows: Iterable[Row]) -> Iterator[Quoted]:
    """Give the quotations of an answer of the saved query `quotations`."""
    for row in rows:
        markers = tuple(int(part) for part in row.get("pointers", "").split(";") if part.strip().isdecimal())
        yield Quoted(row["exact"], tuple(name.strip() for name in row["speaker"].split(";") if name.strip()), markers)
