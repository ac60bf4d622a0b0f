"""Small good papers of every format that is read, and ways to spoil them."""

import random
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypandoc

from documents import holds_together
from ibidem.errors import IbidemError
from ibidem.read import read_document

PAPER = """\
---
title: Pilots of the Sound
author: Ada Lindqvist
---

# The Dues

The Convention of 1857 ended the dues.[^1] Denmark lost a third,[^2] "kept silent" 𝔘 שלום e\u0301.

> The toll is free.

| Year | Dues |
|------|------|
| 1857 | none |

[^1]: Erik Holm, *The Sound Dues* (Oslo: Fjord, 1954), 12--15.

[^2]: Ibid., 33.
"""
WRITTEN = (
    ("markdown", "md"),
    ("docx", "docx"),
    ("odt", "odt"),
    ("epub3", "epub"),
    ("latex", "tex"),
    ("rst", "rst"),
    ("org", "org"),
    ("html", "html"),
    ("jats", "jats"),
    ("tei", "tei"),
)
"""What pandoc writes, with the suffix."""

QUICK = ("txt", "docx", "odt", "epub", "html", "jats", "tei", "pdf")
"""Those that are read in this process, in milliseconds."""

ZIPPED = ("docx", "odt", "epub")


def make_samples(folder: Path) -> dict[str, bytes]:
    """Write the paper in every format; give the bytes by suffix."""
    samples = {"txt": PAPER.encode(), "pdf": make_pdf()}
    for format, suffix in WRITTEN:
        path = folder / f"paper.{suffix}"
        extra = ["--standalone"]
        pypandoc.convert_text(PAPER, format, format="markdown", outputfile=str(path), extra_args=extra)
        samples[suffix] = path.read_bytes()
    return samples


def make_pdf() -> bytes:
    """Write a PDF of one page: a heading, a paragraph with a raised number, a rule's width below it a note."""
    lines = [
        (18, 72, 720, "The Dues of the Sound"),
        (11, 72, 690, "The Convention of 1857 ended the dues, and Denmark lost a third of its income."),
        (7, 455, 695, "1"),
        (11, 72, 676, "Sweden kept silent, as pilots say, for all of the years that were to come to it."),
        (6, 72, 104, "1"),
        (8, 76, 100, "Erik Holm, The Sound Dues (Oslo: Fjord, 1954), 12-15."),
    ]
    drawn = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for size, x, y, text in lines).encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    )
    held = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(held))
        held += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(held)
    held += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    held += b"".join(b"%010d 00000 n \n" % place for place in places)
    held += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(held)


def spoilt(data: bytes, suffix: str, *, cuts: int, flips: int) -> Iterator[tuple[str, bytes]]:
    """Give copies of a file that are cut, have bits flipped, bytes doubled or lost, and members swapped or gone."""
    for part in range(cuts):
        yield f"cut at {part}/{cuts}", data[: max(1, len(data) * part // cuts)]
    yield "last byte lost", data[:-1]
    chance = random.Random(f"{suffix}{len(data)}")
    for number in range(flips):
        held = bytearray(data)
        for _ in range(1 + number % 4):
            held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
        yield f"flip {number}", bytes(held)
    at, length = len(data) // 3, len(data) // 7
    yield "doubled", data[: at + length] + data[at:]
    yield "hole", data[:at] + data[at + length :]
    yield "zeros", data[:at] + bytes(length) + data[at + length :]
    yield "random", data[:at] + chance.randbytes(length) + data[at + length :]
    yield "something before", b"\r\n\r\n" + data
    yield "something behind", data + b"\0" * 600
    if suffix in ZIPPED:
        yield from _rezipped(data)


def _rezipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in members if members[name]]
    for name in names:
        yield f"without {name}", _zipped({one: held for one, held in members.items() if one != name})
        yield f"empty {name}", _zipped(members | {name: b""})
        yield f"half {name}", _zipped(members | {name: members[name][: len(members[name]) // 2]})
    for one, other in pairwise(names):
        yield f"{one} for {other}", _zipped(members | {one: members[other], other: members[one]})


def _zipped(members: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def outcome(data: bytes, *, folder: Path, name: str) -> str:
    """Read a file that may be spoilt: what comes is a document that holds together, or an error that says its file."""
    path = folder / name
    path.write_bytes(data)
    try:
        document = read_document(path)
    except IbidemError as error:
        assert str(path) in str(error)
        assert len(error.message) > 10
        assert "\n" not in error.message
        return "error"
    holds_together(document)
    return "document"
