"""Lines become paragraphs, headings and quotations: by indents, gaps, sizes, and over pages and captions."""

from pathlib import Path

from ibidem.document import Document, PartKind
from ibidem.read.pdf import read
from pdf_made import Page, Put, lines, pdf

RIVER = (
    "The river rose in the night and took the bridge, the mill and the",
    "ledgers of the parish with it. Nobody had counted the boats then,",
    "and nobody was asked to. The board met on the next day and said a",
    "word or two of the matter, and then it rose.",
)
WHOLE = " ".join(RIVER)


def document(*pages: Page) -> Document:
    return read(pdf(pages), path=Path("paper.pdf"), format="pdf")


def kinds(held: Document) -> list[tuple[PartKind, str]]:
    return [(passage.kind, passage.text.strip()) for passage in held.passages]


def indented(top: float) -> list[Put]:
    first, *rest = lines(*RIVER, top=top)
    return [Put(first.x + 14, first.y, first.text, first.size), *rest]


def test_an_indent_opens_a_paragraph() -> None:
    held = document([*indented(760), *indented(710), *indented(660)])
    assert kinds(held) == [(PartKind.PARAGRAPH, WHOLE)] * 3


def test_a_gap_opens_a_paragraph() -> None:
    held = document([*lines(*RIVER, top=760), *lines(*RIVER, top=700), *lines(*RIVER, top=640)])
    assert kinds(held) == [(PartKind.PARAGRAPH, WHOLE)] * 3


def test_lines_set_in_are_a_quotation() -> None:
    said = lines("Whoever forgets this will be reminded of it by", "the water, and not by the board.", x=100, top=705)
    held = document([*indented(760), *said, *indented(675)])
    assert [kind for kind, _ in kinds(held)] == [PartKind.PARAGRAPH, PartKind.QUOTE, PartKind.PARAGRAPH]


def test_a_bold_line_is_a_heading() -> None:
    held = document([*indented(760), Put(70, 690, "After the Flood", 11, "bold"), *indented(670)])
    assert kinds(held)[1] == (PartKind.HEADING, "After the Flood")


def test_a_paragraph_goes_on_over_the_page_with_its_hyphen_mended() -> None:
    first = [*indented(760), *lines("Nobody on the board had ever asked how the waters were to be meas-", top=600)]
    held = document(first, lines("ured in the spring, or by whom, and the parish kept no record of it.", top=760))
    assert kinds(held)[-1][1] == (
        "Nobody on the board had ever asked how the waters were to be measured in the spring, "
        "or by whom, and the parish kept no record of it."
    )


def test_a_paragraph_goes_on_behind_a_caption() -> None:
    held = document(
        [*indented(760), *lines("Nobody on the board had ever asked how the waters of the canal were", top=680)],
        [
            Put(120, 760, "Table 1. Boats by year.", 8),
            *lines("to be counted, and the parish kept no record of it.", top=720),
        ],
    )
    assert kinds(held)[1:] == [
        (
            PartKind.PARAGRAPH,
            "Nobody on the board had ever asked how the waters of the canal were to be counted, "
            "and the parish kept no record of it.",
        ),
        (PartKind.PARAGRAPH, "Table 1. Boats by year."),
    ]


def test_a_drop_capital_opens_its_paragraph() -> None:
    capital = Put(70, 747.5, "T", 30)
    beside = lines("he river rose in the night and took the bridge and all of", "the mill with it.", x=90, top=760)
    rest = lines("Nobody had counted the boats, and nobody was asked to count them.", "The board rose.", top=735)
    text = " ".join(text for _, text in kinds(document([capital, *beside, *rest])))
    assert text.startswith("The river rose in the night")
