"""`ibidem score`: hold the publication against gold."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = (
    "ibidem score tests/gold/sethi-2017",
    "ibidem score tests/gold/sethi-2017/treaties.tsv --build ../machine",
)


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A table named after its query, or a folder of them.")],
    build: Annotated[Path | None, typer.Option(metavar="DIR", help="The publication to hold against it.")] = None,
    paper: Annotated[str | None, typer.Option(metavar="ID", help="The paper; else the gold folder's name.")] = None,
) -> None:
    """Hold the publication against a gold reading.

    Prints precision, recall and F1 of each saved query that the gold answers, and what is missed. The format of
    gold, and what counts as equal: docs/scoring.md.
    """
    from ibidem.cli.console import say
    from ibidem.cli.places import queries_folder, store_folder
    from ibidem.saved_query import bind_parameters, find_saved_query
    from ibidem.score import figures, read_gold, score_lines, score_rows
    from ibidem.store import open_store, paper_names, select

    tables = read_gold(gold)
    store = open_store(store_folder(build))
    papers = paper_names(store)
    folder = gold if gold.is_dir() else gold.parent
    one = paper or (folder.resolve().name if folder.resolve().name in papers else None)
    scores = {}
    for name, rows in tables:
        query = find_saved_query(queries_folder(), name)
        values = {"paper": one} if one else {}
        answer = select(store, query.text, bind_parameters(query, values, papers=papers))
        found = tuple(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
        scores[name] = score_rows(name, gold=rows, found=found)
        for line in score_lines(scores[name]):
            say(line)
    say()
    for label, right, total in figures(scores):
        share = f"{right / total:.1%}" if total else "-"
        say(f"{label:<28} {share:>7}  {right} of {total}")
