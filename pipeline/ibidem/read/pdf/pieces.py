"""Take the letters of a page from pdfium: in stretches that one text object draws, each with its place and font."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdf

from ibidem.read.pdf.glyphs import has_accents, is_unmapped, with_accent
from ibidem.read.pdf.page import Font

_RAISED_GLYPH = 0.18
_FIGURES = re.compile(r"(?<![\d\s(\[/–-])(?<!\d[.,:])\d{1,3}(?![\d%])")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!ght)|-bd|cmbx|sfbx", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slant|-it$|kursiv|cmti|sfti|cmsl", re.IGNORECASE)
_FORCED_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_WEIGHT = 600
_INVISIBLE = 3
_TOUCHING = 0.05
_APART = "´`¨ˆ˜ˇ˘¯˚˙˝¸˛"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(slots=True)
class Reading:
    """What is known while the pages are read."""

    fonts: dict[int, Font] = field(default_factory=dict)
    letters: int = 0
    unmapped: int = 0
    tested: int = 0
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters as they are drawn; `turn` counts quarter turns, 4 for a slope; `hidden` is drawn without ink."""

    text: str
    font: Font
    size: float
    origin: tuple[float, float]
    box: tuple[float, float, float, float]
    turn: int
    spaced: bool
    hidden: bool


def read_pieces(text: Any, state: Reading) -> Iterator[Piece]:
    """Give the letters of a page in the order of the file; what one font draws without a gap is one piece."""
    last: Piece | None = None
    for piece in _drawn(text, state):
        if last is not None and _goes_on(last, piece):
            box = (last.box[0], min(last.box[1], piece.box[1]), piece.box[2], max(last.box[3], piece.box[3]))
            last = replace(last, text=last.text + piece.text, box=box)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Tell whether a piece is drawn right behind the last one: some programs draw words in parts."""
    return (
        not piece.spaced
        and piece.font is last.font
        and piece.turn == last.turn == 0
        and piece.hidden is last.hidden
        and piece.size == last.size
        and piece.origin[1] == last.origin[1]
        and abs(piece.box[0] - last.box[2]) < _TOUCHING * piece.size
        and last.text[-1] not in _APART
        and piece.text[0] not in _APART
        and not _RIGHT_TO_LEFT.search(piece.text)
    )


def _drawn(text: Any, state: Reading) -> Iterator[Piece]:
    count = pdf.FPDFText_CountChars(text)
    page = ctypes.cast(text, ctypes.c_void_p).value or 0
    # A font lives as long as its page does: another one can stand at its address then.
    state.fonts.clear()
    letters = _letters(text, count)
    stretches = list(_stretches(page, count))
    if has_accents(letters):
        letters = _accented(text, letters, stretches)
    spaced = False
    for start, stop, drawn in stretches:
        held = letters[start:stop]
        if not drawn or not held.strip():
            spaced = True
            continue
        if held == "\u200b":
            continue
        state.tested += len(held)
        state.pieces += 1
        guessed = pdf.FPDFText_HasUnicodeMapError(text, start) == 1
        state.unmapped += len(held) if is_unmapped(held, guessed=guessed) else 0
        one = _piece(page, drawn, (start, stop), held, state, spaced=spaced)
        yield from _with_figures(text, start, one) if _FIGURES.search(held) else (one,)
        spaced = held[-1] in " \u00a0"


def _with_figures(text: Any, start: int, piece: Piece) -> Iterator[Piece]:
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


def _part(piece: Piece, first: int, last: int, ends: tuple[float, float], *, raised: bool) -> Piece:
    box = (ends[0], piece.box[1], ends[1], piece.box[3])
    size = 0.6 * piece.size if raised else piece.size
    origin = (ends[0], piece.origin[1] + (0.35 * piece.size if raised else 0.0))
    spaced = piece.spaced if not first else piece.text[first - 1].isspace()
    return replace(piece, text=piece.text[first:last], size=size, origin=origin, box=box, spaced=spaced)


def _accented(text: Any, letters: str, stretches: Sequence[tuple[int, int, int]]) -> str:
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


def _plain(function: Any, *kinds: Any, result: Any = ctypes.c_void_p) -> Any:
    """Give a function of pdfium that takes and returns addresses: a third of the time of typed pointers."""
    return ctypes.CFUNCTYPE(result, *kinds)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_AN_ADDRESS, _AN_INDEX = ctypes.c_void_p, ctypes.c_int
_object_of = _plain(pdf.FPDFText_GetTextObject, _AN_ADDRESS, _AN_INDEX)
_font_of = _plain(pdf.FPDFTextObj_GetFont, _AN_ADDRESS)
_mode_of = _plain(pdf.FPDFTextObj_GetTextRenderMode, _AN_ADDRESS)
_matrix_of = _plain(pdf.FPDFText_GetMatrix, _AN_ADDRESS, _AN_INDEX, _AN_ADDRESS)
_origin_of = _plain(pdf.FPDFText_GetCharOrigin, _AN_ADDRESS, _AN_INDEX, _AN_ADDRESS, _AN_ADDRESS)
_box_of = _plain(pdf.FPDFText_GetLooseCharBox, _AN_ADDRESS, _AN_INDEX, _AN_ADDRESS)
_size_of = _plain(pdf.FPDFText_GetFontSize, _AN_ADDRESS, _AN_INDEX, result=ctypes.c_double)

_left, _right, _bottom, _top = (ctypes.c_double() for _ in range(4))
_x, _y, _box, _matrix = ctypes.c_double(), ctypes.c_double(), pdf.FS_RECTF(), pdf.FS_MATRIX()
_AT_X, _AT_Y, _AT_BOX, _AT_MATRIX = (ctypes.addressof(held) for held in (_x, _y, _box, _matrix))


def _stretches(page: int, count: int) -> Iterator[tuple[int, int, int]]:
    """Give the stretches of letters with the text object that draws them; those that pdfium puts in have none."""
    at = 0
    while at < count:
        drawn = _object_of(page, at)
        if not drawn:
            yield at, at + 1, 0
            at += 1
            continue
        known, step = at, 1
        while known + step < count and _object_of(page, known + step) == drawn:
            known, step = known + step, 2 * step
        far = min(known + step, count)
        while far - known > 1:
            middle = (known + far) // 2
            if _object_of(page, middle) == drawn:
                known = middle
            else:
                far = middle
        yield at, known + 1, drawn
        at = known + 1


def _piece(page: int, drawn: int, span: tuple[int, int], held: str, state: Reading, *, spaced: bool) -> Piece:
    start, stop = span
    _matrix_of(page, start, _AT_MATRIX)
    a, b, c, d = _matrix.a, _matrix.b, _matrix.c, _matrix.d
    _origin_of(page, start, _AT_X, _AT_Y)
    _box_of(page, start, _AT_BOX)
    left, bottom, right, top = _box.left, _box.bottom, _box.right, _box.top
    if stop - start > 1:
        _box_of(page, stop - 1, _AT_BOX)
        left, bottom = min(left, _box.left), min(bottom, _box.bottom)
        right, top = max(right, _box.right), max(top, _box.top)
    size = _size_of(page, start) * (c * c + d * d) ** 0.5
    turn = (0 if a > 0 else 2) if abs(a) >= 2 * abs(b) else (1 if b > 0 else 3) if abs(b) >= 2 * abs(a) else 4
    hidden = _mode_of(drawn) == _INVISIBLE
    font = _font(drawn, state)
    return Piece(held, font, size, (_x.value, _y.value), (left, bottom, right, top), turn, spaced, hidden)


def _font(drawn: int, state: Reading) -> Font:
    key = _font_of(drawn) or 0
    found = state.fonts.get(key)
    if found is None and key:
        handle = ctypes.cast(key, pdf.FPDF_FONT)
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
