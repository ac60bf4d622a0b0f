"""The sources of a paper: a bibliography in which each work says where it is cited, and through what it is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ibidem.iri import ADDRESS, last_part
from ibidem.publish.asked import Row, ask_by_paper, grouped
from ibidem.publish.crosswalk.bibliography import export_links
from ibidem.publish.site.paper.part import Paper, papers, write_part
from ibidem.publish.site.when import in_words
from ibidem.publish.site.wording import counted, folded, inverted
from ibidem.publish.source import Source
from ibidem.words import read_table


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who wrote or edited a work; `inverted` begins with the family name."""

    iri: str
    name: str
    inverted: str


@dataclass(frozen=True, slots=True)
class Place:
    """One note that cites a work, or another one through it: `works` are those others, or those that it is found in."""

    note: str
    number: str
    form: str
    locator: str
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work as a bibliography describes it, with the notes that cite it and those in which it carries another.

    `further` is what few works have, in the columns of the query `export/works`.
    """

    iri: str
    row: Row
    further: Row
    date: str
    authors: tuple[Contributor, ...]
    editors: tuple[Contributor, ...]
    cited: tuple[Place, ...]
    carries: tuple[Place, ...]

    @property
    def key(self) -> str:
        """Give the anchor of the work."""
        return f"work-{last_part(self.iri)}"

    @property
    def second_hand(self) -> bool:
        """Tell whether the author knows the work only through others."""
        return bool(self.cited) and all(place.works for place in self.cited)

    @property
    def address(self) -> str:
        """Give where the work can be opened: what its DOI leads to, else the printed address."""
        doi, url = self.further.get("doi", ""), self.further.get("url", "")
        return next((found for found in (doi and f"https://doi.org/{doi}", url) if ADDRESS.fullmatch(found)), "")

    @property
    def opened(self) -> str:
        """Say when the author opened the address."""
        return in_words(self.further.get("accessed", ""))

    @property
    def editors_named(self) -> str:
        """Name the editors of the work that it stands in, where it has none of its own."""
        return "" if self.editors else self.row["editors"].replace("; ", ", ")

    @property
    def name(self) -> str:
        """Say in short which work it is."""
        titled = self.row["title"] or self.row["container"] or self.row["type"]
        first = self.authors[0].inverted.partition(",")[0] if self.authors else ""
        return ", ".join(part for part in (first, titled, self.date) if part)

    @property
    def order(self) -> tuple[str, ...]:
        """Give what a bibliography sorts by: the first author, else the title; then the year."""
        first = self.authors or self.editors
        titled = self.row["title"] or self.row["container"]
        head = first[0].inverted if self.authors else self.row["container"] or titled
        return (folded(head), self.row["date"], folded(titled), self.iri)


def write_sources(folder: Path, source: Source) -> None:
    """Write the page of sources of each paper."""
    for paper in papers(source):
        works = works_of(source, paper)
        by_iri = {work.iri: work for work in works}
        second_hand = tuple(work for work in works if work.second_hand)
        cited = sum(bool(work.cited) for work in works)
        write_part(
            folder,
            source,
            paper,
            "sources",
            description=f"The {counted(cited, 'work', 'works')} that the paper cites, with every note that does.",
            groups=in_groups(works),
            works=works,
            by_iri=by_iri,
            second_hand=second_hand,
            cited=cited,
            containers=containers(source, paper, works),
            carriers=tuple(work for work in works if work.carries),
            citations=sum(len(work.cited) for work in works),
            exports=export_links(paper),
        )


def works_of(source: Source, paper: Paper) -> tuple[Work, ...]:
    """Give the works that a paper cites, or quotes others from, as a bibliography sorts them."""
    names = grouped(ask_by_paper(source, "site/work-contributors").get(paper.iri, ()), "work")
    notes = ask_by_paper(source, "site/work-notes").get(paper.iri, ())
    further = {row["work"]: row for row in ask_by_paper(source, "export/works").get(paper.iri, ())}
    cited = grouped(notes, "work")
    carries = grouped(tuple(row for row in notes if row["via"]), "via")
    made = (
        Work(
            iri=row["work"],
            row=row,
            further=further.get(row["work"], {}),
            date=in_words(row["date"]),
            authors=_contributors(names.get(row["work"], ()), "author"),
            editors=_contributors(names.get(row["work"], ()), "editor"),
            cited=_places(cited.get(row["work"], ()), "via"),
            carries=_places(carries.get(row["work"], ()), "work"),
        )
        for row in ask_by_paper(source, "works").get(paper.iri, ())
    )
    return tuple(sorted(made, key=lambda work: work.order))


def containers(source: Source, paper: Paper, works: Sequence[Work]) -> int:
    """Count the journals, books and the like that are named only as what the works of a bibliography stand in."""
    rows = ask_by_paper(source, "site/containers").get(paper.iri, ())
    return len({row["container"] for row in rows} - {work.iri for work in works})


def in_groups(works: Sequence[Work]) -> tuple[tuple[str, tuple[Work, ...]], ...]:
    """Divide a bibliography into its parts, leaving out those that are empty."""
    table = read_table("source-groups")
    group_of = {row[0]: row[1] for row in table}
    held: dict[str, list[Work]] = {group: [] for _, group in table}
    first = next(iter(held))
    for work in works:
        held[group_of.get(work.row["type"], first)].append(work)
    return tuple((group, tuple(found)) for group, found in held.items() if found)


def _contributors(rows: Sequence[Row], role: str) -> tuple[Contributor, ...]:
    return tuple(Contributor(row["agent"], row["name"], inverted(row)) for row in rows if row["role"] == role)


def _places(rows: tuple[Row, ...], other: str) -> tuple[Place, ...]:
    """Make one place of all rows of a note that differ only in the other work."""
    held: dict[tuple[str, str, str, str], list[str]] = {}
    for row in rows:
        works = held.setdefault((row["pointer"], row["number"], row["form"], row["locator"]), [])
        works += [row[other]] if row[other] else []
    return tuple(Place(*fields, tuple(works)) for fields, works in held.items())
