from pathlib import Path

from ibidem.document import Metadata
from ibidem.read import read_document

PRINTED = """# The Quiet Ruin

Ann B. Author

12 May 2016

This work is licensed under a Creative Commons Attribution 4.0 International License. doi: 10.1234/ab.56. ISSN 1234-567X

## Tolls

The toll doubled in 1612; see 10.9999/zz.9, ISSN 8765-4321, under CC0 1.0.[^1]

[^1]: Ibid.
"""


def metadata(folder: Path, text: str, name: str = "paper.md") -> Metadata:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_document(path).metadata


def test_what_is_printed_before_the_first_heading_is_said_of_the_paper(tmp_path: Path) -> None:
    said = metadata(tmp_path, PRINTED)
    assert (said.authors, said.date, said.doi, said.issn, said.license) == (
        ("Ann B. Author",),
        "2016-05-12",
        "10.1234/ab.56",
        "1234-567X",
        "https://creativecommons.org/licenses/by/4.0/",
    )


def test_what_the_file_says_of_itself_stays(tmp_path: Path) -> None:
    settings = "---\nauthor: Bo Other\ndate: 2015\nlicense: CC BY-SA 4.0\n---\n\n"
    said = metadata(tmp_path, settings + PRINTED)
    assert (said.authors, said.date) == (("Bo Other",), "2015")
    assert said.license == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_what_stands_below_a_heading_says_nothing_of_the_paper(tmp_path: Path) -> None:
    said = metadata(tmp_path, "# T\n\n## Tolls\n\nSee 10.9999/zz.9, ISSN 8765-4321, under CC0 1.0.\n\n1612\n")
    assert (said.doi, said.issn, said.license, said.date) == (None, None, None, None)


def test_the_subtitle_below_the_title_is_part_of_it(tmp_path: Path) -> None:
    page = (
        '<html lang="en"><head><title>The Quiet Ruin</title></head><body><h1 class="title">The Quiet Ruin</h1>'
        '<p class="subtitle">Harbour Tolls</p><p class="author">ANN AUTHOR</p><p>Published: May 2016.</p>'
        "<p>The toll doubled in the year of the flood, and nobody paid it who could row.</p>"
        '<h2>On</h2><p class="subtitle">More</p></body></html>'
    )
    said = metadata(tmp_path, page, "paper.html")
    assert (said.title, said.authors, said.date) == ("The Quiet Ruin: Harbour Tolls", ("Ann Author",), "2016-05")
