import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.document import Document, Marker, Part, PartKind
from ibidem.read.text import parse_text
from ibidem.span import Span

CUT = (
    "A Title\n\nAnn Author\n\nHe wrote to the\n\nCopyright © 2017\n\nKing¹ and left.² Then he\ncame back.\n\n"
    "Notes\n\n1. One.\n\n2. Two.\n"
)


def test_the_parts_must_tile() -> None:
    with pytest.raises(ValueError, match="do not tile"):
        Document.of("abc", parts=[Part(PartKind.PARAGRAPH, Span(1, 3), 0)])
    with pytest.raises(ValueError, match="end at 2"):
        Document.of("abc", parts=[Part(PartKind.PARAGRAPH, Span(0, 2), 0)])


def test_a_passage_reads_over_breaks_and_markers() -> None:
    document = parse_text(CUT)
    passage = next(passage for passage in document.passages if passage.kind is PartKind.PARAGRAPH)
    assert passage.text == "He wrote to the King and left. Then he came back."
    assert [(passage.text[:at][-4:], marker.number) for at, marker in passage.markers] == [("King", 1), ("eft.", 2)]
    start = passage.text.index("the King")
    span = passage.span(start, start + len("the King"))
    assert span.of(CUT) == "the\n\nCopyright © 2017\n\nKing"
    mention = document.mention(span, passage=passage)
    assert mention.reading == "the King" and mention.exact == span.of(CUT)
    assert CUT.startswith(mention.prefix + mention.exact + mention.suffix, span.start - len(mention.prefix))


def test_the_pointer_that_closes_a_sentence() -> None:
    document = parse_text(CUT)
    passage = document.passage_at(CUT.index("King"))
    assert passage is not None
    assert [marker.number for marker in passage.pointers_after(0)] == [1]
    assert [marker.number for marker in passage.pointers_after(passage.text.index("and"))] == [2]
    assert passage.pointers_after(len(passage.text)) == ()


def test_several_numbers_at_one_place() -> None:
    parts = [Part(PartKind.PARAGRAPH, Span(0, 2), 0), Part(PartKind.MARKER, Span(2, 7), 0)]
    markers = [Marker(1, Span(2, 7)), Marker(2, Span(2, 7))]
    document = Document.of("ab[1,2]", parts=parts, markers=markers)
    assert [marker.number for marker in document.passages[0].pointers_after(0)] == [1, 2]


@given(st.text(alphabet=st.sampled_from("ab .\n\r¹²\ufeff©-[1]\u2028\"'Á𝒷"), max_size=200))
def test_any_text_is_tiled_and_its_passages_lead_back(text: str) -> None:
    document = parse_text(text)
    assert "".join(part.span.of(text) for part in document.parts) == text
    for passage in document.passages:
        for position in range(len(passage.text)):
            there = passage.offset(position)
            assert passage.text[position] in (text[there], " ")
            assert passage.position(there) == position
        assert document.passage_at(passage.offset(0)) == passage
