from hypothesis import given
from hypothesis import strategies as st

from ibidem.document import Document, Part, PartKind
from ibidem.read.text import parse_text
from ibidem.resolve.anchor import Anchorage
from ibidem.span import Span

TEXT = "The treaty was\nsigned. The treaty was\n\nbroken in Zenda."


def anchored(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[str]:
    document = Document.of(text, parts=[Part(PartKind.PARAGRAPH, Span(0, len(text)), 0)])
    return [span.of(text) for span in Anchorage(document).anchor(exact, prefix=prefix, suffix=suffix)]


def test_prefix_and_suffix_tell_places_apart() -> None:
    assert anchored(TEXT, "treaty") == ["treaty", "treaty"]
    assert anchored(TEXT, "treaty", prefix="signed. The ") == ["treaty"]
    assert anchored(TEXT, "treaty", suffix=" was\n\nbroken") == ["treaty"]
    assert anchored(TEXT, "treaty", prefix="a ") == []


def test_a_line_end_can_be_written_as_a_space() -> None:
    assert anchored(TEXT, "treaty was broken") == ["treaty was\n\nbroken"]
    assert anchored(TEXT, "broken", prefix="was ") == ["broken"]
    assert anchored(TEXT, "was", suffix=" signed") == ["was"]


def test_text_as_it_stands_comes_first() -> None:
    assert anchored("a b, a\nb", "a b") == ["a b"]


def test_nothing_is_no_place() -> None:
    assert anchored(TEXT, "") == anchored(TEXT, " \n") == []


def test_furniture_and_markers_can_be_left_out() -> None:
    text = "Title\n\nIt began on\nCopyright © 2017, A Journal\n\nMonday¹ and ended.²\n\nNotes\n\n1. A.\n2. B.\n"
    parts = [
        Part(PartKind.TITLE, Span(0, 5), 0),
        Part(PartKind.SPACE, Span(5, 7), 1),
        Part(PartKind.PARAGRAPH, Span(7, 18), 2),
        Part(PartKind.FURNITURE, Span(18, 48), 2),
        Part(PartKind.PARAGRAPH, Span(48, 54), 2),
        Part(PartKind.MARKER, Span(54, 55), 2),
        Part(PartKind.PARAGRAPH, Span(55, len(text)), 2),
    ]
    assert [part.span.of(text) for part in parts[3:6]] == ["\nCopyright © 2017, A Journal\n\n", "Monday", "¹"]
    (span,) = Anchorage(Document.of(text, parts=parts)).anchor("on Monday and")
    assert span.of(text) == "on\nCopyright © 2017, A Journal\n\nMonday¹ and"


@given(st.text(max_size=40), st.text(max_size=6), st.text(max_size=3), st.text(max_size=3))
def test_what_is_anchored_reads_like_what_was_asked(text: str, exact: str, prefix: str, suffix: str) -> None:
    document = parse_text(text)
    for span in Anchorage(document).anchor(exact, prefix=prefix, suffix=suffix):
        assert 0 <= span.start < span.end <= len(text)


@given(st.text(min_size=1, max_size=40), st.data())
def test_every_stretch_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = text[start:end]
    found = anchored(text, exact, prefix=text[:start], suffix=text[end:])
    assert found == [exact] if exact.strip() else found == []
