import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from acceptance import shared_paper
from documents import kinds
from documents import marker_texts as markers
from documents import note_texts as notes
from docx_made import STRICT, WORD, char, docx, field, note, p, r, ref, style
from growth import check_linear
from ibidem.document import Document, Metadata, PartKind
from ibidem.read.docx import read

TITLE = p(r("A Title"), style="T")
STYLES = (
    style("T", "Title")
    + style("Q", "Quote", "<w:rPr><w:i/></w:rPr>")
    + style("H", "heading 1")
    + style("B", "Mine", '<w:basedOn w:val="Q"/>')
    + style("E", "Emphasis", "<w:rPr><w:i/></w:rPr>", kind="character")
)


def document(body: str, **parts: str) -> Document:
    return read(docx(TITLE + body, styles=STYLES, **parts), path=Path("paper.docx"), format="docx")


def text(body: str, **parts: str) -> str:
    """Give the running text, each marker as it is printed, without the title."""
    found = document(body, **parts)
    first = min((found.parts[0].span.end, *(part.span.end for part in found.parts if part.kind is PartKind.TITLE)))
    end = next((part.span.start for part in found.parts if part.kind is PartKind.NOTE), len(found.text))
    return found.text[first:end].strip()


def test_notes_are_numbered_in_the_order_of_their_markers() -> None:
    found = document(
        p(r("One"), ref(7), r(" and two."), ref(3)),
        footnotes=note(3, r(" Second.")) + note(7, r(" First.")) + note(9, r(" Pointed at by nothing.")),
    )
    assert markers(found) == [(1, None, "¹"), (2, None, "²")]
    assert notes(found) == [(1, None, "First."), (2, None, "Second.")]
    assert "One¹ and two.²" in found.text


def test_separators_are_no_notes() -> None:
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    found = document(p(r("One."), ref(1)), footnotes=separator + note(1, r("A.")))
    assert notes(found) == [(1, None, "A.")]


def test_footnotes_and_endnotes_are_two_runs() -> None:
    found = document(
        p(r("One"), ref(1), r(" two"), ref(1, "endnote"), r(" three."), ref(2), ref(2, "endnote")),
        footnotes=note(1, r("Foot one.")) + note(2, r("Foot two.")),
        endnotes=note(1, r("End one."), kind="endnote") + note(2, r("End two."), kind="endnote"),
    )
    assert markers(found) == [(1, "1", "¹"), (1, "2", "i"), (2, "1", "²"), (2, "2", "ii")]
    assert notes(found) == [(1, "1", "Foot one."), (2, "1", "Foot two."), (1, "2", "End one."), (2, "2", "End two.")]


@pytest.mark.parametrize("mark", ["*", "†", "**"])
def test_a_note_with_a_mark_of_its_own_is_not_counted(mark: str) -> None:
    found = document(
        p(r("Author"), ref(1, mark=mark), r(" wrote."), ref(2)),
        footnotes=note(1, r(f"{mark} Thanks.")) + note(2, r("Source.")),
    )
    assert markers(found) == [(1, "sign", mark), (1, None, "¹")]
    assert notes(found) == [(1, "sign", "Thanks."), (1, None, "Source.")]


def test_numbers_restart_and_start_where_the_sections_say() -> None:
    section = (
        '<w:sectPr><w:footnotePr><w:numStart w:val="{}"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    )
    found = document(
        p(r("A"), ref(1), ref(2), properties=section.format(1)) + p(r("B"), ref(3), ref(4)) + section.format(1),
        footnotes="".join(note(id, r(f"Note {id}.")) for id in range(1, 5)),
    )
    assert markers(found) == [(1, "1", "¹"), (2, "1", "²"), (1, "2", "¹"), (2, "2", "²")]
    found = document(p(r("A"), ref(1)) + section.format(12), footnotes=note(1, r("A.")))
    assert notes(found) == [(12, None, "A.")]


def test_letters_number_notes_as_their_places() -> None:
    found = document(
        p(r("A"), ref(1), ref(2)),
        footnotes=note(1, r("A.")) + note(2, r("B.")),
        settings='<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>',
    )
    assert markers(found) == [(1, None, "a"), (2, None, "b")]


def test_notes_are_found_wherever_they_stand() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{p(r('Cell'), ref(3))}</w:tc><w:tc>{p(r('Next'))}</w:tc></w:tr></w:tbl>"
    found = document(
        p(r("Heading"), ref(1), style="H") + p(r("Said."), ref(2), style="Q") + cell + p(r("End."), ref(4), ref(5)),
        footnotes="".join(note(id, r(f"Note {id}.")) for id in range(1, 6)),
    )
    assert [number for number, *_ in markers(found)] == [1, 2, 3, 4, 5]
    assert [kind for kind, _ in kinds(found)] == ["heading", "quote", "paragraph", "paragraph", "paragraph"]
    assert [number for number, *_ in notes(found)] == [1, 2, 3, 4, 5]


def test_a_note_pointed_at_again_by_a_field_has_two_markers() -> None:
    marked = f'<w:bookmarkStart w:id="0" w:name="_Ref1"/>{ref(1)}<w:bookmarkEnd w:id="0"/>'
    again = field(" NOTEREF _Ref1 \\f \\h ", r("1"))
    found = document(
        p(r("A"), marked, r(" B"), again, r(".")),
        footnotes=note(1, r("See note "), field("NOTEREF _Ref1", r("1")), r(".")),
    )
    assert markers(found) == [(1, None, "¹"), (1, None, "1")]
    assert notes(found) == [(1, None, "See note 1.")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (r("Kept") + f"<w:del>{r(' gone')}</w:del><w:ins>{r(' new')}</w:ins>", "Kept new"),
        (f"<w:moveFrom>{r('old')}</w:moveFrom><w:moveTo>{r('moved')}</w:moveTo>", "moved"),
        (f"{r('a')}<w:del>{ref(1)}</w:del>", "a"),
        (f"<w:hyperlink>{r('the page')}</w:hyperlink>", "the page"),
        (r("para. ") + field(" REF _Ref2 \\r \\h ", r("93")), "para. 93"),
        (field(" IF ", field(" REF x ", r("no")), r("yes")), "noyes"),
        (field(' HYPERLINK "http://example.org" ', r("link")), "link"),
        (char("begin") + f"<w:r><w:instrText> PAGE </w:instrText></w:r>{r('code')}", ""),
        ('<w:fldSimple w:instr=" AUTHOR ">' + r("Ann") + "</w:fldSimple>", "Ann"),
        (f"<w:smartTag>{r('Oslo')}</w:smartTag><w:customXml>{r(', 1954')}</w:customXml>", "Oslo, 1954"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('controlled')}</w:sdtContent></w:sdt>", "controlled"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a b c d"),
        ("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>13 co</w:t><w:softHyphen/><w:t>op</w:t></w:r>", "12-13 coop"),
        ("<w:r><w:t>co\u00adop\ufeff</w:t></w:r>", "coop"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "°"),
        (r("seen") + r(" hidden", "<w:vanish/>"), "seen"),
        (r("seen", '<w:vanish w:val="0"/>'), "seen"),
        (char("begin") + "<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE x</w:instrText></w:r>" + char("end"), ""),
        (r("x") + r("2", '<w:vertAlign w:val="superscript"/>'), "x²"),
        (r("19") + r("th", '<w:vertAlign w:val="superscript"/>'), "19th"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>",
            "a/b",
        ),
        (
            "<w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>",
            "漢",
        ),
        (r("𝔸 e\u0301 שלום"), "𝔸 e\u0301 שלום"),
    ],
)
def test_what_is_printed_is_text(inside: str, expected: str) -> None:
    assert text(p(r("|")) + p(inside), footnotes=note(1, r("Gone."))).removeprefix("|").strip() == expected


def test_a_deleted_marker_takes_its_note_with_it() -> None:
    found = document(p(r("A"), f"<w:del>{ref(1)}</w:del>", ref(2)), footnotes=note(1, r("Gone.")) + note(2, r("Kept.")))
    assert notes(found) == [(1, None, "Kept.")]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    found = document(p(r("One "), properties="<w:rPr><w:del/></w:rPr>") + p(r("goes on.")))
    assert kinds(found) == [("paragraph", "One goes on.")]


def test_a_code_that_does_not_end_hides_no_later_paragraph() -> None:
    assert "later" in text(p(char("begin"), r("code")) + p(r("later")))


def test_a_table_of_contents_is_furniture() -> None:
    contents = p(char("begin"), "<w:r><w:instrText>TOC \\o</w:instrText></w:r>", char("separate"), r("Heading 3"))
    found = document(contents + p(r("Last 4"), char("end")) + p(r("The text begins.")))
    assert kinds(found) == [("paragraph", "The text begins.")]
    assert "Heading 3" in found.text and "Last 4" in found.text


def test_what_a_program_of_references_writes_is_a_reference_list() -> None:
    code = "<w:r><w:instrText>ADDIN ZOTERO_BIBL {}</w:instrText></w:r>"
    found = document(
        p(r("Text.")) + p(char("begin"), code, char("separate"), r("Ann, A.")) + p(r("Bo, B."), char("end"))
    )
    assert notes(found) == [(1, "bibliography", "Ann, A."), (2, "bibliography", "Bo, B.")]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('In the box.'), ref(1))}</w:txbxContent>"
    drawn = f"<w:drawing>{box}</w:drawing>"
    choice = f"<mc:Choice>{drawn}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    found = document(p(r("Before it."), run), footnotes=note(1, r("N.")))
    assert kinds(found) == [("paragraph", "Before it."), ("paragraph", "In the box.")]
    assert len(found.notes) == len(found.markers) == 1


@pytest.mark.parametrize(
    ("style", "properties", "kind"),
    [
        ("Q", "", "quote"),
        ("B", "", "quote"),
        ("", '<w:ind w:left="720" w:right="720"/>', "quote"),
        ("", '<w:ind w:start="567" w:end="567"/>', "quote"),
        ("", '<w:ind w:left="720" w:right="720" w:hanging="720"/>', "paragraph"),
        ("", '<w:ind w:firstLine="720"/>', "paragraph"),
        ("", '<w:ind w:left="720" w:right="720"/><w:jc w:val="center"/>', "paragraph"),
        ("", '<w:outlineLvl w:val="1"/>', "heading"),
        ("H", "", "heading"),
    ],
)
def test_what_a_paragraph_is(style: str, properties: str, kind: str) -> None:
    found = document(p(r("The first one.")) + p(r("Of this one they said much"), style=style, properties=properties))
    assert kinds(found)[1:] == [(kind, "Of this one they said much")]


def test_a_short_paragraph_in_bold_is_a_heading() -> None:
    found = document(
        p(r("The first one."))
        + p(r("On War", "<w:b/>"))
        + p(r("Bold", "<w:b/>"), r(" words"))
        + p(r("Bold.", "<w:b/>"))
    )
    assert [kind for kind, _ in kinds(found)] == ["paragraph", "heading", "paragraph", "paragraph"]


def test_the_largest_of_the_first_paragraphs_is_the_title() -> None:
    large = '<w:sz w:val="36"/>'
    body = (
        p(r("Journal of Peace"))
        + p(r("On War", large), r(" and Peace", large))
        + p(r("Ann Author"))
        + p(r("It began."))
    )
    found = read(docx(body + p(r("Text."))), path=Path("paper.docx"), format="docx")
    assert [(part.kind.value, part.span.of(found.text)) for part in found.parts if part.kind is not PartKind.SPACE] == [
        ("paragraph", "Journal of Peace"),
        ("title", "On War and Peace"),
        ("author", "Ann Author"),
        ("paragraph", "It began."),
        ("paragraph", "Text."),
    ]


def test_italics_come_from_runs_and_styles() -> None:
    body = p(
        r("a "), r("book", "<w:i/>"), r(" of "), r("his", '<w:rStyle w:val="E"/>'), r(" own", '<w:i w:val="0"/>')
    ) + p(r("said", ""), r("meant", '<w:i w:val="0"/>'), style="Q")
    found = document(body)
    assert [span.of(found.text) for span in found.italics] == ["book", "his", "meant"]


def test_numbers_of_lists_are_printed_and_no_part_of_the_text() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    levels = level.format(0, 3, "decimal", "%1.") + level.format(1, 1, "lowerLetter", "%1.%2)")
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="5"/></w:numPr>'
    body = "".join(
        p(r(word), properties=item.format(level))
        for word, level in (("One", 0), ("Sub", 1), ("More", 1), ("Two", 0), ("Deep", 1))
    )
    found = document(p(r("The list.")) + body, numbering=numbering)
    printed = found.text.split("\n\n")[2:]
    assert printed == ["3. One", "3.a) Sub", "3.b) More", "4. Two", "4.a) Deep"]
    assert kinds(found)[1:] == [("paragraph", word) for word in ("One", "Sub", "More", "Two", "Deep")]


@pytest.mark.parametrize("word", [WORD, STRICT])
def test_both_namespaces_of_ooxml_are_read(word: str) -> None:
    data = docx(TITLE + p(r("It is "), r("so", "<w:i/>"), ref(1)), word=word, styles=STYLES, footnotes=note(1, r("N.")))
    found = read(data, path=Path("paper.docx"), format="docx")
    assert found.text == "A Title\n\nIt is so¹\n\n1. N."
    assert [span.of(found.text) for span in found.italics] == ["so"]


def test_core_properties_and_language_are_metadata() -> None:
    core = "<dc:title>On Peace</dc:title><dc:creator>Ann Author; Bo Writer</dc:creator>"
    language = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    data = docx(p(r("T")), core=core, styles=language)
    found = read(data, path=Path("paper.docx"), format="docx")
    assert found.metadata == Metadata(title="On Peace", authors=("Ann Author", "Bo Writer"), language="de-DE")


def test_each_block_knows_its_element() -> None:
    found = document(p(r("First.")) + p(r("Second."), ref(1)), footnotes=note(4, r("No.")) + note(1, r("Yes.")))
    second = found.origin_at(found.text.index("Second"))
    noted = found.origin_at(found.text.index("Yes"))
    assert second is not None and noted is not None
    step = "*[local-name()='{}']".format
    assert second.path == f"word/document.xml!/{step('document')}/{step('body')}/{step('p')}[3]"
    assert noted.path == f"word/footnotes.xml!/{step('footnotes')}/{step('footnote')}[2]/{step('p')}[1]"


def test_time_is_linear() -> None:
    def prepare(size: int) -> Callable[[], Document]:
        body = "".join(p(r("They said "), r("so", "<w:i/>"), ref(id), r(".")) for id in range(size))
        data = docx(TITLE + body, styles=STYLES, footnotes="".join(note(id, r("Ibid.")) for id in range(size)))
        return lambda: read(data, path=Path("paper.docx"), format="docx")

    check_linear(prepare, 100)


@pytest.mark.acceptance
def test_a_document_of_2515_notes_keeps_them_all_in_little_time_and_memory() -> None:
    path = shared_paper("09-fcc-open-internet-docx/fcc-open-internet-order-2015.docx")
    script = (
        "import resource, sys\nfrom pathlib import Path\nfrom ibidem.read import read_document\n"
        "found = read_document(Path(sys.argv[1]))\nused = resource.getrusage(resource.RUSAGE_SELF)\n"
        "runs = [int(note.section or 1) for note in found.notes]\n"
        # What `ru_maxrss` says may be that of the program which started this one.
        "most = next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(len(found.notes), len(found.markers), runs == sorted(runs), used.ru_utime, most)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    notes, markers, ordered, seconds, kilobytes = done.stdout.split()
    assert (notes, markers, ordered) == ("2515", "2515", "True")
    assert float(seconds) < 4
    assert int(kilobytes) < 300_000


def test_numbers_restart_with_the_pages_that_were_printed_last() -> None:
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>C</w:t></w:r>"
    each = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    held = "".join(note(id, r(f"Note {id}.")) for id in range(1, 5))
    printed = p(r("A"), ref(1), r("B"), ref(2), broken, ref(3)) + p(broken, ref(4))
    assert [number for number, _, _ in markers(document(printed, footnotes=held, settings=each))] == [1, 2, 1, 1]
    never = p(r("A"), ref(1), r("B"), ref(2), r("C"), ref(3)) + p(r("D"), ref(4))
    assert [number for number, _, _ in markers(document(never, footnotes=held, settings=each))] == [1, 2, 3, 4]
    assert [number for number, _, _ in markers(document(printed, footnotes=held))] == [1, 2, 3, 4]
