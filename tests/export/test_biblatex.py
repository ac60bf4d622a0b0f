import re
from dataclasses import replace
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, NameParts, SeparateCoAuthors, SplitNameParts
from hypothesis import given, settings
from pylatexenc.latex2text import LatexNodes2Text

from bibliographies import BY_PROGRAM, bibliographies, folded, pandoc_items, said, whole_name
from ibidem.cited import Name
from ibidem.export.biblatex import entry_type, tex, to_biblatex
from ibidem.export.bibliography import Bibliography, Citation, Entry

TEXTS = (
    *(("title", "title"), ("series", "series"), ("volume", "volume"), ("edition", "edition")),
    *(("publisher", "publisher"), ("location", "place"), ("pages", "pages"), ("type", "genre")),
    *(("library", "archive"), ("isbn", "isbn"), ("note", "note")),
)
PLAIN = (
    *(("volume", "volume"), ("publisher", "publisher"), ("publisher-place", "place"), ("page", "pages")),
    *(("edition", "edition"), ("ISBN", "isbn"), ("note", "note")),
)
PEOPLE = (("author", "authors"), ("editor", "editors"), ("translator", "translators"))


def parsed(data: bytes) -> dict[str, dict[str, Any]]:
    """Let bibtexparser read a file, decode its TeX and divide its names."""
    middle = [SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()]
    library = parse_string(data.decode(), append_middleware=middle)
    assert not library.failed_blocks
    found = {entry.key: {key: field.value for key, field in entry.fields_dict.items()} for entry in library.entries}
    return {key: fields | {"": library.entries_dict[key].entry_type} for key, fields in found.items()}


def named(parts: NameParts) -> str:
    """Put a name together again; bibtexparser decodes no TeX inside of braces that keep a name whole."""
    whole = " ".join((*parts.first, *parts.von, *parts.last, *parts.jr))
    return plain(LatexNodes2Text().latex_to_text(whole) if "\\" in whole else whole)


def plain(text: str) -> str:
    """Fold a text further: without braces, and with the circumflex that the decoder writes."""
    return folded(text.replace("\u02c6", "^").replace("{", "").replace("}", ""))


@settings(max_examples=10, deadline=None)
@given(bibliographies())
def test_bibtexparser_reads_every_field(bibliography: Bibliography) -> None:
    found = parsed(to_biblatex(bibliography))
    assert list(found) == [entry.key for entry in bibliography.entries]
    for entry in bibliography.entries:
        fields = found[entry.key]
        for name, field in TEXTS:
            assert unbraced(fields.get(name, ""), getattr(entry, field)) == folded(getattr(entry, field)), name
        container = fields.get("journaltitle", fields.get("booktitle", ""))
        assert unbraced(container, entry.container) == folded(entry.container)
        numbers = [fields.get(name, "").replace("\u02c6", "^") for name in ("number", "issue")]
        assert {folded(number) for number in numbers if number} == {
            folded(number) for number in (entry.issue, entry.number) if number
        }
        assert fields.get("kind", fields[""]) == entry.kind
        # The tilde of EDTF is TeX's fixed space to a decoder.
        date = fields.get("edtf", fields.get("date", fields.get("year", "")))
        assert date.replace("\u00a0", "~").replace(" ", "") == entry.date
        assert fields.get("urldate", "") == entry.accessed
        for name, field in PEOPLE:
            people = [named(parts) for parts in fields.get(name, [])]
            assert people == [plain(said(name_)) for name_ in getattr(entry, field)]


def unbraced(text: str, wanted: str = "") -> str:
    """Take off the second pair of braces, which keeps capitals, unless it is of the text itself."""
    text = text.replace("\u02c6", "^")
    outer = text.startswith("{") and text.endswith("}") and folded(text) != folded(wanted)
    return folded(text[1:-1] if outer else text)


def paired(text: str) -> str:
    """Read what pandoc makes of a brace that has no other one."""
    return re.sub(r"\$?\\([lr])brace\$?", lambda found: "{" if found.group(1) == "l" else "}", text)


@BY_PROGRAM
@given(bibliographies())
def test_pandoc_reads_every_field(bibliography: Bibliography) -> None:
    items = pandoc_items(to_biblatex(bibliography), "biblatex")
    assert [item["id"] for item in items] == [entry.key for entry in bibliography.entries]
    for item, entry in zip(items, bibliography.entries, strict=True):
        texts = {name: paired(folded(str(value))) for name, value in item.items()}
        assert texts.get("title", "") == folded(entry.title)
        escaped = entry.url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
        assert (item.get("URL", ""), item.get("DOI", "")) == (escaped, entry.doi)
        assert texts.get("container-title", "") == folded(entry.container)
        assert texts.get("collection-title", "") == folded(entry.series)
        # It takes a type for the name of a phrase, and a library for a shelf mark: it decodes no TeX in them.
        assert folded(item.get("genre", "")) == folded(tex(entry.genre))
        assert folded(item.get("call-number", "")) == folded(tex(entry.archive))
        for name, field in PLAIN:
            if name == "publisher-place" and entry.kind == "patent":
                continue  # of a patent it is where it holds
            assert texts.get(name, "").replace("–", "-") == folded(getattr(entry, field)).replace("–", "-"), name
        for name, field in PEOPLE:
            people = [paired(folded(whole_name(person))) for person in item.get(name, [])]
            assert people == [folded(said(name_)) for name_ in getattr(entry, field)]


ZENDA = Entry("zenda", "https://example.org/work/zenda", "book", "Zenda")


@pytest.mark.parametrize(
    ("kind", "container", "periodical", "made"),
    [
        ("book", "", False, "book"),
        ("chapter", "Exiles", False, "incollection"),
        ("chapter", "", False, "misc"),
        ("article", "Daily Strel", True, "article"),
        ("monitoring-report", "FBIS", True, "article"),
        ("monitoring-report", "", False, "report"),
        ("report", "Exiles", False, "incollection"),
        ("legal_case", "Law Reports", True, "jurisdiction"),
        ("entry-encyclopedia", "Encyclopaedia", False, "inreference"),
    ],
)
def test_what_stands_in_a_journal_is_an_article(kind: str, container: str, periodical: bool, made: str) -> None:
    assert entry_type(replace(ZENDA, kind=kind, container=container, periodical=periodical)) == made


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100% #1 & co_op", r"100\% \#1 \& co\_op"),
        ("a~b^c\\d", r"a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d"),
        ("{a}", r"\{a\}"),
        ("{a", r"\ensuremath{\lbrace}a"),
        ("a -- b --- c", "a -{}- b -{}-{}- c"),
        ("''a'' ``b``", "'{}'a'{}' {`}{`}b{`}{`}"),
        ("Ö 東京", "Ö 東京"),
    ],
)
def test_a_text_is_written_as_tex_prints_it(text: str, written: str) -> None:
    assert tex(text) == written


@pytest.mark.parametrize(
    ("name", "author"),
    [
        (Name("Jan van der Berg", "van der Berg", "Jan"), "van der Berg, Jan"),
        (Name("Joshi", "Joshi"), "{Joshi}"),
        (Name("Bread and Roses"), "{Bread and Roses}"),
        (Name("John Smith, Jr.", "Smith", "John, Jr."), "Smith, {John, Jr.}"),
        (Name("AT&T"), r"{AT\&T}"),
    ],
)
def test_a_name_is_not_taken_apart_where_it_has_no_parts(name: Name, author: str) -> None:
    data = to_biblatex(Bibliography("https://example.org/doe", entries=(replace(ZENDA, authors=(name,)),)))
    assert f"  author = {{{author}}},\n" in data.decode()


def test_the_notes_that_cite_a_work_stand_in_a_field() -> None:
    cited = (
        Citation("3", "3", "", "full", "Zenda, p. 5", locator="5", work="zenda"),
        Citation("4", "4", "2", "ibid", "Ibid.", work="zenda"),
    )
    data = to_biblatex(Bibliography("https://example.org/doe", entries=(ZENDA,), citations=cited))
    assert "  citations = {3: 5; 2 4},\n" in data.decode()
