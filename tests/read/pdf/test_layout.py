"""Papers printed by several programs and by our own typesetter are read with all their notes and markers."""

import re
import unicodedata
from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest

from ibidem.document import Document, PartKind
from ibidem.read.pdf import read
from pdf_made import Made, Style, paper
from table import read_cases

PRINTED = Path(__file__).with_name("printed")
TRUTH = {name: list(rows) for name, rows in groupby(read_cases(PRINTED / "truth.tsv"), key=lambda row: row["file"])}

STYLES = (
    Style(),
    Style(columns=2, size=8, note_size=6.5),
    Style(columns=2, size=8, note_size=6.5, rows=True),
    Style(label="dot"),
    Style(label="bare"),
    Style(mark="[", label="["),
    Style(mark="(", label="("),
    Style(restart=True),
    Style(restart=True, label="dot", columns=2, size=8, note_size=7),
    Style(at_end=True),
    Style(at_end=True, mark="[", label="["),
    Style(at_end=True, label="dot", note_size=10),
    Style(rule=False, width=440, height=600),
    Style(note_size=10),
    Style(note_size=10, rule=False, label="dot"),
    Style(indent=0),
    Style(start=45),
    Style(tab=30),
    Style(tab=36, label="dot"),
    Style(tab=24, label="bare", at_end=True),
)


def bare(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()


def texts(document: Document) -> dict[tuple[str | None, int], str]:
    """Give the text of each note by its section and its number."""
    blocks = {passage.block: passage.text for passage in document.passages}
    return {(note.section, note.number): blocks.get(note.block, "") for note in document.notes}


def marked(document: Document, *, letters: int) -> list[tuple[str, str]]:
    """Give for each marker, in reading order, the last letters before it and the text of its note."""
    notes = texts(document)
    return [
        (bare(passage.text[:at])[-letters:], bare(notes.get((marker.section, marker.number), "")))
        for passage in document.body()
        for at, marker in passage.markers
    ]


def printed(name: str) -> Document:
    path = PRINTED / f"{name}.pdf"
    return read(path.read_bytes(), path=path, format="pdf")


@pytest.mark.parametrize("name", TRUTH)
def test_each_marker_of_a_printed_paper_leads_to_its_note(name: str) -> None:
    document = printed(name)
    wanted = [(bare(row["before"])[-12:], bare(row["text"])) for row in TRUTH[name] if row["kind"] == "note"]
    assert marked(document, letters=12) == wanted
    assert Counter(map(bare, texts(document).values())) == Counter(text for _, text in wanted)


@pytest.mark.parametrize("name", TRUTH)
def test_headings_and_block_quotations_of_a_printed_paper_are_told_apart(name: str) -> None:
    document = printed(name)
    held = {kind: [bare(one.text) for one in document.passages if one.kind is kind] for kind in PartKind}
    assert [bare(row["text"]) for row in TRUTH[name] if row["kind"] == "title"] == held[PartKind.TITLE]
    headings = [heading.lstrip("0123456789") for heading in held[PartKind.HEADING]]
    for row in TRUTH[name]:
        if row["kind"] == "heading":
            assert bare(row["text"]) in headings
        if row["kind"] == "quote":
            assert bare(row["text"]) in held[PartKind.QUOTE]


def test_the_printed_papers_are_all_in_the_table() -> None:
    assert {path.stem for path in PRINTED.glob("*.pdf")} == {*TRUTH, "locked"}
    assert sum(row["kind"] == "note" for rows in TRUTH.values() for row in rows) > 120


def counted(made: Made) -> tuple[int, int, int]:
    """Give how many notes and markers were set, how many were read, and how many of these are right."""
    document = read(made.data, path=Path("made.pdf"), format="pdf")
    notes = [(number, bare(text)) for (_, number), text in texts(document).items()]
    marks = [
        (marker.number, bare(passage.text[:at])[-8:]) for passage in document.body() for at, marker in passage.markers
    ]
    read_in = Counter[object]((*notes, *marks))
    wanted = Counter[object](
        (
            *((number, bare(text)) for number, text in made.notes),
            *((number, bare(before)[-8:]) for number, before in made.markers),
        )
    )
    return wanted.total(), read_in.total(), (wanted & read_in).total()


@pytest.mark.parametrize("style", STYLES[:4], ids=str)
def test_the_notes_of_a_set_paper_are_found(style: Style) -> None:
    wanted, found, right = counted(paper(1, style, paragraphs=8))
    assert wanted == found == right > 20


@pytest.mark.slow
def test_the_notes_of_many_set_papers_are_found() -> None:
    counts = [counted(paper(seed, style)) for style in STYLES for seed in range(2, 8)]
    wanted, found, right = (sum(column) for column in zip(*counts, strict=True))
    assert wanted > 4000
    assert right / wanted >= 0.99
    assert right / found >= 0.99


def test_paragraphs_run_over_pages_and_keep_their_words() -> None:
    made = paper(3, Style(width=440, height=600), paragraphs=8)
    document = read(made.data, path=Path("made.pdf"), format="pdf")
    read_in = [passage.text.strip() for passage in document.passages if passage.kind is not PartKind.NOTE]
    assert read_in == made.paragraphs


def test_every_part_leads_back_to_a_page_and_a_box() -> None:
    document = printed("footnotes-two-columns")
    pages = [origin.page for origin in document.origins]
    assert set(pages) == {1, 2, 3, 4}
    offset = document.text.index("Rivers")
    origin = document.origin_at(offset)
    assert origin is not None
    assert origin.box is not None
    left, bottom, right, top = origin.box
    assert 0 < left < right < 596
    assert 0 < bottom < top < 843
