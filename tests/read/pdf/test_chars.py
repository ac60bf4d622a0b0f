"""What cannot be read is refused with what to do; what is drawn sideways, turned or unseen is told apart."""

from pathlib import Path

import pytest

from ibidem.document import Document, PartKind
from ibidem.errors import InputError
from ibidem.read.pdf import chars, read
from pdf_made import Put, Style, lines, paper, pdf

PATH = Path("paper.pdf")
PRINTED = Path(__file__).with_name("printed")
TEXT = lines(
    "The river rose in the night and took the bridge,",
    "the mill and the ledgers of the parish with it.",
    "Nobody had counted the boats beforehand.",
)


def document(data: bytes) -> Document:
    return read(data, path=PATH, format="pdf")


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        document(data)
    assert caught.value.path == PATH
    return caught.value.message


def body(held: Document) -> str:
    return " ".join(passage.text.strip() for passage in held.body())


def test_a_scan_without_text_says_that_it_needs_ocr() -> None:
    assert "scan" in refusal(pdf([[], []]))
    assert "OCR" in refusal(pdf([[Put(50, 50, "   ")]]))


def test_a_locked_file_says_so() -> None:
    assert "password" in refusal((PRINTED / "locked.pdf").read_bytes())


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\n" + bytes(range(256)) * 20, pdf([TEXT])[:300]])
def test_what_is_cut_off_says_so(data: bytes) -> None:
    assert "damaged" in refusal(data)


def test_a_file_without_a_page_says_so() -> None:
    assert "damaged" in refusal(pdf([]))


def test_a_damaged_file_is_read_or_refused() -> None:
    data = (PRINTED / "endnotes.pdf").read_bytes()
    for at in range(0, len(data), 331):
        hurt = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        try:
            assert document(hurt).text
        except InputError as error:
            assert error.path == PATH


@pytest.mark.slow
def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    data = (PRINTED / "footnotes-two-columns-french.pdf").read_bytes()
    for at in range(10, len(data), 157):
        try:
            assert document(data[:at]).text
        except InputError as error:
            assert error.path == PATH


def test_glyphs_without_letters_are_refused() -> None:
    held = pdf([TEXT])
    nameless = held.replace(b"/Encoding /WinAnsiEncoding", b"/Encoding << /Differences [32 " + NAMELESS + b"] >>")
    assert "OCR" in refusal(nameless)


NAMELESS = b" ".join(b"/uniE0%02X" % at for at in range(95))


def test_more_pages_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chars, "MOST_PAGES", 2)
    assert "has 3 pages" in refusal(pdf([TEXT, TEXT, TEXT]))


def test_more_letters_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chars, "MOST_LETTERS", 100)
    assert "by page 1" in refusal(pdf([TEXT, TEXT]))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_rotated_reads_as_one_that_is_not(turn: int) -> None:
    assert body(document(pdf([TEXT], turn=turn))) == body(document(pdf([TEXT])))


def test_letters_that_all_stand_sideways_are_turned_upright() -> None:
    sideways = [Put(0, 0, one.text, raw=f"0 1 -1 0 {200 + 12 * at} 100 Tm") for at, one in enumerate(TEXT)]
    assert body(document(pdf([sideways]))) == body(document(pdf([TEXT])))


def test_what_stands_sideways_beside_the_text_is_furniture() -> None:
    stamp = Put(0, 0, "Downloaded by guest", raw="0 1 -1 0 30 200 Tm")
    held = document(pdf([[*TEXT, stamp]]))
    assert "guest" not in body(held)
    assert "Downloaded by guest" in held.text
    at = held.text.index("Downloaded")
    assert next(part.kind for part in held.parts if part.span.start <= at < part.span.end) is PartKind.FURNITURE


def test_unseen_letters_are_left_out_beside_seen_ones_and_read_where_all_are_unseen() -> None:
    hidden = [Put(one.x, one.y - 100, one.text, raw=f"3 Tr 1 0 0 1 {one.x} {one.y - 100} Tm") for one in TEXT]
    shown = document(pdf([[*TEXT, *hidden]]))
    assert shown.text.count("bridge") == 1
    assert "bridge" in document(pdf([hidden])).text


@pytest.mark.slow
def test_time_and_memory_grow_with_the_pages() -> None:
    """A paper of 600 pages: linear, and far below the bounds."""
    made = paper(1, Style(width=440, height=600), paragraphs=1500, long=0.05)
    held = document(made.data)
    assert max(origin.page or 0 for origin in held.origins) > 400
    assert len(held.notes) == len(made.notes)
