"""The views of the dataset for others (crosswalks) as further distributions of it."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from ibidem.iri import part
from ibidem.publish.catalogue.distribution import Distribution, format_of
from ibidem.publish.crosswalk import FOLDER
from ibidem.publish.crosswalk.bibliography import export_links
from ibidem.publish.crosswalk.header import Crosswalk, load_crosswalks
from ibidem.publish.site.paper.part import Paper, papers
from ibidem.publish.source import Source

_ENDINGS = (".ttl", ".jsonld", ".csv")


def views(folder: Path, source: Source) -> tuple[Distribution, ...]:
    """Give the views that stand in the site, by the name of their crosswalk: each holds the dataset or a part of it.

    The works of each paper come after them.
    """
    made = tuple(file for crosswalk in load_crosswalks(source.workspace) for file in _views(crosswalk, folder, source))
    return made + tuple(file for paper in papers(source) for file in _works(paper, folder, source))


def _views(crosswalk: Crosswalk, folder: Path, source: Source) -> Iterator[Distribution]:
    for ending in _ENDINGS:
        path = f"{FOLDER}/{crosswalk.file}{ending}"
        about = f"Not the whole dataset, but what answers: {crosswalk.question} For {crosswalk.audience}."
        yield from _file(
            folder,
            source,
            path,
            name=f"view-{crosswalk.name}{ending}",
            title=crosswalk.title,
            about=about,
            profiles=crosswalk.conforms,
        )


def _works(paper: Paper, folder: Path, source: Source) -> Iterator[Distribution]:
    for _, path in export_links(paper):
        about = f"Not the whole dataset, but the works that {paper.path} cites. For reference managers and editions."
        name = f"works-{path.rpartition('/')[2]}"
        yield from _file(folder, source, f"{FOLDER}/{path}", name=name, title=f"Works of {paper.path}", about=about)


def _file(
    folder: Path, source: Source, path: str, *, name: str, title: str, about: str, profiles: tuple[str, ...] = ()
) -> Iterator[Distribution]:
    """Describe a file under its name in the dataset, where it stands in the site."""
    found = format_of(path)
    if found is None or not (folder / path).is_file():
        return
    data = (folder / path).read_bytes()
    yield Distribution(
        iri=part(f"{source.base}dataset", name),
        path=path,
        url=f"{source.address}{path}",
        format=found,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        paper=None,
        view=f"{title} as {found.name}",
        about=about,
        profiles=profiles,
    )
