"""The views of the dataset for others (crosswalks) as further distributions of it."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from ibidem.iri import part
from ibidem.publish.catalogue.distribution import Distribution, format_of
from ibidem.publish.crosswalk import FOLDER
from ibidem.publish.crosswalk.header import Crosswalk, load_crosswalks
from ibidem.publish.source import Source

_ENDINGS = (".ttl", ".jsonld", ".csv")


def views(folder: Path, source: Source) -> tuple[Distribution, ...]:
    """Give the views that stand in the site, by the name of their crosswalk: each holds the dataset or a part of it."""
    return tuple(file for crosswalk in load_crosswalks(source.workspace) for file in _views(crosswalk, folder, source))


def _views(crosswalk: Crosswalk, folder: Path, source: Source) -> Iterator[Distribution]:
    for ending in _ENDINGS:
        path = f"{FOLDER}/{crosswalk.file}{ending}"
        found = format_of(ending)
        if found is None or not (folder / path).is_file():
            continue
        data = (folder / path).read_bytes()
        yield Distribution(
            iri=part(f"{source.base}dataset", f"view-{crosswalk.name}{ending}"),
            path=path,
            url=f"{source.address}{path}",
            format=found,
            size=len(data),
            sha256=sha256(data).hexdigest(),
            paper=None,
            view=f"{crosswalk.title} as {found.name}",
            about=f"Not the whole dataset, but what answers: {crosswalk.question} For {crosswalk.audience}.",
            profiles=crosswalk.conforms,
        )
