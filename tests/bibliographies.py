"""Works as exports meet them, made by hypothesis and by hand, and what other programs read back."""

import json
import re
import subprocess
import unicodedata
from dataclasses import replace
from typing import Any

import pypandoc
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from ibidem.cited import Form, Name
from ibidem.export.bibliography import Bibliography, Citation, Entry, Note, clean
from ibidem.words import read_table

KINDS = [row[0] for row in read_table("export-types")]

MARKS = "\"'“”‘’«»„‚`%#&~$^_\\{}[]<>|*@=+-–—,;:.!?/()\n\t\u00a0\u200b"
LETTERS = "abcXYZ019 éüßñçşŁøåÆŒ" + "Пушкин" + "東京大学" + "عربي" + "עברית" + "Ἀθῆναι" + "हिन्दी" + "𝔸𐍈😀" + "e\u0301"
ODD = (
    "Et al.",
    "A and B",
    "100% #1 & co_op",
    "C:\\new\\table",
    "{unpaired",
    "}{",
    "{a {b} c}",
    "$x^2$ ~ y",
    "@book{x, title={y}}",
    "<i>in italics</i> <script>alert(1)</script> &amp; &#65;",
    "]]> <!-- --> <![CDATA[ &lt;",
    "TY  - BOOK\r\nER  - \r\n",
    "ER  - ",
    "--- -- - '' `` ?` !` << >> ,,",
    "\\textit{x} \\input{/etc/passwd} %% comment",
    "line one\nline two\r\nline three\u2028four",
    "=cmd|'/c calc'!A0",
    "\x00\x07\x1b[31m\ufffe\ufdd0",
)
DATES = (
    *("", "1992", "0987", "1992-05", "1992-05-12", "1992-21", "1992-22", "1992-23", "1992-24", "1992~", "1992-05~"),
    *("1992?", "1992%", "1992/1993", "1992-09/1992-10", "1992-05-12/1993", "1992~/1993", "[1994,1995]", "[1994..1996]"),
    *("[1994-05,1995]", "1992-05-XX", "199X", "undated"),
)
PRINTED = (
    *("Ibid.", "Ibid., p. 5.", "Idem, 213–14", "See Smith, op. cit. n. 1, p. 5", "supra note 0, para. 4", "5", "See"),
    *("Vgl. oben Anm. 2, S. 5", "quoted in Doe, Zenda, 5"),
)
PAGES = ("", "5", "5-9", "xii-xv", "12-34, 56", "A4-A9", "e1234", "5–9", "213 - 14", "f. 3v")


def texts(*, empty: bool = True) -> st.SearchStrategy[str]:
    """Make texts as a store gives them: in one line, without what no XML holds."""
    made = st.one_of(st.text(LETTERS + MARKS, max_size=24), st.sampled_from(ODD), st.text(max_size=12)).map(clean)
    return made if empty else made.filter(bool)


def names() -> st.SearchStrategy[Name]:
    """Make names in parts, with particles, with a family name alone, and such as have no parts."""
    word = st.text("abcéłÄÖПуш", min_size=1, max_size=6).map(str.capitalize)
    parts = st.builds(lambda one, mark, other: f"{one}{mark}{other}", word, st.sampled_from((" ", "-", "’", "'")), word)
    family = st.one_of(
        parts, st.sampled_from(("van der Berg", "de la Cruz Martínez", "al-Farabi", "O’Neil", "Ó Briain"))
    )
    given = st.one_of(st.none(), parts, st.sampled_from(("J.", "Jean-Luc", "A. B.", "Sir John")))
    whole = st.sampled_from(
        ("World Bank", "Voltaire", "Ministry of Health, Labour and Welfare", "AT&T", "Church {of} X")
    )
    held = st.builds(lambda last, first: Name(f"{first or ''} {last}".strip(), last, first), family, given)
    return st.one_of(held, st.builds(Name, st.one_of(whole, texts(empty=False))))


def addresses() -> st.SearchStrategy[str]:
    """Make addresses, some with what TeX or RIS could take for their own."""
    return st.sampled_from(
        ("", "https://example.org/a%20b_c#d~e?f=1&g={h}", "http://example.org/ä;x=1,2", "https://example.org/a\\b")
    )


@st.composite
def entries(draw: st.DrawFn, key: str = "work-1") -> Entry:
    """Make one work with any of its fields."""
    line = texts()
    return Entry(
        key=key,
        iri=f"https://w3id.org/ibidem/doe-2001/work/{key}",
        kind=draw(st.sampled_from(KINDS)),
        title=draw(line),
        container=draw(line),
        periodical=draw(st.booleans()),
        authors=tuple(draw(st.lists(names(), max_size=3))),
        editors=tuple(draw(st.lists(names(), max_size=2))),
        translators=tuple(draw(st.lists(names(), max_size=2))),
        volume=draw(line),
        issue=draw(line),
        number=draw(line),
        pages=draw(st.sampled_from(PAGES)),
        date=draw(st.sampled_from(DATES)),
        accessed=draw(st.sampled_from(("", "2001-02-03", "2001-02", "2001"))),
        publisher=draw(line),
        place=draw(line),
        edition=draw(line),
        series=draw(line),
        url=draw(addresses()),
        doi=draw(st.sampled_from(("", "10.1000/a_b(c)<d>;e#f%g", "10.1/x"))),
        isbn=draw(st.sampled_from(("", "978-0-19-852663-6"))),
        archive=draw(line),
        genre=draw(line),
        note=draw(line),
    )


@st.composite
def bibliographies(draw: st.DrawFn) -> Bibliography:
    """Make up to five works."""
    count = draw(st.integers(min_value=1, max_value=5))
    made = tuple(draw(entries(f"work-{number}")) for number in range(1, count + 1))
    return Bibliography("https://w3id.org/ibidem/doe-2001", "A & B <c>", entries=made)


@st.composite
def cited(draw: st.DrawFn) -> Bibliography:
    """Make a few works with references that lead to them, or to nothing, in notes of one or two sections."""
    made = draw(bibliographies())
    keys = [entry.key for entry in made.entries]
    citations: list[Citation] = []
    for number in range(draw(st.integers(min_value=0, max_value=4))):
        earlier = ["", *(citation.key for citation in citations)]
        citations.append(
            Citation(
                key=f"{number}/1" if draw(st.booleans()) else str(number),
                number=str(number),
                section=draw(st.sampled_from(("", "1", "sign"))),
                form=draw(st.sampled_from(tuple(Form))).value,
                exact=draw(st.one_of(texts(empty=False), st.sampled_from(PRINTED))),
                signal=draw(st.sampled_from(("", "see", "quoted in"))),
                locator=draw(st.sampled_from(("", "5", "213-14", "para. 4"))),
                work=draw(st.sampled_from(["", "elsewhere", *keys])),
                antecedent=draw(st.sampled_from(earlier)),
                via=tuple(draw(st.lists(st.sampled_from(keys), max_size=2, unique=True))),
            )
        )
    notes, placed = [], []
    at = draw(st.integers(min_value=0, max_value=99))
    for citation in citations:
        before, after = draw(texts()), draw(texts())
        start = at + len(before)
        end = start + len(citation.exact)
        placed.append(replace(citation, start=start, end=end))
        if draw(st.booleans()):
            notes.append(Note(citation.number, citation.section, f"{before}{citation.exact}{after}", at))
        at = end + len(after)
    return replace(made, citations=tuple(placed), notes=tuple(notes))


def pandoc(data: bytes, source: str, target: str, *arguments: str) -> str:
    """Let pandoc read a bibliography, and write it otherwise."""
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", source, "-t", target, *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=True, timeout=60).stdout.decode()


def pandoc_items(data: bytes, source: str) -> list[dict[str, Any]]:
    """Give the CSL items that pandoc reads."""
    items: list[dict[str, Any]] = json.loads(pandoc(data, source, "csljson"))
    return items


def whole_name(name: dict[str, str]) -> str:
    """Put a CSL name together again as it is said: a program takes particles off either part."""
    parts = ("literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(name[part] for part in parts if name.get(part))


def said(name: Name) -> str:
    """Give what `whole_name` gives of our own name."""
    return " ".join(part for part in (name.given, name.family) if part) if name.family else name.literal


_QUOTES = str.maketrans(dict.fromkeys('“”„‟«»"', "'") | dict.fromkeys("‘’‚‛`", "'") | {"\u00a0": " "})


def folded(text: str) -> str:
    """Leave out what typography changes: which quotation mark it is, spaces, and how a raised figure is written."""
    plain = unicodedata.normalize("NFKC", re.sub("</?su[bp]>", "", text))
    return "".join(plain.translate(_QUOTES).replace("''", "'").split())


BY_PROGRAM = settings(
    max_examples=5, deadline=None, derandomize=True, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
)
"""For properties that start a program each time: a few examples, the same ones each time, not made smaller."""
