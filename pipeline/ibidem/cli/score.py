"""`ibidem score`: hold a publication, or one file, against gold."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ibidem.likeness import Row
    from ibidem.score.gold import Link, NotesGold, QuotesGold
    from ibidem.score.tally import Tally

EXAMPLES = (
    "ibidem score tests/gold/sethi-2017",
    "ibidem score tests/gold/sethi-2017/treaties.tsv --build ../machine",
    "ibidem score gold-notes.json --file paper.docx",
)


def score(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A table named after its query, a folder of them, or a JSON reading.")
    ],
    build: Annotated[Path | None, typer.Option(metavar="DIR", help="The publication to hold against it.")] = None,
    paper: Annotated[str | None, typer.Option(metavar="ID", help="The paper; else the gold folder's name.")] = None,
    file: Annotated[Path | None, typer.Option(metavar="FILE", help="A paper to read now, for a JSON reading.")] = None,
) -> None:
    """Hold a publication, or a paper's file, against a gold reading.

    Prints precision, recall and F1 of each saved query that the gold answers, and what is missed. A JSON reading is
    one of a paper's notes, of its quotations, or of the back-references in a set of footnotes. The format of gold,
    and what counts as equal: docs/scoring.md.
    """
    from ibidem.cli.console import say
    from ibidem.score.tally import tally_lines

    if gold.suffix == ".json":
        tally = _reading(gold, build, paper, file)
        for miss in tally.misses:
            say(f"  - {miss}")
        figures = tally.figures
    elif file is not None:
        raise typer.BadParameter(
            "a file is held against a JSON reading; tables need a publication", param_hint="--file"
        )
    else:
        figures = tuple(_tables(gold, build, paper))
    say()
    for line in tally_lines(figures):
        say(line)


def _tables(gold: Path, build: Path | None, paper: str | None) -> Iterator[tuple[str, int, int]]:
    from ibidem.cli.console import say
    from ibidem.score.table import figures, read_gold, score_lines, score_rows

    tables = read_gold(gold)
    folder = gold if gold.is_dir() else gold.parent
    found = _answers(build, paper, [name for name, _ in tables], named=folder.resolve().name)
    scores = {}
    for name, rows in tables:
        scores[name] = score_rows(name, gold=rows, found=found[name])
        for line in score_lines(scores[name]):
            say(line)
    yield from figures(scores)


def _answers(
    build: Path | None, paper: str | None, queries: Sequence[str], *, named: str
) -> dict[str, tuple["Row", ...]]:
    """Ask a publication the queries, for one paper where one is given or the gold is named after one."""
    from ibidem.cli.places import queries_folder, store_folder
    from ibidem.saved_query import bind_parameters, find_saved_query
    from ibidem.store import open_store, paper_names, select

    store = open_store(store_folder(build))
    papers = paper_names(store)
    one = paper or (named if named in papers else None)
    answers = {}
    for name in queries:
        query = find_saved_query(queries_folder(), name)
        answer = select(store, query.text, bind_parameters(query, {"paper": one} if one else {}, papers=papers))
        answers[name] = tuple(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return answers


def _reading(gold: Path, build: Path | None, paper: str | None, file: Path | None) -> "Tally":
    from ibidem.score.gold import NotesGold, QuotesGold, read_json_gold

    held = read_json_gold(gold)
    if not isinstance(held, NotesGold | QuotesGold):
        return _links(held, gold.parent, file)
    return _in_file(held, file) if file else _in_build(held, build, paper, gold.resolve().parent.name)


def _in_file(held: "NotesGold | QuotesGold", file: Path) -> "Tally":
    from ibidem.build import extract_paper
    from ibidem.score.found import FIRST, quotations_of, references_of
    from ibidem.score.gold import QuotesGold
    from ibidem.score.notes import score_notes
    from ibidem.score.quotes import score_quotes

    document, record = extract_paper(file)
    if isinstance(held, QuotesGold):
        return score_quotes(held, quotations_of(record))
    notes = (note.number for note in document.notes if note.section in FIRST)
    markers = (marker.number for marker in document.markers if marker.section in FIRST)
    return score_notes(held, references_of(record), notes=notes, markers=markers)


def _in_build(held: "NotesGold | QuotesGold", build: Path | None, paper: str | None, named: str) -> "Tally":
    from ibidem.score.found import quotations_in, references_in
    from ibidem.score.gold import QuotesGold
    from ibidem.score.notes import score_notes
    from ibidem.score.quotes import score_quotes

    if isinstance(held, QuotesGold):
        return score_quotes(held, quotations_in(_answers(build, paper, ["quotations"], named=named)["quotations"]))
    return score_notes(held, references_in(_answers(build, paper, ["citations"], named=named)["citations"]))


def _links(links: "Sequence[Link]", folder: Path, file: Path | None) -> "Tally":
    """Hold links against the sets of footnotes that they name, which stand beside them, or against the one given."""
    from ibidem.build import extract_document
    from ibidem.score.found import references_of
    from ibidem.score.links import read_footnotes, score_links

    paths = [file] if file else [folder / name for name in sorted({link.doc for link in links})]
    footnotes = {path.name: read_footnotes(path) for path in paths}
    found = {name: tuple(references_of(extract_document(held.document, name))) for name, held in footnotes.items()}
    return score_links(links, footnotes, found)
