"""Running heads, page numbers and stamps are furniture; the last lines of notes are not, though they look alike."""

from pathlib import Path

from ibidem.document import Document, PartKind
from ibidem.read.pdf import read
from pdf_made import Page, Put, lines, pdf

WORDS = "the river rose and the board met and the mill stood still while the parish kept its ledgers dry"


def text(page: int, *, top: float = 720, count: int = 30) -> list[Put]:
    words = WORDS.split()
    return lines(*(" ".join((*words[(page + at) % 7 :], str(1900 + at))) for at in range(count)), top=top, size=8)


def furniture(pages: list[Page]) -> str:
    held = document(pages)
    return " ".join(part.span.of(held.text) for part in held.parts if part.kind is PartKind.FURNITURE)


def document(pages: list[Page]) -> Document:
    return read(pdf(pages), path=Path("paper.pdf"), format="pdf")


def test_running_heads_page_numbers_and_stamps_are_furniture() -> None:
    pages: list[Page] = [
        [
            *text(page),
            Put(70, 780, "OLSEN" if page % 2 else "RIVERS AND THEIR OWNERS", 8),
            Put(300, 40, str(page + 17), 8),
            Put(70, 20, "Downloaded from example.org on 3 May 2020", 6),
        ]
        for page in range(6)
    ]
    found = furniture(pages)
    assert found.count("OLSEN") == found.count("RIVERS") == 3
    assert found.count("Downloaded") == 6
    assert all(str(page + 17) in found for page in range(6))


def test_running_heads_that_change_with_the_section_are_furniture() -> None:
    heads = ["The Flood", "The Flood", "The Ledger", "The Mill", "The Boats", "The End"]
    pages: list[Page] = [[*text(page), Put(200, 780, head, 8)] for page, head in enumerate(heads)]
    found = furniture(pages)
    assert all(head in found for head in heads)


def test_the_last_note_of_pages_is_no_furniture_though_it_reads_alike() -> None:
    pages: list[Page] = []
    for page in range(5):
        held = [*text(page, count=40), Put(70, 80, f"{page + 1}", 4), Put(74, 78, f"Ibid., {page + 20}.", 6)]
        held.append(Put(held[0].x + held[0].width, held[0].y + 3, str(page + 1), 5))
        pages.append(held)
    read_in = document(pages)
    assert [note.number for note in read_in.notes] == [1, 2, 3, 4, 5]
    assert [marker.number for marker in read_in.markers] == [1, 2, 3, 4, 5]


def test_nothing_of_a_page_is_lost() -> None:
    pages: list[Page] = [[*text(page), Put(300, 40, str(page + 1), 8)] for page in range(4)]
    held = document(pages)
    assert held.text.count("parish") == sum(
        one.text.count("parish") for page in pages for one in page if isinstance(one, Put)
    )
    assert [str(page + 1) in furniture(pages).split() for page in range(4)] == [True] * 4
