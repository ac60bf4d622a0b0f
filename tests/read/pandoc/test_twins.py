"""One paper in six formats, written by pandoc, is read as one and the same."""

import subprocess
from pathlib import Path

import pytest

from ibidem.document import Document, PartKind
from ibidem.read import read_document
from ibidem.read.pandoc.process import program

PAPER = """\
---
title: The Dues of the Sound
author:
- Ann Holm
- Bo Dahl
date: 2016
---

# The Pilots

The pilots of Dragør[^1] lost the dues in 1857.[^2][^3] “A third of it all”, wrote *Skipper* Lund.[^4]

> They paid us nothing – and we rowed.[^5]
>
> We rowed on.

## What was paid[^6]

1.  Helsingør, as the king’s book says.[^7]
2.  Malmö

-   Nothing else

  Year     Dues[^8]
  -------- ----------
  1854     2,000
  1855     1,998

The end came with [the treaty](http://example.org/treaty).[^9] It is at <http://example.org/a_b>.

[^1]: Erik Holm, *Pilots and Politics* (Oslo: Havn, 1954), 12–13.

[^2]: Ibid., 14.

[^3]: Cf. Marta Vik, “The Toll”, *Journal of Straits* 4 (1960): 33.

[^4]: Lund to Berg, 3 May 1857.

    He wrote it twice.

[^5]: Holm, *Pilots*, 15; Vik, “The Toll”, 34.

[^6]: In rix-dollars.

[^7]: Kongens bog, fol. 3^v^.

[^8]: See n. 6.

[^9]: Ibid.
"""
NOTES = (
    "Erik Holm, Pilots and Politics (Oslo: Havn, 1954), 12–13.",
    "Ibid., 14.",
    "Cf. Marta Vik, “The Toll”, Journal of Straits 4 (1960): 33.",
    "Lund to Berg, 3 May 1857. He wrote it twice.",
    "Holm, Pilots, 15; Vik, “The Toll”, 34.",
    "In rix-dollars.",
    "Kongens bog, fol. 3v.",
    "See n. 6.",
    "Ibid.",
)
BODY = (
    ("title", "The Dues of the Sound"),
    ("heading", "The Pilots"),
    ("paragraph", "The pilots of Dragør lost the dues in 1857. “A third of it all”, wrote Skipper Lund."),
    ("quote", "They paid us nothing – and we rowed."),
    ("quote", "We rowed on."),
    ("heading", "What was paid"),
    ("paragraph", "Helsingør, as the king’s book says."),
    ("paragraph", "Malmö"),
    ("paragraph", "Nothing else"),
    *(("paragraph", cell) for cell in ("Year", "Dues", "1854", "2,000", "1855", "1,998")),
    ("paragraph", "The end came with the treaty. It is at http://example.org/a_b."),
)
FORMATS = {"markdown": "md", "docx": "docx", "odt": "odt", "latex": "tex", "rst": "rst", "org": "org"}


def written(folder: Path, format: str) -> Document:
    path = folder / f"paper.{FORMATS[format]}"
    # Nothing is made typographic that is so already.
    to = {"markdown": "markdown-smart", "latex": "latex-smart", "org": "org-special_strings"}.get(format, format)
    command = [program(), "--from", "markdown-smart", "--to", to, "--standalone", "--output", str(path)]
    subprocess.run(command, input=PAPER.encode(), check=True)
    return read_document(path)


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_a_paper_is_the_same_in_every_format(tmp_path: Path, format: str) -> None:
    found = written(tmp_path, format)
    blocks = {passage.block: " ".join(passage.text.split()) for passage in found.passages}
    assert tuple(blocks[note.block] for note in found.notes) == NOTES
    assert [note.number for note in found.notes] == [marker.number for marker in found.markers] == list(range(1, 10))
    body = tuple((one.kind.value, one.text) for one in found.passages if one.kind is not PartKind.NOTE)
    assert tuple(one for one in body if one[1] not in ("2016",)) == BODY
    italics = [span.of(found.text) for span in found.italics]
    assert italics == ["Skipper", "Pilots and Politics", "Journal of Straits", "Pilots"]
    # Of several authors in reST pandoc keeps one.
    expected = "Ann Holm; Bo Dahl" if format != "rst" else "Ann Holm"
    authors = [part.span.of(found.text) for part in found.parts if part.kind is PartKind.AUTHOR]
    assert "; ".join(authors) == expected
