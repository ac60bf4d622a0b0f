"""Read the letters of a PDF with their places and fonts, by pdfium."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ibidem.errors import InputError
from ibidem.read.pdf.glyphs import cleaned
from ibidem.read.pdf.page import Glyphs, Rule, Sheet
from ibidem.read.pdf.pieces import Piece, Reading, read_pieces

MOST_PAGES = 2_500
MOST_LETTERS = 6_000_000
MOST_PIECES = 600_000
_MOST_OBJECTS = 20_000
_THIN = 2.5
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_SHORTEST_RULE = 25.0
_UNMAPPED_SHARE = 0.3


def read_sheets(document: pdfium.PdfDocument, *, path: Path) -> Iterator[Sheet]:
    """Give the pages; raise InputError where there are too many, no letters, or glyphs without letters."""
    count = len(document)
    if count > MOST_PAGES:
        raise InputError(f"has {count} pages, {MOST_PAGES} are read; split it into its chapters", path=path)
    state = Reading()
    for index in range(count):
        page = pdf.FPDF_LoadPage(document.raw, index)
        if not page:
            raise InputError(f"is damaged on page {index + 1}; get it anew", path=path)
        try:
            yield _sheet(page, index + 1, state)
        finally:
            pdf.FPDF_ClosePage(page)
        if state.letters > MOST_LETTERS or state.pieces > MOST_PIECES:
            raise InputError(f"holds more than is read by page {index + 1}: split it into its chapters", path=path)
    if not state.letters:
        raise InputError("holds no text: it is a scan; run OCR over it first (ocrmypdf), or get the text", path=path)
    if state.unmapped > _UNMAPPED_SHARE * state.tested:
        raise InputError("its fonts do not say which letters they show; run OCR over it first (ocrmypdf)", path=path)


def _sheet(page: Any, number: int, state: Reading) -> Sheet:
    width, height = pdf.FPDF_GetPageWidthF(page), pdf.FPDF_GetPageHeightF(page)
    text = pdf.FPDFText_LoadPage(page)
    if not text:
        return Sheet(number, width, height, (), ())
    try:
        pieces = list(read_pieces(text, state))
    finally:
        pdf.FPDFText_ClosePage(text)
    state.letters += sum(len(piece.text) for piece in pieces)
    rules = tuple(_rules(page)) if pieces else ()
    return _upright(Sheet(number, width, height, (), rules), pieces)


def _rules(page: Any) -> Iterator[Rule]:
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    for index in range(min(_MOST_OBJECTS, pdf.FPDFPage_CountObjects(page))):
        drawn = pdf.FPDFPage_GetObject(page, index)
        if pdf.FPDFPageObj_GetType(drawn) != pdf.FPDF_PAGEOBJ_PATH:
            continue
        if pdf.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            flat = top.value - bottom.value <= _THIN
            if flat and right.value - left.value >= _SHORTEST_RULE:
                yield Rule(left.value, right.value, top.value)


def _upright(sheet: Sheet, pieces: list[Piece]) -> Sheet:
    """Turn a page so that most of its letters stand upright, and drop those that nobody sees.

    Where none is seen they lie behind the picture of a scan, and count.
    """
    seen = [piece for piece in pieces if not piece.hidden]
    shown = seen if sum(len(piece.text) for piece in seen) * 10 > sum(len(piece.text) for piece in pieces) else pieces
    turns = Counter[int]()
    for piece in shown:
        turns[piece.turn] += len(piece.text)
    turn = turns.most_common(1)[0][0] if turns else 0
    turn = 0 if turn == 4 else turn
    width, height = (sheet.height, sheet.width) if turn % 2 else (sheet.width, sheet.height)
    glyphs = tuple(_glyphs(piece, turn, sheet) for piece in shown)
    rules = sheet.rules if turn == 0 else ()
    return _mirrored(replace(sheet, width=width, height=height, glyphs=cleaned(glyphs), rules=rules))


def _mirrored(sheet: Sheet) -> Sheet:
    """Mirror a page most of whose letters run to the left."""
    text = "".join(one.text for one in sheet.glyphs)
    if not _RIGHT_TO_LEFT.search(text) or 2 * len(_RIGHT_TO_LEFT.findall(text)) < sum(map(str.isalpha, text)):
        return sheet
    width = sheet.width
    glyphs = tuple(replace(one, left=width - one.right, right=width - one.left) for one in sheet.glyphs)
    rules = tuple(Rule(width - rule.right, width - rule.left, rule.height) for rule in sheet.rules)
    return replace(sheet, glyphs=glyphs, rules=rules, mirror=width)


def _glyphs(piece: Piece, turn: int, sheet: Sheet) -> Glyphs:
    left, bottom, right, top = piece.box
    x, y = piece.origin
    ends = (left, right)
    base = y
    if turn == 1:
        ends, base = (bottom, top), sheet.width - x
    elif turn == 2:
        ends, base = (sheet.width - right, sheet.width - left), sheet.height - y
    elif turn == 3:
        ends, base = (sheet.height - top, sheet.height - bottom), x
    turned = piece.turn != turn
    return Glyphs(piece.text, *ends, base, piece.size, piece.font, turned, piece.spaced)
