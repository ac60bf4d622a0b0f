"""Measure how papers of every format are read, beside others: `python -m bench figures [--write]`.

With `--write` the figures become docs/figures.md. The papers and references with gold readings lie beside the project:
IBIDEM_PAPERS and IBIDEM_REFERENCES say where.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.child import BIN, Usage, python, run
from ibidem.read import read_document

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "figures.md"

PAPERS = (
    ("Krasnoff 2014", "TEI", "01-views-embassy-tei", "views-from-the-embassy.xml"),
    ("Munro 2016", "Markdown", "03-munro-soul-md-tex-pdf", "munro-soul.md"),
    ("Munro 2016", "PDF", "03-munro-soul-md-tex-pdf", "munro-soul.pdf"),
    ("FCC 2015, notes 1-113", "DOCX", "09-fcc-open-internet-docx", "fcc-open-internet-order-2015.docx"),
    ("Habenstein 2015, Ebd. only", "JATS", "11-heiup-habenstein-jats", "example_nlm.xml"),
    ("Malloy 2016", "PDF", "13-bologna-marketization-pdf", "10.6092_issn.2531-6133_6356.pdf"),
)
"""Papers with a reading of their notes: name, format, folder, file."""

_PARSER = "decisions/0015-read-references-by-rules-and-a-model.md"
_FIGURE = re.compile(r"^(?P<label>\S.*?)\s+(?:[\d.]+%|-)\s+(?P<right>\d+) of (?P<total>\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int
    total: int

    def __str__(self) -> str:
        """Show both numbers, and the share where there is one."""
        return f"{self.right} of {self.total} ({self.right / self.total:.1%})" if self.total else "-"

    def __add__(self, other: "Share") -> "Share":
        """Count two sets together."""
        return Share(self.right + other.right, self.total + other.total)


NOTHING = Share(0, 0)


def scored(gold: Path, *file: str) -> dict[str, Share]:
    """Give the figures that `ibidem score` prints."""
    printed = run(str(BIN / "ibidem"), "score", str(gold), *file).output
    return {match["label"]: Share(int(match["right"]), int(match["total"])) for match in _FIGURE.finditer(printed)}


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Lay rows out as a table of Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def notes(papers: Path) -> Iterator[str]:
    """Measure notes, markers and what short forms were led to."""
    columns = ("notes: found", "markers: found", "back-references: answered", "back-references: right of answered")
    simple = "back-references: last one before"
    rows = []
    sums = dict.fromkeys((*columns, simple), NOTHING)
    for name, format, folder, file in PAPERS:
        held = scored(papers / folder / "gold-notes.json", "--file", str(papers / folder / file))
        rows.append((f"{name} ({format})", *(str(held.get(column, NOTHING)) for column in (*columns, simple))))
        sums = {column: sums[column] + held.get(column, NOTHING) for column in sums}
    rows.append(("all", *(str(sums[column]) for column in (*columns, simple))))
    yield "## Notes, Ibid. and short forms\n"
    yield "*Answered*: led to a work, the others are findings. *Simple rule*: the last reference of the note before.\n"
    yield from table(("paper", "notes found", "markers found", "answered", "right of answered", "simple rule"), rows)


def anaphora(references: Path) -> Iterator[str]:
    """Measure the short forms of two socio-legal articles."""
    held = scored(references / "mpilhlt" / "anaphora_links.json")
    yield "## Short forms in legal footnotes\n"
    yield from table(("what", "figure"), [(label, str(share)) for label, share in held.items()])


def quotations(papers: Path) -> Iterator[str]:
    """Measure whose words quotations are."""
    folder = papers / "01-views-embassy-tei"
    held = scored(folder / "gold-quotes.json", "--file", str(folder / "views-from-the-embassy.xml"))
    yield "## Quotations (Krasnoff 2014)\n"
    yield from table(("what", "figure"), [(label, str(share)) for label, share in held.items()])


def long_paper(papers: Path) -> Iterator[str]:
    """Measure the longest paper, beside pandoc alone."""
    import pypandoc

    file = str(papers / "09-fcc-open-internet-docx" / "fcc-open-internet-order-2015.docx")
    whole = run(str(BIN / "ibidem"), "extract", file)
    reading = "import sys, pathlib; from ibidem.read import read_document; read_document(pathlib.Path(sys.argv[1]))"
    reader = python("-c", reading, file)
    pandoc = run(pypandoc.get_pandoc_path(), "--sandbox", "-t", "json", file)
    yield "## A long paper: 300 pages, 2,515 notes, DOCX\n"
    rows = [_used("ibidem extract, all of it", whole), _used("its reader", reader), _used("pandoc's reader", pandoc)]
    yield from table(("what", "seconds of CPU", "memory, MB"), rows)


def _used(label: str, usage: Usage) -> tuple[str, str, str]:
    return label, f"{usage.cpu:.1f}", f"{usage.peak:.0f}"


def references() -> Iterator[str]:
    """Say where the figures of the parser are: they train models, for half an hour."""
    yield "## Fields of references\n"
    yield "`python -m bench references` trains models without what it measures them on, for half an hour: it is apart."
    yield f"What it gave last says [the decision on the parser]({_PARSER}).\n"


def first_paper() -> Iterator[str]:
    """Measure the paper that has an edition, with decisions and without."""
    import tempfile

    yield "## Sethi 2017\n"
    held = []
    for options in ((), ("--no-decisions",)):
        with tempfile.TemporaryDirectory() as folder:
            build = Path(folder) / "build"
            run(str(BIN / "ibidem"), "publish", "--no-site", "--out", str(build), *options)
            held.append(scored(ROOT / "tests" / "gold" / "sethi-2017", "--build", str(build)))
    rows = [(label, str(share), str(held[1].get(label, NOTHING))) for label, share in held[0].items()]
    yield from table(("what", "with decisions", "machine alone"), rows)


def page() -> Iterator[str]:
    """Give the lines of the page."""
    papers, others = Path(os.environ["IBIDEM_PAPERS"]), Path(os.environ["IBIDEM_REFERENCES"])
    yield "# Figures\n"
    yield (
        "Written by `python -m bench figures --write` from papers and references with gold readings that people made.\n"
        "The rules were written with these papers in view: development figures; unseen papers fare less well.\n"
    )
    yield from notes(papers)
    yield from anaphora(others)
    yield from quotations(papers)
    yield from foreign()
    yield from references()
    yield from long_paper(papers)
    yield from first_paper()


def foreign() -> Iterator[str]:
    """Count the notes of web pages as many programs write them, three on each page, beside pandoc."""
    import pypandoc

    pages = sorted((ROOT / "tests" / "read" / "cases" / "html").glob("*.html"))
    ours = sum(len({(one.section, one.number) for one in read_document(page).markers}) for page in pages)
    pandoc = (run(pypandoc.get_pandoc_path(), "--sandbox", "-t", "json", str(page)).output for page in pages)
    theirs = sum(printed.count('"t":"Note"') for printed in pandoc)
    yield f"## Notes in web pages of {len(pages)} makers\n"
    found = (("ibidem", ours), ("pandoc", theirs))
    yield from table(("what", "notes found"), [(name, str(Share(number, 3 * len(pages)))) for name, number in found])


def figures(*, write: bool) -> None:
    """Print the figures, or write their page."""
    missing = [name for name in ("IBIDEM_PAPERS", "IBIDEM_REFERENCES") if not os.environ.get(name)]
    if missing:
        sys.exit(f"{' and '.join(missing)} must name the folders that lie beside the project")
    lines = "\n".join(page())
    if write:
        PAGE.write_text(f"{lines.rstrip()}\n", encoding="utf-8")
    else:
        print(lines)
