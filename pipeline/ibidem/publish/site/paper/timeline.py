"""The timeline of a paper: its events and treaties by the days that their dates can mean, drawn and in a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ibidem.edtf import bounds
from ibidem.publish.asked import ask_by_paper, supporting_notes
from ibidem.publish.site.paper.drawing.timeline import WIDTH, Dated, overview, panels
from ibidem.publish.site.paper.part import Paper, papers, write_part
from ibidem.publish.site.when import in_words, in_year, month_names
from ibidem.publish.site.wording import counted
from ibidem.publish.source import Source

KINDS = ("event", "treaty")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event or a treaty as the table shows it, with the notes that support it."""

    iri: str
    label: str
    kind: str
    edtf: str
    said: str
    earliest: date
    latest: date
    notes: tuple[tuple[str, str], ...]


def write_timeline(folder: Path, source: Source) -> None:
    """Write the timeline of each paper."""
    for paper in papers(source):
        entries = entries_of(source, paper)
        dated = tuple(_dated(entry) for entry in entries)
        write_part(
            folder,
            source,
            paper,
            "timeline",
            description=f"The {counted(len(entries), 'event or treaty', 'events and treaties')} of the paper by date.",
            entries=entries,
            concluded=len(concluded(source, paper)),
            panels=panels(dated),
            overview=overview(dated, KINDS),
            width=WIDTH,
            months=[month_names()[month] for month in range(1, 13)],
            undated=_undated(source, paper),
        )


def entries_of(source: Source, paper: Paper) -> tuple[Entry, ...]:
    """Give what is dated in a paper, in the order of time; the making of a treaty stands once, as the treaty."""
    notes = supporting_notes(source, paper.iri)
    made_by = concluded(source, paper)
    made = []
    for row in ask_by_paper(source, "timeline").get(paper.iri, ()):
        if row["kind"] in KINDS and row["thing"] not in made_by:
            said = (row["thing"], row["label"], row["kind"], row["date"], in_words(row["date"]))
            things = (row["thing"], *(event for event, treaty in made_by.items() if treaty == row["thing"]))
            support = dict.fromkeys(note for thing in things for note in notes.get(thing, ()))
            made.append(Entry(*said, *bounds(row["date"]), tuple(support)))
    return tuple(made)


def concluded(source: Source, paper: Paper) -> Mapping[str, str]:
    """Give, by the event that is its making, the treaty or document that the timeline shows in its stead."""
    rows = ask_by_paper(source, "site/concluded").get(paper.iri, ())
    return {row["event"]: row["treaty"] for row in reversed(rows)}


def _dated(entry: Entry) -> Dated:
    doubtful = any(sign in entry.edtf for sign in "~?%[")
    when = entry.said if entry.earliest.year != entry.latest.year else in_year(entry.edtf)
    return Dated(entry.label, entry.iri, entry.kind, entry.earliest, entry.latest, when, doubtful)


def _undated(source: Source, paper: Paper) -> tuple[tuple[str, str], ...]:
    rows = ask_by_paper(source, "site/instruments").get(paper.iri, ())
    return tuple((row["treaty"], row["name"]) for row in rows if not row["date"])
