from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from documents import kinds
from documents import marker_texts as markers
from documents import note_texts as notes
from ibidem.document import Document, Metadata
from ibidem.errors import InputError
from ibidem.read.odt import read

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{short}="{ODF}{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
        ("table", "table"),
        ("meta", "meta"),
    )
)
STYLES = (
    '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    '</style:style><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>'
    '</style:style><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    '</style:style><style:style style:name="In" style:family="paragraph" style:parent-style-name="In">'
    '<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="0.4in"/></style:style>'
    '<style:style style:name="Block_20_Text" style:family="paragraph"/>'
    '<style:style style:name="Mine" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="." text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="a" '
    'style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
)


def odt(body: str, *, meta: str = "") -> bytes:
    """Make an ODT of the inside of its text and of its metadata."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        inside = (
            f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>"
        )
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{inside}</office:document-content>")
        dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
        whole = f"<office:document-meta {SPACES} {dc}><office:meta>{meta}</office:meta></office:document-meta>"
        archive.writestr("meta.xml", whole)
    return held.getvalue()


def p(inside: str, style: str = "P") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def span(style: str, inside: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


def note(id: str, cited: str, *paragraphs: str, kind: str = "footnote", own: bool = False) -> str:
    label = f' text:label="{cited}"' if own else ""
    body = "".join(map(p, paragraphs))
    return (
        f'<text:note text:id="{id}" text:note-class="{kind}"><text:note-citation{label}>{cited}</text:note-citation>'
        f"<text:note-body>{body}</text:note-body></text:note>"
    )


def document(body: str) -> Document:
    return read(odt(p("A Title", "Title") + body), path=Path("paper.odt"), format="odt")


def test_a_note_has_the_number_that_is_printed() -> None:
    found = document(p("One" + note("a", "7", "Seven.", "Goes on.") + " two" + note("b", "8", "Eight.")))
    assert markers(found) == [(7, None, "⁷"), (8, None, "⁸")]
    assert notes(found) == [(7, None, "Seven. Goes on."), (8, None, "Eight.")]


def test_endnotes_and_notes_with_a_sign_count_apart() -> None:
    found = document(
        p("A" + note("a", "*", "Thanks.", own=True) + note("b", "1", "Foot.") + note("c", "i", "End.", kind="endnote"))
    )
    assert markers(found) == [(1, "sign", "*"), (1, "1", "¹"), (1, "2", "i")]
    assert notes(found) == [(1, "sign", "Thanks."), (1, "1", "Foot."), (1, "2", "End.")]


def test_numbers_that_restart_are_two_runs() -> None:
    found = document(p("".join(note(f"n{place}", str(place % 2 + 1), f"N{place}.") for place in range(4))))
    assert [(number, section) for number, section, _ in markers(found)] == [(1, "1"), (2, "1"), (1, "2"), (2, "2")]


@pytest.mark.parametrize(
    "around",
    [
        p("{}"),
        '<text:h text:outline-level="1">{}</text:h>',
        f"<text:list><text:list-item>{p('{}')}</text:list-item></text:list>",
        f"<table:table><table:table-row><table:table-cell>{p('{}')}</table:table-cell></table:table-row></table:table>",
        p(f"A<draw:frame><draw:text-box>{p('{}')}</draw:text-box></draw:frame>"),
        f"<draw:frame><draw:text-box>{p('{}')}</draw:text-box></draw:frame>",
        f"<text:section>{p('{}')}</text:section>",
        p("<text:a>{}</text:a><text:meta>m</text:meta>"),
    ],
)
def test_a_note_is_found_wherever_it_stands(around: str) -> None:
    found = document(p("Before.") + around.format("Here" + note("a", "1", "The note.")))
    assert (markers(found), notes(found)) == ([(1, None, "¹")], [(1, None, "The note.")])
    assert found.text.count("Here") == 1


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', "a b c d"),
        ("seen" + span("H", " hidden"), "seen"),
        ("x" + span("S", "2") + " 19" + span("S", "th"), "x² 19th"),
        ("kept<office:annotation><text:p>comment</text:p></office:annotation>", "kept"),
        ("see note <text:note-ref>2</text:note-ref>, <text:bookmark-ref>p. 5</text:bookmark-ref>", "see note 2, p. 5"),
        ("co\u00adop", "coop"),
        ("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>", "漢"),
    ],
)
def test_what_is_printed_is_text(inside: str, expected: str) -> None:
    assert kinds(document(p(inside))) == [("paragraph", expected)]


def test_what_was_deleted_is_left_out() -> None:
    gone = f"<text:deletion>{p('gone' + note('z', '1', 'Gone.'))}</text:deletion>"
    changes = f"<text:tracked-changes><text:changed-region>{gone}</text:changed-region></text:tracked-changes>"
    found = document(changes + p('One<text:change text:change-id="c"/>' + note("a", "1", "Kept.")))
    assert notes(found) == [(1, None, "Kept.")]
    assert "gone" not in found.text


@pytest.mark.parametrize(
    ("style", "kind"),
    [("Quotations", "quote"), ("Mine", "quote"), ("Block_20_Text", "quote"), ("In", "quote"), ("P", "paragraph")],
)
def test_what_a_paragraph_is(style: str, kind: str) -> None:
    assert kinds(document(p("First.") + p("They said much.", style)))[1:] == [(kind, "They said much.")]


def test_contents_are_furniture_and_a_bibliography_is_a_list_of_entries() -> None:
    contents = f"<text:table-of-content><text:index-body>{p('Heading 3')}</text:index-body></text:table-of-content>"
    works = f"<text:bibliography><text:index-body>{p('Ann, A.')}{p('Bo, B.')}</text:index-body></text:bibliography>"
    found = document(contents + p("It began.") + works)
    assert kinds(found) == [("paragraph", "It began.")]
    assert "Heading 3" in found.text
    assert notes(found) == [(1, "bibliography", "Ann, A."), (2, "bibliography", "Bo, B.")]


def test_lists_are_numbered_as_printed() -> None:
    item = "<text:list-item>{}</text:list-item>".format
    inner = f"<text:list>{item(p('Sub'))}{item(p('More'))}</text:list>"
    found = document(f'<text:list text:style-name="L">{item(p("One") + inner)}{item(p("Two"))}</text:list>')
    assert found.text.split("\n\n")[1:] == ["3. One", "(a) Sub", "(b) More", "4. Two"]
    assert kinds(found) == [("paragraph", word) for word in ("One", "Sub", "More", "Two")]


def test_italics_bold_headings_and_the_way_back() -> None:
    found = document(p("A " + span("I", "book") + ".") + p(span("B", "On War")) + p("End" + note("n1", "1", "N.")))
    assert [one.of(found.text) for one in found.italics] == ["book"]
    assert [kind for kind, _ in kinds(found)] == ["paragraph", "heading", "paragraph"]
    origin = found.origin_at(found.text.index("End"))
    assert origin is not None
    assert origin.path == "content.xml!/office:document-content/office:body/office:text/text:p[4]"
    origin = found.origin_at(found.text.index("N."))
    assert origin is not None and origin.path is not None
    assert origin.path.endswith("text:p[4]//text:note[@text:id='n1']/text:note-body/text:p[1]")


def test_metadata() -> None:
    meta = (
        "<dc:title>On Peace</dc:title><meta:initial-creator>Ann Author; Bo Dahl</meta:initial-creator>"
        "<dc:creator>Last Saver</dc:creator><dc:language>nb-NO</dc:language>"
    )
    found = read(odt(p("T"), meta=meta), path=Path("x.odt"), format="odt")
    assert found.metadata == Metadata(title="On Peace", authors=("Ann Author", "Bo Dahl"), language="nb-NO")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "x"}, "protected by a password"),
        ({"meta.xml": "<m/>"}, "holds no content.xml"),
        ({"content.xml": "<a><b></a>"}, "not well-formed"),
        ({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "declares entities"),
    ],
)
def test_what_is_no_odt_is_said(names: dict[str, str], said: str) -> None:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, inside in names.items():
            archive.writestr(name, inside)
    with pytest.raises(InputError, match=said):
        read(held.getvalue(), path=Path("x.odt"), format="odt")
