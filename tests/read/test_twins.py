"""One paper in the formats that pandoc writes: each is read back with the same notes and the same text."""

from pathlib import Path

import pypandoc
import pytest

from documents import body, holds_together, notes
from ibidem.read import read_document

PAPER = """\
---
title: Pilots of the Sound
author: Ada Lindqvist
date: 1981-05-02
lang: en
---

# The Dues

The Convention of 1857 ended the dues.[^1] Denmark lost a third[^2] of its income, *and* Sweden "kept silent".[^3]

> The toll is free.

- Item one[^4]
- Item two

| Year | Dues |
|------|------|
| 1857 | none |

## Pilots

A pilot --- Berg\u2019s brother --- called it "a toll".^[An inline note, with *italics*.]

[^1]: Erik Holm, *The Sound Dues* (Oslo: Fjord, 1954), 12--15.

[^2]: Ibid., 33.

    A second paragraph.

[^3]: Cf. Dahl, "Tolls and Treaties", 45.

[^4]: See above.
"""
NOTES = (
    "1 Erik Holm, The Sound Dues (Oslo: Fjord, 1954), 12–15. | 2 Ibid., 33. A second paragraph."
    " | 3 Cf. Dahl, “Tolls and Treaties”, 45. | 4 See above. | 5 An inline note, with italics."
)
BODY = (
    "# The Dues / The Convention of 1857 ended the dues.{1} Denmark lost a third{2} of its income, and Sweden “kept"
    " silent”.{3} / > The toll is free. / Item one{4} / Item two / Year Dues / 1857 none / # Pilots /"
    " A pilot — Berg’s brother — called it “a toll”.{5}"
)
FORMATS = (
    ("html", "a.html"),
    ("html4", "b.html"),
    ("epub3", "a.epub"),
    ("epub2", "b.epub"),
    ("jats_archiving", "a.xml"),
    ("jats_articleauthoring", "b.xml"),
    ("jats_publishing", "c.xml"),
    ("tei", "d.xml"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("format", "name"), FORMATS, ids=[format for format, _ in FORMATS])
def test_a_paper_written_by_pandoc_is_read_back(format: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    pypandoc.convert_text(PAPER, format, format="markdown", outputfile=str(path), extra_args=["--standalone"])
    document = read_document(path)
    holds_together(document)
    assert notes(document) == NOTES
    assert body(document).endswith(BODY), body(document)
    assert document.metadata.title == "Pilots of the Sound"
    assert document.metadata.authors == ("Ada Lindqvist",)
    # It has no place for the date.
    assert document.metadata.date == ("1981-05-02" if format != "jats_articleauthoring" else None)
