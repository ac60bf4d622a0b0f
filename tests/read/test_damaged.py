"""Files that are damaged, or made to do harm: an error that says what is wrong, or a document; never a traceback."""

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents import make_epub, notes, read
from ibidem.errors import InputError
from ibidem.read.format import formats
from spoilt import QUICK, WRITTEN, make_samples, outcome, spoilt
from table import read_cases

SUFFIXES = ("txt", "pdf", *(suffix for _, suffix in WRITTEN))
SLOWEST = 10
LARGEST = 1_000_000_000


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return make_samples(tmp_path_factory.mktemp("samples"))


def test_every_module_that_reads_has_a_sample() -> None:
    suffixes = {suffix: one.module for one in formats() for suffix in one.suffixes}
    assert {suffixes[f".{suffix}"] for suffix in SUFFIXES} == set(suffixes.values())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_good_ones_are_read(suffix: str, samples: dict[str, bytes], tmp_path: Path) -> None:
    document = read(samples[suffix], folder=tmp_path, name=f"paper.{suffix}")
    assert "Convention of 1857 ended the dues" in document.text
    assert len(document.notes) == len(document.markers) == (1 if suffix == "pdf" else 2)


@pytest.mark.parametrize("suffix", QUICK)
def test_a_spoilt_file_is_an_error_or_a_document(suffix: str, samples: dict[str, bytes], tmp_path: Path) -> None:
    seen = [
        outcome(data, folder=tmp_path, name=f"paper.{suffix}")
        for _, data in spoilt(samples[suffix], suffix, cuts=25, flips=40)
    ]
    assert len(seen) >= 72
    assert suffix in ("txt", "pdf") or "error" in seen


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_spoilt_in_many_places_is_too(suffix: str, samples: dict[str, bytes], tmp_path: Path) -> None:
    many = 300 if suffix in QUICK else 12
    for what, data in spoilt(samples[suffix], suffix, cuts=many, flips=many):
        begun = time.monotonic()
        outcome(data, folder=tmp_path, name=f"paper.{suffix}")
        assert time.monotonic() - begun < SLOWEST, what


@pytest.mark.parametrize("suffix", QUICK)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), st.binary(max_size=5)), min_size=1, max_size=6))
def test_any_edits_leave_an_error_or_a_document(
    suffix: str, edits: list[tuple[float, int, bytes]], samples: dict[str, bytes], tmp_path: Path
) -> None:
    data = samples[suffix]
    for place, lost, put_in in edits:
        at = int(place * len(data))
        data = data[:at] + put_in + data[at + lost :]
    outcome(data or b"x", folder=tmp_path, name=f"paper.{suffix}")


@given(st.text(max_size=300))
def test_any_text_is_no_traceback(text: str) -> None:
    for format in ("html", "tei", "jats"):
        data = f"<{'html' if format == 'html' else 'TEI' if format == 'tei' else 'article'}>{text}".encode()
        module = __import__(f"ibidem.read.{format}", fromlist=["read"])
        try:
            module.read(data, path=Path("x"), format=format)
        except InputError as error:
            assert error.path is not None


IDS = ("n1", "n2", "fn3", "r1", "r2", "notes")
WORDS = (" ", "1", "2", "*", "[", "]", "1.", "Holm", "Ibid.", "↩", "\u05e9", "\U0001f600", "e\u0301", "-")
VOCABULARY = {row["format"]: row for row in read_cases(Path(__file__).with_name("cases") / "markup.tsv")}


def trees(format: str) -> st.SearchStrategy[str]:
    """Give markup of a format's elements, nested and linked in any way."""
    tags, names, values = (VOCABULARY[format][column].split() for column in ("elements", "attributes", "values"))
    said = st.one_of(st.sampled_from(IDS), st.sampled_from(IDS).map("#{}".format), st.sampled_from(values))
    attributes = st.dictionaries(st.sampled_from(names), said, max_size=3).map(
        lambda held: "".join(f' {name}="{value}"' for name, value in held.items())
    )

    def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        made = st.tuples(st.sampled_from(tags), attributes, st.lists(inside, max_size=5))
        return made.map(lambda one: f"<{one[0]}{one[1]}>{''.join(one[2])}</{one[0]}>")

    return st.lists(st.recursive(st.sampled_from(WORDS), element, max_leaves=40), max_size=12).map("".join)


ROOTS = {
    "html": '<html xmlns:epub="http://www.idpf.org/2007/ops"><body>{}</body></html>',
    "tei": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>',
    "jats": "<article><front/><body>{}</body></article>",
}


@pytest.mark.parametrize("format", list(ROOTS))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_any_markup_is_an_error_or_a_document(format: str, data: st.DataObject, tmp_path: Path) -> None:
    markup = ROOTS[format].format(data.draw(trees(format)))
    outcome(markup.encode(), folder=tmp_path, name=f"paper.{format}")


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "html", "jats", "tei", "pdf"])
@pytest.mark.parametrize("wrong", ["txt", "xml", "html", "docx", "pdf", "dat"])
def test_the_content_decides_whatever_the_file_is_called(
    suffix: str, wrong: str, samples: dict[str, bytes], tmp_path: Path
) -> None:
    right = read(samples[suffix], folder=tmp_path, name=f"paper.{suffix}")
    named = read(samples[suffix], folder=tmp_path, name=f"paper.{wrong}")
    assert (named.text, notes(named)) == (right.text, notes(right))


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE {{0}} [<!ENTITY e0 "ha">{ENTITIES}]>'
FETCH = '<?xml version="1.0"?><!DOCTYPE {0} [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REMOTE = '<?xml version="1.0"?><!DOCTYPE {0} SYSTEM "http://192.0.2.1/x.dtd">'
PAGES = {
    "TEI": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>A {0}.</p></body></text></TEI>',
    "article": "<article><front/><body><p>A {0}.</p></body></article>",
    "html": '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>A {0}.</p></body></html>',
}


@pytest.mark.parametrize("root", ["TEI", "article"])
def test_entities_are_not_expanded_and_nothing_is_fetched(root: str, tmp_path: Path) -> None:
    for doctype, use in ((BOMB, "&e11;"), (FETCH, "&x;")):
        with pytest.raises(InputError, match=r"declares entities|entity amplification"):
            read(doctype.format(root) + PAGES[root].format(use), folder=tmp_path, name="a.xml")
    with pytest.raises(InputError, match="stands for nothing known"):
        read(REMOTE.format(root) + PAGES[root].format("&unheardof;"), folder=tmp_path, name="a.xml")
    assert "A ü." in read(REMOTE.format(root) + PAGES[root].format("&uuml;"), folder=tmp_path, name="a.xml").text


def test_entities_of_a_page_are_text_at_most(tmp_path: Path) -> None:
    for doctype, use in ((BOMB, "&e11;"), (FETCH, "&x;")):
        document = read(doctype.format("html") + PAGES["html"].format(use), folder=tmp_path, name="a.html")
        assert len(document.text) < 1000
        assert "root:" not in document.text


def zipped(members: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


def deep(count: int, name: str) -> str:
    return f"<{name}>" * count + "text" + f"</{name}>" * count


PAGE = "<html><body>{}</body></html>"
ATTACKS: dict[str, Callable[[], bytes]] = {
    "deep.html": lambda: PAGE.format(deep(10_000, "div")).encode(),
    "deep-inline.html": lambda: PAGE.format("<p>" + deep(10_000, "b")).encode(),
    "deep.tei": lambda: ROOTS["tei"].format(deep(10_000, "div")).encode(),
    "deep.jats": lambda: ROOTS["jats"].format(deep(10_000, "sec")).encode(),
    "unclosed.html": lambda: PAGE.format("<p><a href='#x'>1<sup>" * 30_000).encode(),
    "many-empty.html": lambda: PAGE.format("<p>" + "<br>" * 250_000).encode(),
    "many-anchors.html": lambda: PAGE.format(
        "<p>" + "<a id='a'></a>" * 100_000 + "<a href='#a'>1</a>" * 50_000
    ).encode(),
    "one-paragraph.html": lambda: PAGE.format(
        "<p>"
        + "".join(f"w<a href='#n{n}' id='r{n}'>{n}</a> " for n in range(20_000))
        + "".join(f"<br><a href='#r{n}' id='n{n}'>{n}</a> w" for n in range(20_000))
    ).encode(),
    "no-notes.html": lambda: PAGE.format("<h2>Notes</h2>" + "<ol><li>note</li></ol>" * 60_000).encode(),
    "many-lists.html": lambda: PAGE.format("<section role='doc-endnotes'><ol>" + "<li>n</li>" * 100_000).encode(),
    "brackets.html": lambda: PAGE.format("<p>" + "[" * 2_000_000 + "1" * 2_000_000).encode(),
    "many-elements.html": lambda: PAGE.format("<i>x</i>" * 2_000_000).encode(),
    "many-notes.tei": lambda: ROOTS["tei"].format("<p>" + "a<note>b</note>" * 60_000 + "</p>").encode(),
    "further.tei": lambda: (
        ROOTS["tei"]
        .format("<p>" + "".join(f"<note xml:id='n{n}' prev='#n{n - 1}'>b</note>" for n in range(30_000)) + "</p>")
        .encode()
    ),
    "many-quotes.tei": lambda: ROOTS["tei"].format("<p>" + "a<q>b</q>" * 60_000 + "</p>").encode(),
    "hung.tei": lambda: ROOTS["tei"].format("<p>a</p>" + "<note>b</note>" * 30_000).encode(),
    "many-notes.jats": lambda: ROOTS["jats"].format("<p>" + "a<fn><p>b</p></fn>" * 40_000 + "</p>").encode(),
    "one-reference.jats": lambda: (
        b"<article><front/><body><p>x</p></body><back><ref-list><ref><element-citation>"
        + b"<year>1</year>" * 60_000
        + b"</element-citation></ref></ref-list></back></article>"
    ),
    "bomb.docx": lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(400_000_000)}),
    "bomb.epub": lambda: make_epub({"a.xhtml": "<?xml" + " " * 200_000_000}),
    "many.epub": lambda: make_epub({f"{n}.xhtml": "<body>" + "<p>x</p>" * 3000 + "</body>" for n in range(150)}),
    "climbing.epub": lambda: make_epub({"../../../../tmp/x.xhtml": "<body><p>x</p></body>"}),
    "words.txt": lambda: b"a " * 3_000_000,
}
"""Files that are made to take all the time or all the memory there is, by their names."""


READ = """
import json, sys, time
from pathlib import Path
from ibidem.errors import IbidemError
from ibidem.read import read_document
for name in sys.argv[1:]:
    begun = time.process_time()
    try:
        read_document(Path(name))
        said = "document"
    except IbidemError as error:
        said = "error"
    peak = next(line for line in Path("/proc/self/status").read_text().split("\\n") if line.startswith("VmHWM"))
    print(json.dumps([name, said, time.process_time() - begun, int(peak.split()[1])]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", list(ATTACKS))
def test_no_file_takes_all_the_time_or_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(ATTACKS[name]())
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, timeout=120, check=True
    )
    _, said, seconds, kilobytes = json.loads(done.stdout)
    assert said in ("document", "error")
    assert seconds < SLOWEST, (name, seconds)
    assert kilobytes * 1024 < LARGEST, (name, kilobytes)
