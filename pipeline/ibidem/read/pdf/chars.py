"""Read the letters of a PDF with their places and fonts, by pdfium."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ibidem.errors import InputError
from ibidem.read.pdf.glyphs import cleaned, has_accents, is_unmapped, with_accent
from ibidem.read.pdf.page import Font, Glyphs, Rule, Sheet

MOST_PAGES = 2_500
MOST_LETTERS = 5_000_000
_MOST_OBJECTS = 20_000
_STRIDE = 12
_THIN = 2.5
_RAISED_GLYPH = 0.18
_FIGURES = re.compile(r"(?<![\d\s(\[/–-])(?<!\d[.,:])\d{1,3}(?![\d%])")
_SHORTEST_RULE = 25.0
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!ght)|-bd|cmbx|sfbx", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slant|-it$|kursiv|cmti|sfti|cmsl", re.IGNORECASE)
_FORCED_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_WEIGHT = 600
_INVISIBLE = 3
_UNMAPPED_SHARE = 0.3
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(slots=True)
class _Reading:
    """What is known while the pages are read."""

    fonts: dict[int, Font] = field(default_factory=dict)
    letters: int = 0
    unmapped: int = 0
    tested: int = 0


def read_sheets(document: pdfium.PdfDocument, *, path: Path) -> Iterator[Sheet]:
    """Give the pages; raise InputError where there are too many, no letters, or glyphs without letters."""
    count = len(document)
    if count > MOST_PAGES:
        raise InputError(f"has {count} pages, {MOST_PAGES} are read; split it into its chapters", path=path)
    state = _Reading()
    for index in range(count):
        page = pdf.FPDF_LoadPage(document.raw, index)
        if not page:
            raise InputError(f"is damaged on page {index + 1}; get it anew", path=path)
        try:
            yield _sheet(page, index + 1, state)
        finally:
            pdf.FPDF_ClosePage(page)
        if state.letters > MOST_LETTERS:
            raise InputError(f"holds more than {MOST_LETTERS} letters by page {index + 1}; split it", path=path)
    if not state.letters:
        raise InputError("holds no text: it is a scan; run OCR over it first (ocrmypdf), or get the text", path=path)
    if state.unmapped > _UNMAPPED_SHARE * state.tested:
        raise InputError("its fonts do not say which letters they show; run OCR over it first (ocrmypdf)", path=path)


def _sheet(page: Any, number: int, state: _Reading) -> Sheet:
    width, height = pdf.FPDF_GetPageWidthF(page), pdf.FPDF_GetPageHeightF(page)
    text = pdf.FPDFText_LoadPage(page)
    if not text:
        return Sheet(number, width, height, (), ())
    try:
        pieces = list(_pieces(text, state))
    finally:
        pdf.FPDFText_ClosePage(text)
    state.letters += sum(len(piece.text) for piece in pieces)
    rules = tuple(_rules(page)) if pieces else ()
    return _upright(Sheet(number, width, height, (), rules), pieces)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    font: Font
    size: float
    origin: tuple[float, float]
    box: tuple[float, float, float, float]
    turn: int
    spaced: bool
    hidden: bool


def _pieces(text: Any, state: _Reading) -> Iterator[_Piece]:
    count = pdf.FPDFText_CountChars(text)
    letters = _letters(text, count)
    stretches = list(_stretches(text, count))
    if has_accents(letters):
        letters = _accented(text, letters, stretches)
    spaced = False
    for start, stop, drawn in stretches:
        if not drawn:
            spaced = True
            continue
        held = letters[start:stop]
        if held == "\u200b":
            continue
        if held.strip():
            state.tested += len(held)
            guessed = pdf.FPDFText_HasUnicodeMapError(text, start) == 1
            state.unmapped += len(held) if is_unmapped(held, guessed=guessed) else 0
            one = _piece(text, drawn, (start, stop), held, state, spaced=spaced)
            yield from _with_figures(text, start, one) if _FIGURES.search(held) else (one,)
            spaced = held[-1] in " \u00a0"
        else:
            spaced = True


def _with_figures(text: Any, start: int, piece: _Piece) -> Iterator[_Piece]:
    """Part the raised figures that a font has as glyphs of their own from the letters in their size before them."""
    at = 0
    x, width = piece.box[0], (piece.box[2] - piece.box[0]) / len(piece.text)
    for match in _FIGURES.finditer(piece.text):
        pdf.FPDFText_GetCharBox(text, start + match.start(), _left, _right, _bottom, _top)
        if piece.turn or _bottom.value - piece.origin[1] < _RAISED_GLYPH * piece.size:
            continue
        for first, last, raised in ((at, match.start(), False), (match.start(), match.end(), True)):
            if first < last:
                yield _part(piece, first, last, (x + first * width, x + last * width), raised=raised)
        at = match.end()
    if at < len(piece.text):
        yield _part(piece, at, len(piece.text), (x + at * width, piece.box[2]), raised=False) if at else piece


def _part(piece: _Piece, first: int, last: int, ends: tuple[float, float], *, raised: bool) -> _Piece:
    box = (ends[0], piece.box[1], ends[1], piece.box[3])
    size = 0.6 * piece.size if raised else piece.size
    origin = (ends[0], piece.origin[1] + (0.35 * piece.size if raised else 0.0))
    spaced = piece.spaced if not first else piece.text[first - 1].isspace()
    return replace(piece, text=piece.text[first:last], size=size, origin=origin, box=box, spaced=spaced)


def _accented(text: Any, letters: str, stretches: Sequence[tuple[int, int, Any]]) -> str:
    """Set the accents that are drawn by themselves over the letters that stand below them."""
    held = list(letters)
    for start, stop, drawn in stretches:
        if not drawn or stop - start > 1 or not has_accents(letters[start]):
            continue
        pdf.FPDFText_GetCharOrigin(text, start, _x, _y)
        pdf.FPDFText_GetLooseCharBox(text, start, _box)
        up = 0.2 * abs(_box.top - _box.bottom)
        below = pdf.FPDFText_GetCharIndexAtPos(text, (_box.left + _box.right) / 2, _y.value + up, 1.0, 1.0)
        whole = with_accent(letters[below], letters[start]) if 0 <= below < len(letters) and below != start else ""
        if len(whole) == 1 and whole != letters[below]:
            held[below], held[start] = whole, "\u200b"
    return "".join(held)


def _letters(text: Any, count: int) -> str:
    """Give the letters, one code point for each index of pdfium's."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdf.FPDFText_GetText(text, 0, count, buffer) - 1
    units = memoryview(buffer).cast("B")[: 2 * max(0, written)].tobytes().decode("utf-16-le", "replace")
    if len(units) == count == written:
        return units
    return "".join(_code_point(pdf.FPDFText_GetUnicode(text, index)) for index in range(count))


def _code_point(value: int) -> str:
    return "\ufffd" if not 0 < value < 0x110000 or 0xD800 <= value < 0xE000 else chr(value)


def _stretches(text: Any, count: int) -> Iterator[tuple[int, int, Any]]:
    """Give the stretches of letters that one text object draws; those that pdfium puts in have none."""
    get = pdf.FPDFText_GetTextObject
    at = 0
    while at < count:
        here = get(text, at)
        key = _address(here)
        if not key:
            yield at, at + 1, None
            at += 1
            continue
        known, far = at, at + _STRIDE
        while far < count and _address(get(text, far)) == key:
            known, far = far, far + 2 * _STRIDE
        far = min(far, count)
        while far - known > 1:
            middle = (known + far) // 2
            if _address(get(text, middle)) == key:
                known = middle
            else:
                far = middle
        yield at, known + 1, here
        at = known + 1


def _address(pointer: Any) -> int:
    return ctypes.addressof(pointer.contents) if pointer else 0


_left, _right, _bottom, _top = (ctypes.c_double() for _ in range(4))
_x, _y, _box, _matrix = ctypes.c_double(), ctypes.c_double(), pdf.FS_RECTF(), pdf.FS_MATRIX()


def _piece(text: Any, drawn: Any, span: tuple[int, int], held: str, state: _Reading, *, spaced: bool) -> _Piece:
    start, stop = span
    pdf.FPDFText_GetMatrix(text, start, _matrix)
    a, b, c, d = _matrix.a, _matrix.b, _matrix.c, _matrix.d
    pdf.FPDFText_GetCharOrigin(text, start, _x, _y)
    pdf.FPDFText_GetLooseCharBox(text, start, _box)
    left, bottom, right, top = _box.left, _box.bottom, _box.right, _box.top
    if stop - start > 1:
        pdf.FPDFText_GetLooseCharBox(text, stop - 1, _box)
        left, bottom = min(left, _box.left), min(bottom, _box.bottom)
        right, top = max(right, _box.right), max(top, _box.top)
    size = pdf.FPDFText_GetFontSize(text, start) * (c * c + d * d) ** 0.5
    turn = (0 if a > 0 else 2) if abs(a) >= 2 * abs(b) else (1 if b > 0 else 3) if abs(b) >= 2 * abs(a) else 4
    hidden = pdf.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE
    font = _font(drawn, state)
    return _Piece(held, font, size, (_x.value, _y.value), (left, bottom, right, top), turn, spaced, hidden)


def _font(drawn: Any, state: _Reading) -> Font:
    handle = pdf.FPDFTextObj_GetFont(drawn)
    key = _address(handle)
    found = state.fonts.get(key)
    if found is None and handle:
        buffer = ctypes.create_string_buffer(200)
        length = pdf.FPDFFont_GetBaseFontName(handle, buffer, 200)
        name = buffer.raw[: max(0, min(length, 200) - 1)].decode("latin-1")
        flags, angle = pdf.FPDFFont_GetFlags(handle), ctypes.c_int()
        pdf.FPDFFont_GetItalicAngle(handle, angle)
        weight = pdf.FPDFFont_GetWeight(handle)
        bold = bool(_BOLD.search(name)) or (flags > 0 and bool(flags & _FORCED_BOLD)) or weight >= _BOLD_WEIGHT
        italic = bool(_ITALIC.search(name)) or (flags > 0 and bool(flags & _ITALIC_FLAG)) or angle.value < 0
        found = state.fonts[key] = Font(name, bold, italic)
    return found or Font()


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


def _upright(sheet: Sheet, pieces: list[_Piece]) -> Sheet:
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
    return replace(sheet, width=width, height=height, glyphs=cleaned(glyphs), rules=rules)


def _glyphs(piece: _Piece, turn: int, sheet: Sheet) -> Glyphs:
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
