"""`ibidem query`: ask the publication, read-only, with a limit of time."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem query citations --bind paper=sethi-2017",
    "ibidem query timeline --bind year=1993 --format csv",
    "ibidem query my-question.rq --build ../build",
)


class Format(StrEnum):
    """How the answer is printed: ttl is for CONSTRUCT and DESCRIBE, csv and tsv for SELECT."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    TTL = "ttl"


def query(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A saved query, or a file that ends in .rq.")],
    build: Annotated[Path | None, typer.Option(metavar="DIR", help="The publication, instead of build/.")] = None,
    bind: Annotated[list[str] | None, typer.Option(metavar="VAR=VALUE", help="Give a parameter its value.")] = None,
    format: Annotated[Format, typer.Option(help="How to print the answer.")] = Format.TABLE,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long the query may take.")] = 30.0,
) -> None:
    """Answer a saved query or a SPARQL file.

    `ibidem queries` lists the saved ones. A query that names no graph asks all graphs together. Updates and SERVICE
    are refused.
    """
    from ibidem.cli.answer import printed
    from ibidem.cli.console import note, write
    from ibidem.cli.near import hint
    from ibidem.cli.places import queries_folder, store_folder
    from ibidem.errors import QueryError
    from ibidem.saved_query import bind_parameters, find_saved_query, load_saved_query
    from ibidem.sparql import names_graphs
    from ibidem.store import open_store, paper_names, run_query

    folder = store_folder(build)
    is_file = name.endswith(".rq") or "/" in name
    path = Path(name) if is_file else queries_folder() / f"{name}.rq"
    saved = load_saved_query(path) if is_file else find_saved_query(path.parent, name)
    papers = paper_names(open_store(folder))
    bindings = bind_parameters(saved, _pairs(bind or []), papers=papers)
    output = format.value if format in (Format.CSV, Format.TSV) else "json"
    try:
        union = not names_graphs(saved.text)
        answer = run_query(folder, saved.text, bindings=bindings, output=output, union=union, seconds=seconds)
    except QueryError as error:
        raise error if error.path or not (is_file or error.line) else error.standing_in(path) from None
    base = next((iri.removesuffix(paper) for paper, iri in papers.items()), "")
    write(printed(answer, format.value, base=base))
    said = hint(folder, saved, bindings, answer)
    if said:
        note(said)


def _pairs(binds: list[str]) -> dict[str, str]:
    from ibidem.errors import QueryError

    pairs: dict[str, str] = {}
    for bind in binds:
        variable, equals, value = bind.partition("=")
        if not equals or not variable:
            raise QueryError(f"--bind {bind}: write it as VAR=VALUE, in quotation marks where it has spaces")
        if pairs.setdefault(variable.removeprefix("?"), value) != value:
            raise QueryError(f"--bind {bind}: {variable} has two values; give one")
    return pairs
