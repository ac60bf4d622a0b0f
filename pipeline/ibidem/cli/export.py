"""`ibidem export`: the works that a paper cites, for reference managers and editions."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem export sethi-2017 --format biblatex --out sethi.bib",
    "ibidem export sethi-2017 --format tei",
)


class Format(StrEnum):
    """What the works are written as."""

    CSL_JSON = "csl-json"
    BIBLATEX = "biblatex"
    RIS = "ris"
    TEI = "tei"


def export(
    paper: Annotated[str, typer.Argument(metavar="PAPER", help="The id of a published paper.")],
    format: Annotated[Format, typer.Option(help="What to write the works as.")] = Format.CSL_JSON,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to a file, instead of printing.")] = None,
    build: Annotated[Path | None, typer.Option(metavar="DIR", help="The publication, instead of build/.")] = None,
) -> None:
    """Export the works that a published paper cites.

    CSL-JSON, BibLaTeX and RIS are for reference managers; TEI has the references of the notes too, each Ibid. with
    where it leads.
    """
    from difflib import get_close_matches

    from ibidem.cli.console import write
    from ibidem.cli.places import query_file, store_folder
    from ibidem.errors import InputError, OutputError
    from ibidem.export import EXPORTS, read_bibliography
    from ibidem.store import open_store, paper_names

    store = open_store(store_folder(build))
    papers = paper_names(store)
    if paper not in papers:
        close = get_close_matches(paper, papers, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"it has: {', '.join(papers) or 'none yet'}"
        raise InputError(f"the publication has no paper {paper!r}; {hint}")
    chosen = next(found for found in EXPORTS if found.name == format)
    data = chosen.write(read_bibliography(store, papers[paper], query_file=query_file))
    if out is None:
        write(data)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}; choose another --out", path=out) from None
