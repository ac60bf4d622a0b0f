"""Write PDFs for tests: letters at given places, and whole papers set by a small typesetter with known notes."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

WIDE = 0.6
"""The width of each letter of Courier, as a share of its size."""

FONTS = {"roman": "Courier", "bold": "Courier-Bold", "italic": "Courier-Oblique", "times": "Times-Roman"}


@dataclass(frozen=True)
class Put:
    """Text at a place; `raw` is set before it: a text matrix, a way of rendering."""

    x: float
    y: float
    text: str
    size: float = 10.0
    font: str = "roman"
    raw: str = ""

    @property
    def width(self) -> float:
        return WIDE * self.size * len(self.text)


@dataclass(frozen=True)
class Rule:
    x: float
    y: float
    width: float


Page = Sequence[Put | Rule]


def pdf(
    pages: Iterable[Page],
    *,
    width: float = 595,
    height: float = 842,
    turn: int = 0,
    info: Mapping[str, str] | None = None,
) -> bytes:
    """Give a PDF of the pages; `turn` is how far each is rotated for the reader, `info` what it says of itself."""
    bodies = [b"\n".join(map(_drawn, page)) for page in pages]
    first = 3 + len(FONTS)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(bodies)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(bodies)} >>".encode())
    for name in FONTS.values():
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode())
    fonts = " ".join(f"/{name} {3 + at} 0 R" for at, name in enumerate(FONTS))
    for at, body in enumerate(bodies):
        box = f"/MediaBox [0 0 {width} {height}] /Rotate {turn} /Resources << /Font << {fonts} >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {first + 2 * at + 1} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
    objects.append(
        b"<< " + b" ".join(b"/%s %s" % (key.encode(), _string(said)) for key, said in (info or {}).items()) + b" >>"
    )
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, size - 1, table)
    return bytes(out)


def _string(text: str) -> bytes:
    raw = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + raw + b")"


def _drawn(one: Put | Rule) -> bytes:
    if isinstance(one, Rule):
        return f"{one.x} {one.y} {one.width} 0.5 re f".encode()
    place = one.raw or f"1 0 0 1 {one.x:.2f} {one.y:.2f} Tm"
    return f"BT /{one.font} {one.size:.2f} Tf {place} ".encode() + _string(one.text) + b" Tj ET"


def lines(*texts: str, x: float = 70, top: float = 750, size: float = 10, font: str = "roman") -> list[Put]:
    """Give lines below one another."""
    return [Put(x, top - 1.25 * size * at, text, size, font) for at, text in enumerate(texts)]


@dataclass(frozen=True)
class Style:
    """How a paper is set."""

    columns: int = 1
    size: float = 10.0
    note_size: float = 8.0
    mark: str = "raised"
    label: str = "raised"
    restart: bool = False
    rule: bool = True
    at_end: bool = False
    width: float = 595
    height: float = 842
    head: str = "A Running Head"
    indent: float = 14.0
    rows: bool = False
    start: int = 1
    tab: float = 0.0


@dataclass
class Made:
    """A paper as set: its file, the texts of its notes, before which text each marker stands, its paragraphs."""

    data: bytes = b""
    notes: list[tuple[int, str]] = field(default_factory=list)
    markers: list[tuple[int, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    said: str = ""


@dataclass
class _Row:
    """A line of the text: its words, each with the note that it ends with."""

    words: list[str]
    notes: list[tuple[int, str] | None]
    indent: float
    opens: bool


_WORDS = [
    "river",
    "commission",
    "ledger",
    "settlement",
    "flood",
    "tariff",
    "northern",
    "archive",
    "delegation",
    "minutes",
    "harbour",
    "witness",
    "petition",
    "obscure",
    "evidence",
    "memorandum",
    "parish",
    "canal",
    "kingdom",
    "letter",
    "quiet",
    "grammar",
    "border",
    "marsh",
    "boat",
    "reversed",
    "described",
    "kept",
]


def paper(seed: int, style: Style, *, paragraphs: int = 14, long: float = 0.1) -> Made:
    """Set an invented paper; a share of its notes, `long`, is of many lines and runs over pages."""
    chance = random.Random(seed)
    made = Made()
    rows: list[_Row] = []
    gutter = 20.0
    column = (style.width - 140 - (style.columns - 1) * gutter) / style.columns
    fit = int(column / (WIDE * style.size)) - 5
    for _ in range(paragraphs):
        text = [_sentence(chance) for _ in range(chance.randint(3, 6))]
        made.paragraphs.append(" ".join(" ".join(words) for words in text))
        noted = [(words, chance.random() < 0.45) for words in text]
        rows += _rows(noted, fit, chance, made, long, style)
    made.data = _set(rows, style, column, gutter, made)
    return made


def _sentence(chance: random.Random) -> list[str]:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(6, 14))]
    return [words[0].capitalize(), *words[1:-1], words[-1] + "."]


def _rows(
    text: Sequence[tuple[list[str], bool]], fit: int, chance: random.Random, made: Made, long: float, style: Style
) -> list[_Row]:
    rows = [_Row([], [], style.indent, True)]
    used = 0
    for words, noted in text:
        for at, word in enumerate(words):
            if used + len(word) + 1 > fit - (2 if rows[-1].opens else 0):
                rows.append(_Row([], [], 0.0, False))
                used = 0
            used += len(word) + 1
            note = None
            if noted and at == len(words) - 1:
                lines = chance.randint(8, 20) if chance.random() < long else 1
                note = (len(made.notes) + style.start, " ".join(" ".join(_sentence(chance)) for _ in range(lines)))
                made.notes.append(note)
            rows[-1].words.append(word)
            rows[-1].notes.append(note)
    return rows


def _set(rows: list[_Row], style: Style, column: float, gutter: float, made: Made) -> bytes:
    pages: list[list[Put | Rule]] = []
    carried: list[tuple[int | None, str]] = []
    ends: list[tuple[int, str]] = []
    at = 0
    renumbered: list[tuple[int, str]] = []
    while at < len(rows) or carried:
        page: list[Put | Rule] = []
        count = 0
        for place in range(style.columns):
            left, top, bottom = 70 + place * (column + gutter), style.height - 90, 70.0
            notes, carried = carried, []
            y = top
            while at < len(rows) and not carried:
                fresh = _wrapped_notes(rows[at], count if style.restart else None, style, column)
                space = y - bottom - 1.2 * style.note_size * len(notes) - 14
                lead = 1.25 * style.size
                if space < lead + 1.2 * style.note_size * min(1, len(fresh)):
                    break
                y -= lead
                page += _row(rows[at], left, y, style, count, made)
                for note in rows[at].notes:
                    if note:
                        count += 1
                        number = count if style.restart else note[0]
                        renumbered.append((number, note[1]))
                        ends.append((number, note[1]))
                if not style.at_end:
                    room = int((space - lead) / (1.2 * style.note_size))
                    notes += fresh[:room]
                    carried = fresh[room:]
                at += 1
            page += _foot(notes, left, bottom, style)
        page.append(Put(70, style.height - 45, f"{style.head}", 8))
        page.append(Put(style.width / 2, 30, str(len(pages) + 1), 8))
        if style.rows:
            page.sort(key=lambda one: (-one.y, one.x))
        pages.append(page)
    made.notes = renumbered
    if style.at_end:
        pages += _end_pages(ends, style, column)
    return pdf(pages, width=style.width, height=style.height, info={"Title": "An Invented Paper"})


def _row(row: _Row, left: float, y: float, style: Style, count: int, made: Made) -> list[Put | Rule]:
    out: list[Put | Rule] = []
    x = left + row.indent
    made.said = "" if row.opens else made.said
    for word, note in zip(row.words, row.notes, strict=True):
        made.said += word
        out.append(Put(x, y, word, style.size))
        x += WIDE * style.size * len(word)
        if note:
            count += 1
            number = count if style.restart else note[0]
            made.markers.append((number, made.said[-20:]))
            out.append(_mark(number, x, y, style.size, style.mark))
            x += out[-1].width
        x += WIDE * style.size
        made.said += " "
    return out


def _mark(number: int, x: float, y: float, size: float, kind: str) -> Put:
    if kind == "raised":
        return Put(x, y + 0.35 * size, str(number), 0.6 * size)
    return Put(x, y, f"[{number}]" if kind == "[" else f"({number})", size)


def _label(number: int, kind: str) -> str:
    return {"dot": f"{number}. ", "bare": f"{number} ", "[": f"[{number}] ", "(": f"({number}) "}.get(kind, f"{number}")


def _wrapped_notes(row: _Row, count: int | None, style: Style, column: float) -> list[tuple[int | None, str]]:
    """Give the lines of the notes of a row, the first of each with its number."""
    out: list[tuple[int | None, str]] = []
    fit = int(column / (WIDE * style.note_size)) - 8
    for note in filter(None, row.notes):
        if count is not None:
            count += 1
        number = note[0] if count is None else count
        line = ""
        first = True
        for word in note[1].split():
            if len(line) + len(word) + 1 > fit:
                out.append((number if first else None, line))
                line, first = "", False
            line = f"{line} {word}" if line else word
        out.append((number if first else None, line))
    return out


def _foot(notes: Sequence[tuple[int | None, str]], left: float, bottom: float, style: Style) -> list[Put | Rule]:
    lead = 1.2 * style.note_size
    out: list[Put | Rule] = []
    y = bottom + lead * len(notes)
    if notes and style.rule:
        out.append(Rule(left, y + 2, 60))
    for number, text in notes:
        y -= lead
        x = left
        if number is not None:
            label = _label(number, style.label)
            if style.label == "raised":
                out.append(Put(x, y + 0.35 * style.note_size, label, 0.6 * style.note_size))
            else:
                out.append(Put(x, y, label.strip(), style.note_size))
            x += style.tab or out[-1].width + (WIDE * style.note_size if style.label != "raised" else 1)
        elif style.tab:
            x += style.tab
        out.append(Put(x, y, text, style.note_size))
    return out


def _end_pages(notes: Sequence[tuple[int, str]], style: Style, column: float) -> list[list[Put | Rule]]:
    whole = replace(style, columns=1, rule=False)
    held = [
        line
        for number, text in notes
        for line in _wrapped_notes(_Row([""], [(number, text)], 0, True), None, whole, style.width - 140)
    ]
    fit = int((style.height - 200) / (1.2 * style.note_size))
    pages = []
    for start in range(0, len(held), fit):
        part = held[start : start + fit]
        page = _foot(part, 70, style.height - 100 - 1.2 * style.note_size * len(part), whole)
        if start == 0:
            page.append(Put(70, style.height - 90, "Notes", style.size + 2, "bold"))
        page.append(Put(70, style.height - 45, style.head, 8))
        pages.append(page)
    return pages
