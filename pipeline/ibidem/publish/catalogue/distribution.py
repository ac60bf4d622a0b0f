"""The dumps as distributions: what each file is, how long it is, and its hash."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256

from ibidem.iri import part
from ibidem.publish.source import Source
from ibidem.words import read_table

DUMPS = "dumps"
"""The folder of the dumps in the site."""

_WHOLE = "dataset"


@dataclass(frozen=True, slots=True)
class Format:
    """What a file is by the end of its name.

    `media` and `compression` are media types (IANA), `type` a code of the European Union's list of file types,
    `standard` the address of the standard that the file keeps.
    """

    suffix: str
    name: str
    media: str
    compression: str
    type: str
    standard: str

    @property
    def sent(self) -> str:
        """Give the media type that a server names for the file: of a compressed one that of its compression."""
        return self.compression or self.media

    @property
    def packed(self) -> str:
        """Give the media type with the compression as its suffix: registered nowhere, but asked for in schema.org."""
        return f"{self.media}+{self.compression.rpartition('/')[2]}" if self.compression else self.media


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of the site that holds the whole dataset, or one paper (its id); `path` is relative to the site's root.

    A `view` has a title of its own, says what it is `about`, and keeps to profiles (IRIs) beside its format's standard.
    """

    iri: str
    path: str
    url: str
    format: Format
    size: int
    sha256: str
    paper: str | None
    view: str = ""
    about: str = ""
    profiles: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the name of the file."""
        return self.path.rpartition("/")[2]

    @property
    def title(self) -> str:
        """Give a title in English."""
        if self.view:
            return self.view
        zipped = ", compressed" if self.format.compression else ""
        return f"{'The whole dataset' if self.paper is None else self.paper} as {self.format.name}{zipped}"

    @property
    def description(self) -> str:
        """Say in English what the file holds."""
        if self.about:
            return self.about
        held = "All graphs of the dataset" if self.paper is None else f"The graph of the paper {self.paper}"
        apart = " in one file, which keeps them apart" if self.format.type in _QUADS and self.paper is None else ""
        return f"{held}{apart}, as {self.format.name} ({self.format.standard})."


_QUADS = ("RDF_TRIG", "RDF_N_QUADS", "JSON_LD")


@cache
def _formats() -> tuple[Format, ...]:
    found = (Format(*row) for row in read_table("formats"))
    return tuple(sorted(found, key=lambda item: -len(item.suffix)))


def format_of(name: str) -> Format | None:
    """Tell the format of a file by its name: of the ends that fit, the longest."""
    return next((found for found in _formats() if name.endswith(found.suffix)), None)


@lru_cache(maxsize=1)
def distributions(source: Source) -> tuple[Distribution, ...]:
    """Give the distributions: those of the whole dataset first, then those of each paper; by name."""
    return tuple(sorted(_distributions(source), key=lambda item: (item.paper is not None, item.paper or "", item.name)))


@lru_cache(maxsize=1)
def distributions_of(source: Source) -> Mapping[str | None, tuple[Distribution, ...]]:
    """Give the distributions of each paper by its id, and under None those of the whole dataset."""
    held: dict[str | None, list[Distribution]] = {}
    for file in distributions(source):
        held.setdefault(file.paper, []).append(file)
    return {paper: tuple(files) for paper, files in held.items()}


def _distributions(source: Source) -> Iterator[Distribution]:
    for file in source.dumps.iterdir():
        found = format_of(file.name)
        if found is None:
            continue
        stem = file.name.removesuffix(found.suffix)
        data = file.read_bytes()
        yield Distribution(
            iri=part(f"{source.base}dataset", f"dump-{file.name}"),
            path=f"{DUMPS}/{file.name}",
            url=f"{source.address}{DUMPS}/{file.name}",
            format=found,
            size=len(data),
            sha256=sha256(data).hexdigest(),
            paper=None if stem == _WHOLE else stem,
        )
