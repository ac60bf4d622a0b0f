"""Export: the works that a paper cites, for reference managers and editions (CSL-JSON, BibLaTeX, RIS, TEI)."""

from collections.abc import Callable
from dataclasses import dataclass

from ibidem.export.biblatex import to_biblatex
from ibidem.export.bibliography import Bibliography, read_bibliography
from ibidem.export.csl_json import to_csl_json
from ibidem.export.ris import to_ris
from ibidem.export.tei import to_tei

__all__ = ["EXPORTS", "Bibliography", "Export", "read_bibliography"]


@dataclass(frozen=True, slots=True)
class Export:
    """A format that works are exported in; `suffix` is the end of its files' names."""

    name: str
    title: str
    suffix: str
    write: Callable[[Bibliography], bytes]


EXPORTS: tuple[Export, ...] = (
    Export("csl-json", "CSL-JSON", ".csl.json", to_csl_json),
    Export("biblatex", "BibLaTeX", ".bib", to_biblatex),
    Export("ris", "RIS", ".ris", to_ris),
    Export("tei", "TEI", ".tei.xml", to_tei),
)
