"""What the first page says of the paper: its title, its authors, when and where it was printed."""

from pathlib import Path

import pytest

from ibidem.document import Document, PartKind
from ibidem.read.pdf import read
from pdf_made import Put, lines, pdf

BODY = [
    *lines(
        "The river rose in the night and took the bridge, the mill and the ledgers",
        "of the parish with it. Nobody had counted the boats beforehand, and nobody",
        "was asked to. The board met on the next day and said nothing of the matter.",
        top=560,
    ),
    *lines(
        "It was only in the spring that a memorandum spoke of the loss, without one",
        "name and without a figure. The figures came later, and they were not right.",
        top=510,
    ),
]


def document(*pages: list[Put], info: dict[str, str] | None = None) -> Document:
    return read(pdf(pages, info=info), path=Path("paper.pdf"), format="pdf")


def kinds(held: Document, kind: PartKind) -> list[str]:
    return [passage.text.strip() for passage in held.passages if passage.kind is kind]


def authored(held: Document) -> str:
    return " ".join(part.span.of(held.text) for part in held.parts if part.kind is PartKind.AUTHOR)


INFO = {"Title": "Rivers", "Author": "Anna Olsen; Bela Moreau", "CreationDate": "D:20180312"}

FRONT = [
    Put(120, 790, "Marsh Review, vol. 12, no. 3 (2019) https://doi.org/10.1234/marsh.2019.12", 7),
    Put(120, 740, "Ledgers and Their Keepers:", 18, "bold"),
    Put(120, 718, "A Short History", 18, "bold"),
    Put(120, 690, "Anna Olsen* and Bela Moreau†", 11),
    Put(120, 660, "Abstract", 10, "bold"),
    *lines("We keep ledgers, and we say why. Others have not kept any and", "do not say why.", x=120, top=640),
    Put(120, 605, "Keywords: ledgers; rivers; boats", 10),
]


def test_the_first_page_names_title_authors_and_abstract() -> None:
    held = document([*FRONT, *BODY])
    assert kinds(held, PartKind.TITLE) == ["Ledgers and Their Keepers: A Short History"]
    assert "Anna Olsen" in authored(held)
    assert kinds(held, PartKind.ABSTRACT)[0].startswith("We keep ledgers")
    assert [keyword.term.of(held.text) for keyword in held.keywords] == ["ledgers", "rivers", "boats"]


def test_the_first_page_says_when_and_where_it_was_printed() -> None:
    said = document([*FRONT, *BODY], info={"CreationDate": "D:20230604104748"}).metadata
    assert said.title == "Ledgers and Their Keepers: A Short History"
    assert said.authors == ("Anna Olsen", "Bela Moreau")
    assert said.date == "2019"
    assert said.doi == "10.1234/marsh.2019.12"


def test_the_information_dictionary_speaks_where_the_page_says_nothing() -> None:
    said = document(BODY, info=INFO).metadata
    assert (said.title, said.authors, said.date) == ("Rivers", ("Anna Olsen", "Bela Moreau"), "2018-03-12")


@pytest.mark.parametrize("given", ["Microsoft Word - draft3.docx", "untitled", "paper.dvi"])
def test_a_title_that_a_program_put_in_is_none(given: str) -> None:
    assert document(BODY, info={"Title": given}).metadata.title is None


@pytest.mark.parametrize(
    ("printed", "license"),
    [
        ("Published under CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        (
            "Creative Commons Attribution-NonCommercial 3.0 licence",
            "https://creativecommons.org/licenses/by-nc/3.0/",
        ),
        ("see https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/"),
        ("All rights reserved", None),
    ],
)
def test_a_licence_is_an_address(printed: str, license: str | None) -> None:
    assert document([*BODY, Put(70, 40, printed, 7)]).metadata.license == license
