"""The treaties of a paper in a table: when, where, between whom, and who kept out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ibidem.edtf import bounds
from ibidem.publish.asked import Row, ask_by_paper, grouped, supporting_notes
from ibidem.publish.site.paper.part import Paper, papers, write_part
from ibidem.publish.site.when import in_words
from ibidem.publish.site.wording import counted, folded
from ibidem.publish.source import Source

_ISSUER = "issuer"
_PARTIES = ("party", _ISSUER)
_OUTSIDE = ("abstaining",)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in a treaty, or keeps out of it."""

    iri: str
    name: str
    capacity: str
    act: str
    date: str


@dataclass(frozen=True, slots=True)
class Group:
    """Those who did the same on the same day, in the same capacity; `said` says what, where the paper does."""

    said: str
    members: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty or another document; `others` are guarantors, mediators, depositaries and observers."""

    row: Row
    date: str
    parties: tuple[Group, ...]
    abstained: tuple[Group, ...]
    others: tuple[Group, ...]
    provisions: int
    notes: tuple[tuple[str, str], ...]

    @property
    def order(self) -> tuple[str, str, str, str]:
        """Give the order of time; what has no date comes last."""
        first, last = bounds(self.row["date"]) if self.row["date"] else ("9999-99-99", "")
        return (str(first), str(last), folded(self.row["name"]), self.row["treaty"])


def write_treaties(folder: Path, source: Source) -> None:
    """Write the page of treaties of each paper."""
    for paper in papers(source):
        treaties = treaties_of(source, paper)
        write_part(
            folder,
            source,
            paper,
            "treaties",
            description=f"The {counted(len(treaties), 'treaty or document', 'treaties and documents')} of the paper.",
            treaties=treaties,
            kept_out=sum(len(group.members) for treaty in treaties for group in treaty.abstained),
            has_status=any(treaty.row["status"] for treaty in treaties),
            has_others=any(treaty.others for treaty in treaties),
        )


def treaties_of(source: Source, paper: Paper) -> tuple[Treaty, ...]:
    """Give the treaties of a paper in the order of time."""
    participants = grouped(ask_by_paper(source, "site/participants").get(paper.iri, ()), "treaty")
    notes = supporting_notes(source, paper.iri)
    provided = {(row["treaty"], row["provision"]) for row in ask_by_paper(source, "provisions").get(paper.iri, ())}
    provisions = Counter(treaty for treaty, _ in provided)
    made = []
    for row in ask_by_paper(source, "site/instruments").get(paper.iri, ()):
        taking = tuple(_participant(part) for part in participants.get(row["treaty"], ()))
        made.append(
            Treaty(
                row=row,
                date=in_words(row["date"]),
                parties=_groups(part for part in taking if part.capacity in _PARTIES),
                abstained=_groups(part for part in taking if part.capacity in _OUTSIDE),
                others=_groups(part for part in taking if part.capacity not in (*_PARTIES, *_OUTSIDE)),
                provisions=provisions[row["treaty"]],
                notes=notes.get(row["treaty"], ()),
            )
        )
    return tuple(sorted(made, key=lambda treaty: treaty.order))


def _participant(row: Row) -> Participant:
    return Participant(row["actor"], row["name"], row["capacity"], row["act"], in_words(row["date"]))


def _groups(taking: Iterable[Participant]) -> tuple[Group, ...]:
    held: dict[str, list[Participant]] = {}
    for part in taking:
        held.setdefault(_said(part), []).append(part)
    return tuple(Group(said, tuple(members)) for said, members in sorted(held.items()))


def _said(part: Participant) -> str:
    """Say what somebody did, so that the name can follow: `signed, May 1934:`, `issued by`, `guarantor:`."""
    if part.capacity == _ISSUER:
        return " ".join(filter(None, (part.act or "issued", part.date and f"({part.date})", "by")))
    unsaid = part.capacity in ("party", *_OUTSIDE)
    said = ", ".join(filter(None, ("" if unsaid else part.capacity, part.act, part.date)))
    return f"{said}:" if said else ""
