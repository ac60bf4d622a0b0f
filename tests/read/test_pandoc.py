import subprocess
from pathlib import Path

import pytest

from acceptance import shared_paper
from ibidem.document import Document, PartKind
from ibidem.errors import InputError
from ibidem.read import read_document
from ibidem.read.pandoc import read
from ibidem.read.pandoc.process import program


def document(text: str, format: str = "markdown") -> Document:
    return read(text.encode(), path=Path("paper"), format=format)


def notes(found: Document) -> list[tuple[int, str]]:
    blocks = {passage.block: passage.text for passage in found.passages}
    return [(note.number, blocks[note.block]) for note in found.notes]


def markers(found: Document) -> list[int]:
    return [marker.number for marker in found.markers]


def kinds(found: Document) -> list[tuple[str, str]]:
    return [(passage.kind.value, passage.text) for passage in found.passages if passage.kind is not PartKind.NOTE]


def test_the_number_of_a_markdown_note_is_its_label() -> None:
    found = document("# T\n\nOne[^7] and[^2].\n\n[^7]: Seven.\n\n[^2]: Two.\n    Goes on.\n\n    And on.\n")
    assert markers(found) == [7, 2]
    assert notes(found) == [(7, "Seven."), (2, "Two. Goes on. And on.")]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("markdown", "T[^a] a[^b] again[^a].\n\n[^b]: Bee.\n\n[^a]: Ay *is*.\n\n[^c]: None.\n"),
        ("rst", "T [1]_ a [2]_ again [1]_.\n\n.. [1] Ay *is*.\n.. [2] Bee.\n.. [3] None.\n"),
        ("org", "T[fn:1] a[fn:2] again[fn:1].\n\n[fn:1] Ay /is/.\n\n[fn:2] Bee.\n\n[fn:3] None.\n"),
    ],
)
def test_a_note_pointed_at_twice_is_one_and_one_pointed_at_by_nothing_is_kept(format: str, text: str) -> None:
    found = document(text, format)
    assert markers(found) == [1, 2, 1]
    assert notes(found) == [(1, "Ay is."), (2, "Bee."), (3, "None.")]
    assert [span.of(found.text) for span in found.italics] == ["is"]


PRINTED = [
    ("A -- b --- c, 12--13 and http://a.no/b--c.", "A – b — c, 12–13 and http://a.no/b--c."),
    ('"Drum" \'and\' "soul"... isn\'t', '"Drum" \'and\' "soul"... isn\'t'),
    ("A. Smith wrote.\n\nB. Jones wrote.", "A. Smith wrote."),
    ("It cost $5 and $10, or 3% of it.", "It cost $5 and $10, or 3% of it."),
    ("See \\citep{x} and \\footnote.", "See \\citep{x} and \\footnote."),
    ("A *b*, _c_, **d**, ~~e~~, H~2~O, x^2^, [f]{.smallcaps} `g`", "A b, c, d, e, H2O, x², f g"),
    ("[the *page*](http://a.no) and <http://b.no/~c_d>", "the page and http://b.no/~c_d"),
    ("A line\\\nbroken<br>twice  \nand thrice", "A line broken twice and thrice"),
    ("A <b>bold</b> <!-- no --> word<span>s</span>&nbsp;&amp;", "A bold words\u00a0&"),
    ("co\u00adop \u200bword \U0001d504 שלום e\u0301", "coop word \U0001d504 שלום e\u0301"),
    ("{% include x.html %}\n{: .lead}\nText", "Text"),
    ("Said [sic] and [...] and [@smith, p. 3].", "Said [sic] and [...] and [@smith, p. 3]."),
    ("![alt](x.png) only", "only"),
    ("As in code `[^1]` it is.", "As in code [^1] it is."),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_what_stands_in_markdown_stays(text: str, expected: str) -> None:
    found = document(f"# T\n\n## H\n\n{text}\n\nEnd[^1].\n\n[^1]: N.\n")
    assert kinds(found)[2] == ("paragraph", expected)


def test_blocks_of_markdown() -> None:
    found = document(
        "# The Title\n\n## One\nText\n> Quoted.\n>\n> More.\n\n1. A\n2. B\n   - c\n\n"
        "| x | y |\n|---|---|\n| 1 | 2 |\n\n"
        "Term\n:   Meaning\n\n<blockquote>\nIn HTML.\n</blockquote>\n\n    code\n"
    )
    assert kinds(found) == [
        ("title", "The Title"),
        ("heading", "One"),
        ("paragraph", "Text"),
        ("quote", "Quoted."),
        ("quote", "More."),
        *(("paragraph", text) for text in ("A", "B", "c", "x", "y", "1", "2", "Term", "Meaning")),
        ("quote", "In HTML."),
        ("paragraph", "code"),
    ]
    assert "1. A\n\n2. B" in found.text


def test_a_marker_whose_note_is_missing_is_one_all_the_same() -> None:
    found = document("# T\n\n## H\n\nText[^1] and[^9].\n\n[^1]: See[^2].\n\n[^2]: Two.\n")
    assert sorted(markers(found)) == [1, 2, 9]
    assert notes(found) == [(1, "See."), (2, "Two.")]


def test_notes_whose_numbers_restart_are_two_runs() -> None:
    found = document("# I\n\nA[^1] b[^2].\n\n[^1]: One.\n\n[^2]: Two.\n\n# II\n\nC[^1].\n\n[^1]: Three.\n")
    assert [(marker.number, marker.section) for marker in found.markers] == [(1, "1"), (2, "1"), (1, "2")]
    assert [text for _, text in notes(found)] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("settings", "title", "authors"),
    [
        ('---\ntitle: "On: Peace"\nauthor: [Ann Holm, Bo Dahl]\n---\n', "On: Peace", ("Ann Holm", "Bo Dahl")),
        ('---\ntitle:\n  long: "On Peace"\nauthor:\n- name: Ann Holm\n---\n', "On Peace", ("Ann Holm",)),
        ("---\ntitle: On Peace\nauthor:\n- {family: Holm, given: Ann}\n---\n", "On Peace", ("Ann Holm",)),
        ("---\ntitle: On: Peace: [\nauthor: [\n---\n", "On: Peace: [", ()),
        ('+++\ntitle = "On Peace"\ndate = 2016-01-02\n+++\n', "On Peace", ()),
        ("% On Peace\n% Ann Holm; Bo Dahl\n\n", "On Peace", ("Ann Holm", "Bo Dahl")),
    ],
)
def test_settings_give_title_and_authors(settings: str, title: str, authors: tuple[str, ...]) -> None:
    found = document(f"{settings}\nText[^1].\n\n[^1]: N.\n")
    assert (found.metadata.title, found.metadata.authors) == (title, authors)
    assert kinds(found) == [("title", title), ("paragraph", "Text.")]


def test_settings_of_a_journal() -> None:
    settings = (
        "lang: fr\ndate: 12 mai 2016\ndoi: 10.1/x\nissn: 1234-5678\njournal: {title: Le Sund}\n"
        "license: 'CC BY, https://creativecommons.org/licenses/by/4.0/.'\n"
        "abstract: |\n  Of it *all*.\nkeywords: [war, peace]\n"
    )
    found = document(f"---\n{settings}---\n\n# H\n\nText.\n")
    assert found.metadata.language == "fr"
    assert (found.metadata.doi, found.metadata.issn, found.metadata.journal) == ("10.1/x", "1234-5678", "Le Sund")
    assert found.metadata.license == "https://creativecommons.org/licenses/by/4.0/"
    assert ("abstract", "Of it all.") in kinds(found)
    assert [word.term.of(found.text) for word in found.keywords] == ["war", "peace"]


def test_rst_numbers_its_notes() -> None:
    found = document(
        "Title\n=====\n\nA [#]_ b [3]_ c [#n]_ d [*]_ e [#n]_ and [HOLM]_.\n\n.. [#] One.\n.. [3] Three.\n"
        ".. [#n] Two.\n.. [*] Star.\n.. [HOLM] Pilots.\n\n.. include:: /etc/passwd\n",
        "rst",
    )
    assert [(marker.number, marker.section) for marker in found.markers] == [
        (1, None),
        (3, None),
        (2, None),
        (1, "sign"),
        (2, None),
    ]
    assert [text for _, text in notes(found)] == ["One.", "Three.", "Two.", "Star.", "Pilots."]


def test_org_numbers_its_notes() -> None:
    found = document(
        "#+TITLE: T\n* Head[fn:1]\nA[fn:: anonymous] b[fn:n: named] c[fn:n].\n#+BEGIN_QUOTE\nSaid.\n#+END_QUOTE\n"
        '#+INCLUDE: "/etc/passwd"\n\n[fn:1] Head note.\n',
        "org",
    )
    assert markers(found) == [1, 2, 3, 3]
    assert [text for _, text in notes(found)] == ["Head note.", "anonymous", "named"]
    assert ("quote", "Said.") in kinds(found)


@pytest.mark.parametrize(
    ("data", "format", "said"),
    [
        (b"caf\xe9", "markdown", "is not UTF-8"),
        (b"a\0b", "rst", "holds a NUL"),
        (b"<!-- nothing -->\n", "markdown", "holds no text"),
        (b"x" * 20_000_001, "markdown", "split it"),
        (b"#+INCLUDE: x\n", "org", "takes it from other files"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, format: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(data, path=Path("paper"), format=format)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["[" * 50_000, "> " * 20_000 + "x", "*a _b " * 50_000])
def test_what_takes_too_long_is_given_up(text: str) -> None:
    with pytest.raises(InputError, match="takes pandoc more"):
        document(text)


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


@pytest.mark.acceptance
def test_fifty_notes_of_a_published_paper() -> None:
    found = read_document(shared_paper("03-munro-soul-md-tex-pdf/munro-soul.md"))
    assert markers(found) == [note.number for note in found.notes] == list(range(1, 51))
    assert found.metadata.authors == ("Martin Munro",)
    assert [text for number, text in notes(found) if number == 28] == ["Ibid., 192."]
