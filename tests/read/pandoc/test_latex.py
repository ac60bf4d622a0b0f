from pathlib import Path

import pytest

from ibidem.document import Document, PartKind
from ibidem.errors import InputError
from ibidem.read.pandoc import read


def document(body: str, kind: str = "article", preamble: str = "") -> Document:
    source = f"\\documentclass{{{kind}}}{preamble}\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return read(source.encode(), path=Path("paper.tex"), format="latex")


def notes(found: Document) -> list[tuple[int, str | None, str]]:
    blocks = {passage.block: passage.text for passage in found.passages}
    return [(one.number, one.section, blocks[one.block]) for one in found.notes]


def markers(found: Document) -> list[tuple[int, str | None]]:
    return [(one.number, one.section) for one in found.markers]


def body(found: Document) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in found.passages if one.kind is not PartKind.NOTE]


def test_notes_count_on_and_a_number_of_its_own_does_not_count() -> None:
    found = document(r"A\footnote{One.} b\footnote[7]{Seven.} c\footnote{Two.}")
    assert markers(found) == [(1, None), (7, None), (2, None)]
    assert notes(found) == [(1, None, "One."), (7, None, "Seven."), (2, None, "Two.")]


@pytest.mark.parametrize(
    "text",
    [
        r"A\footnotemark{} b\footnote{Two.}.\footnotetext[1]{One.}",
        r"A\footnotemark\footnotetext{One.} b\footnote{Two.}.",
        r"A\footnotemark[1] b\footnotemark[2].\footnotetext[1]{One.}\footnotetext[2]{Two.}",
        r"\footnotetext[1]{One.}A\footnotemark[1] b\footnotemark[2].\footnotetext[2]{Two.}",
    ],
)
def test_markers_and_texts_that_stand_apart_belong_together(text: str) -> None:
    found = document(text)
    assert markers(found) == [(1, None), (2, None)]
    assert sorted(notes(found)) == [(1, None, "One."), (2, None, "Two.")]


def test_a_marker_may_name_a_note_again() -> None:
    found = document(r"A\footnotemark[1]\footnotetext[1]{One.} b\footnotemark[1].")
    assert (markers(found), notes(found)) == ([(1, None), (1, None)], [(1, None, "One.")])


def test_numbers_restart_with_the_chapters_of_a_book_and_where_they_are_set() -> None:
    found = document(r"\chapter{I} A\footnote{A.} b\footnote{B.} \chapter{II} C\footnote{C.}", kind="book")
    assert markers(found) == [(1, "1"), (2, "1"), (1, "2")]
    found = document(r"A\footnote{A.} \setcounter{footnote}{41} b\footnote{B.}")
    assert markers(found) == [(1, None), (42, None)]
    assert body(found) == [("title", "A b")]


def test_thanks_and_endnotes_count_apart() -> None:
    found = document(r"\maketitle A\footnote{F.} b\endnote{E.}", preamble=r"\title{T\thanks{To all.}}\author{Ann}")
    assert markers(found) == [(1, "sign"), (1, "1"), (1, "2")]
    assert notes(found) == [(1, "sign", "To all."), (1, "1", "F."), (1, "2", "E.")]
    assert found.metadata.title == "T"


def test_entries_and_what_cites_them() -> None:
    listed = (
        r"\begin{thebibliography}{9}\bibitem{a} Holm, \emph{Pilots}.\bibitem[Vik]{b} Vik, Toll.\end{thebibliography}"
    )
    found = document(rf"A short text. See \cite{{a}} and \citep[cf.][p.~3]{{b,c}}; \footcite[4]{{a}}. {listed}")
    assert body(found)[-1] == ("title", "A short text. See [1] and [cf. Vik; c, p.\xa03]; .")
    assert notes(found) == [
        (1, None, "[1, 4]."),
        (1, "bibliography", "Holm, Pilots."),
        (2, "bibliography", "Vik, Toll."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\unknown{lost words\footnote{N.}}", "lost words"),
        (r"\textquote{said so}", "“said so”"),
        (r"\marginpar{In the margin.}", "In the margin."),
        (r"\myown{some words}[x] and {\em more}", "some words[x] and more"),
        (r"Before\vspace{1cm}\index{Some Term}\label{some label} after", "Before after"),
        (r"``One'' -- `two' --- \textsc{Three} \o{} \'e \ss{} 5\,\%", "“One” – ‘two’ — Three ø é ß 5 %"),
        (r"A % \footnote{no}" + "\nB", "A B"),
        (r"\begin{verbatim}\footnote{no}\end{verbatim}", r"\footnote{no}"),
        (r"$x^2$ m", "x^2 m"),
        (r"\url{http://a.no/b_c}", "http://a.no/b_c"),
    ],
)
def test_what_is_printed_is_text(text: str, expected: str) -> None:
    found = document(r"\section{One} Long enough to be text." + "\n\n" + text)
    printed = body(found)[-1][1].replace("\u2006", " ")
    assert printed == expected
    assert len(found.notes) == ("N." in text)


@pytest.mark.parametrize("environment", ["quote", "quotation", "displayquote", "verse"])
def test_block_quotations(environment: str) -> None:
    found = document(f"Text.\n\n\\begin{{{environment}}}They said.\\end{{{environment}}}")
    assert body(found)[-1] == ("quote", "They said.")


def test_context_is_read_too() -> None:
    source = r"""\setuppapersize[A4]
\starttext
\startsectionlevel[title={The {\em Sound}\footnote{Head.}},reference={x}]
The \quotation{pilots} lost\footnote{Holm, {\em Pilots}, 12--13.} it.
\startblockquote
They paid.\footnote{Ibid.}
\stopblockquote
\startitemize[packed]
\item One
\stopitemize
\stopsectionlevel
\useURL[u][http://a.no/b] \from[u]
\stoptext
"""
    found = read(source.encode(), path=Path("paper.tex"), format="latex")
    assert body(found) == [
        ("title", "The Sound"),
        ("paragraph", "The “pilots” lost it."),
        ("quote", "They paid."),
        ("paragraph", "One"),
        ("paragraph", "http://a.no/b"),
    ]
    assert notes(found) == [(1, None, "Head."), (2, None, "Holm, Pilots, 12–13."), (3, None, "Ibid.")]


def test_a_second_series_of_notes_is_one_of_signs_beside_the_footnotes() -> None:
    declared = r"\DeclareNewFootnote[para]{B}[alph]"
    text = r"A.\footnote{One.} B.\footnoteB{So the minutes.} C.\footnote{Two.} D.\Afootnote{No series.}"
    found = document(text, preamble=declared)
    assert [one for one in notes(found) if one[1] is None] == [(1, None, "One."), (2, None, "Two.")]
    assert [one for one in notes(found) if one[1] == "sign"] == [(1, "sign", "So the minutes.")]
    assert notes(document(r"A.\footnoteB{One.} B.", preamble=declared)) == [(1, None, "One.")]
    assert notes(document(r"A.\parnote{One.} B.\Afootnote{Two.}")) == [(1, None, "One."), (2, None, "Two.")]


def test_no_other_file_is_read() -> None:
    with pytest.raises(InputError, match="takes it from other files"):
        document(r"\input{/etc/passwd}\include{/etc/hosts}\lstinputlisting{/etc/passwd}")
    assert body(document(r"Text. \input{/etc/passwd}"))[0][1] == "Text."


@pytest.mark.parametrize("text", [r"\def\a{\a\a}\a", r"\begin{quote}", "\\footnote{" * 50])
def test_what_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(InputError, match=r"cannot be read by pandoc|takes pandoc more"):
        document(text)
