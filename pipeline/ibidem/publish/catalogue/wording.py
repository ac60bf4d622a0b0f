"""What several descriptions of the dataset say alike, in words and in codes."""

from collections.abc import Iterable
from typing import NamedTuple

from ibidem.dataset import Dataset
from ibidem.publish.catalogue.figures import PaperFigures
from ibidem.words import read_table

_THEME = "EDUC"
"""What the NDE Dataset Register takes where nothing is said: education, culture and sport."""

_LONGEST = 4000
_COUNTED = ("references", "works", "quotations", "actors", "treaties", "events", "claims")


class Licence(NamedTuple):
    """A licence: its address, its identifier in the list of SPDX, its name, its kind (ADMS)."""

    iri: str
    spdx: str
    name: str
    kind: str


def licence_of(iri: str) -> Licence:
    """Give what is known of a licence: of an unknown one, its address."""
    row = next((row for row in read_table("licences") if row[0] == iri), None)
    return Licence(*row) if row is not None else Licence(iri, "", iri, "")


def themes(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """Give the themes, code and name, in the order of the list."""
    wanted = dataset.themes or (_THEME,)
    return tuple((code, name) for code, name in read_table("themes") if code in wanted)


def spatial(dataset: Dataset, papers: Iterable[PaperFigures]) -> tuple[tuple[str, str], ...]:
    """Give the places that data are about, IRI and name: those of the settings, else those of the papers' events."""
    if dataset.spatial:
        return tuple((iri, "") for iri in dataset.spatial)
    return tuple(sorted({place for paper in papers for place in paper.places}))


def period(earliest: str, latest: str) -> str:
    """Give the interval between two days (ISO 8601), empty where nothing is dated."""
    return f"{earliest}/{latest}" if earliest and latest else ""


def paper_title(paper: PaperFigures) -> str:
    """Give the title of the data of a paper."""
    return f"Linked data of {paper.title}"


def paper_description(paper: PaperFigures) -> str:
    """Say in English what the data of a paper hold, with numbers."""
    counts = dict(paper.counts)
    held = [f"{counts[name]:,} {name}" for name in _COUNTED if counts.get(name)]
    by = f" by {', '.join(paper.authors)}" if paper.authors else ""
    when = f" ({paper.date})" if paper.date else ""
    what = f"{', '.join(held)} of the paper" if held else "What was read in the paper"
    text = f"{what} {paper.title}{by}{when} as RDF. Every statement leads back to the place in the paper that says it."
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def paper_rights(dataset: Dataset, paper: PaperFigures) -> str:
    """Say in English that the licence is that of the data, and what is known of the rights in the paper's text."""
    text = f"{paper.rights}, {paper.license}" if paper.license else paper.rights
    return f"The licence {licence_of(dataset.license).name} is that of the data. The text of the paper: {text}."
