"""What descriptions of the dataset count, asked of the store by saved queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ibidem.publish.asked import ask
from ibidem.publish.source import Source
from ibidem.words import read_table

_PLACES = 12
"""How many places are named as the area that a dataset is about: those that most events tell of."""


@dataclass(frozen=True, slots=True)
class PaperFigures:
    """A paper as the dataset's descriptions need it.

    `earliest` and `latest` bound its events, ISO 8601 or empty; `places` are IRIs with names, those of most events
    first; `decisions` are IRIs, of the decision and of who made it; `counts` are those of the build's report; `parts`
    are the family name and the given name of each author, both empty where the data do not part the name.
    """

    iri: str
    id: str
    title: str
    sha256: str
    rights: str
    license: str
    date: str
    authors: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    journal: str
    earliest: str
    latest: str
    places: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Linkset:
    """Links to another dataset: its name, its home page, where its IRIs start, and how many links there are."""

    name: str
    home: str
    space: str
    links: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is counted; `classes` are (class, entities), `properties` (property, triples, subjects, objects)."""

    papers: tuple[PaperFigures, ...]
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int, int, int], ...]
    subjects: int
    objects: int
    linksets: tuple[Linkset, ...]

    @property
    def triples(self) -> int:
        """Count the statements, each once, in however many graphs it stands."""
        return sum(triples for _, triples, _, _ in self.properties)

    @property
    def earliest(self) -> str:
        """Give the first day that an event of any paper can mean, or the empty string."""
        return min((paper.earliest for paper in self.papers if paper.earliest), default="")

    @property
    def latest(self) -> str:
        """Give the last day that an event of any paper can mean, or the empty string."""
        return max((paper.latest for paper in self.papers if paper.latest), default="")


@lru_cache(maxsize=1)
def figures(source: Source) -> Figures:
    """Ask the store for everything that descriptions count."""
    ((subjects, objects),) = _rows(source, "totals")
    return Figures(
        papers=_papers(source),
        classes=tuple((name, int(count)) for name, count in _rows(source, "classes")),
        properties=tuple((name, int(a), int(b), int(c)) for name, a, b, c in _rows(source, "properties")),
        subjects=int(subjects),
        objects=int(objects),
        linksets=_linksets(_rows(source, "linksets")),
    )


def _rows(source: Source, name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.values()) for row in ask(source, f"site/catalogue-{name}"))


def _papers(source: Source) -> tuple[PaperFigures, ...]:
    places: dict[str, list[tuple[str, str]]] = {}
    for paper, place, name, _ in _rows(source, "places"):
        places.setdefault(paper, []).append((place, name))
    decisions: dict[str, list[tuple[str, str]]] = {}
    for paper, decision, by in _rows(source, "decisions"):
        decisions.setdefault(paper, []).append((decision, by))
    counts = {f"{source.base}{state.id}": state.counts for state in source.report.papers}
    found: dict[str, tuple[str, ...]] = {}
    authors: dict[str, dict[str, tuple[str, str]]] = {}
    for row in _rows(source, "papers"):
        found[row[0]] = row
        authors.setdefault(row[0], {}).update({row[6]: (row[9], row[10])} if row[6] else {})
    return tuple(
        PaperFigures(
            iri=paper,
            id=paper.removeprefix(source.base),
            title=" ".join(title.split()),
            sha256=sha256,
            rights=rights,
            license=license,
            date=date,
            authors=tuple(authors[paper]),
            parts=tuple(authors[paper].values()),
            journal=journal,
            earliest=earliest,
            latest=latest,
            places=tuple(places.get(paper, ())[:_PLACES]),
            decisions=tuple(decisions.get(paper, ())),
            counts=counts.get(paper, ()),
        )
        for paper, title, sha256, rights, license, date, _, earliest, latest, _, _, journal in found.values()
    )


def _linksets(rows: Iterable[tuple[str, ...]]) -> tuple[Linkset, ...]:
    known = {space: (name, home) for space, name, home in read_table("targets")}
    return tuple(Linkset(*known.get(space, (space, space)), space, int(links)) for space, links in rows)
