"""As what a kind of work goes into each format."""

from dataclasses import dataclass
from functools import cache

from ibidem.words import read_table


@dataclass(frozen=True, slots=True)
class Types:
    """The type of CSL, the entry type of BibLaTeX and the reference type of RIS that come nearest to a kind."""

    csl: str
    biblatex: str
    ris: str


@cache
def _table() -> dict[str, Types]:
    return {kind: Types(*types) for kind, *types in read_table("export-types")}


def kinds(kind: str) -> Types:
    """Give the types of a kind; those of a document for a kind that is not listed."""
    return _table().get(kind) or _table()["document"]
