from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.document import Document, Marker, Part, PartKind
from ibidem.read.text import parse_text
from ibidem.segment import Segment, allows_text, anchored_sentences, whole_text
from ibidem.span import Span

PAPER = """The Harbour Question

Ada Lindqvist

The quarrel

Ships waited. Berg said in the U.S. that "fees are a toll. We refuse."\u00b9 Pilots left.

The convention was signed in
Copyright \u00a9 2021, A Journal of Harbours

Gothenburg.\u00b2 Nobody asked why.

References

1. Erik Holm, Pilots, Oslo, 1954, p. 112.
2. Ibid., p. 115.
"""
HEADER = "\nCopyright \u00a9 2021, A Journal of Harbours\n\n"


def document(text: str = PAPER) -> Document:
    return parse_text(text)


def spans(*stretches: str) -> Iterable[Span]:
    return [Span(PAPER.index(words), PAPER.index(words) + len(words)) for words in stretches]


def readings(segments: Iterable[Segment]) -> list[str]:
    return [segment.reading for segment in segments]


@pytest.mark.parametrize(
    ("license", "allowed"),
    [
        ("https://creativecommons.org/publicdomain/zero/1.0/", True),
        ("http://creativecommons.org/publicdomain/mark/1.0/", True),
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("https://www.creativecommons.org/licenses/by/3.0/de/deed.de", True),
        ("https://creativecommons.org/licenses/by-sa/2.5/", True),
        ("https://spdx.org/licenses/CC-BY-4.0.html", True),
        ("https://creativecommons.org/licenses/by-nc/4.0/", False),
        ("https://creativecommons.org/licenses/by-nd/4.0/", False),
        ("https://creativecommons.org/licenses/by-nc-sa/4.0/", False),
        ("https://spdx.org/licenses/CC-BY-NC-4.0", False),
        ("https://example.org/?u=https://creativecommons.org/licenses/by/4.0/", False),
        ("creativecommons.org/licenses/by/4.0/", False),
        ("", False),
        (None, False),
    ],
)
def test_licences_that_allow_the_text_to_be_published(license: str | None, allowed: bool) -> None:
    assert allows_text(license) is allowed


def test_the_whole_text_is_all_blocks_with_their_notes() -> None:
    found = tuple(whole_text(document()))
    assert [segment.kind for segment in found] == [
        PartKind.TITLE,
        *(PartKind.HEADING, PartKind.PARAGRAPH, PartKind.PARAGRAPH, PartKind.HEADING, PartKind.NOTE, PartKind.NOTE),
    ]
    assert [segment.position for segment in found] == list(range(len(found)))
    assert [segment.note.number for segment in found if segment.note] == [1, 2]
    assert found[2].reading.endswith('We refuse."\u00b9 Pilots left.')


def test_page_furniture_stands_in_what_is_there_and_not_in_the_reading() -> None:
    (broken,) = [segment for segment in whole_text(document()) if segment.reading != segment.exact]
    assert broken.exact.startswith("The convention was signed in\nCopyright")
    assert broken.reading == "The convention was signed in Gothenburg.\u00b2 Nobody asked why."


def test_a_sentence_without_evidence_is_left_out_and_counted() -> None:
    found = tuple(anchored_sentences(document(), spans("Berg", "signed")))
    assert readings(found) == [
        "The Harbour Question",
        "The quarrel",
        'Berg said in the U.S. that "fees are a toll.',
        'We refuse."\u00b9',
        "The convention was signed in Gothenburg.\u00b2",
        "References",
    ]
    assert [segment.position for segment in found] == [0, 1, 3, 4, 6, 8]


def test_evidence_that_goes_on_in_the_next_sentence_joins_the_two() -> None:
    found = readings(anchored_sentences(document(), spans("fees are a toll. We refuse.")))
    assert 'Berg said in the U.S. that "fees are a toll. We refuse."\u00b9' in found


def test_a_marker_is_evidence() -> None:
    found = readings(anchored_sentences(document(), ()))
    assert "The convention was signed in Gothenburg.\u00b2" in found
    assert not any("Nobody asked" in words or "Ships waited" in words for words in found)


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("\u00b9 The pilots refused. Others did not.", "\u00b9 The pilots refused."),
        ("The pilots refused. \u00b9 Others did not.", "The pilots refused. \u00b9"),
        ("The pilots\u00b9 refused. Others did not.", "The pilots\u00b9 refused."),
        ("The pilots refused. Others did not.\u00b9 ", "Others did not.\u00b9"),
    ],
)
def test_a_marker_is_published_wherever_it_stands(printed: str, published: str) -> None:
    at = printed.index("\u00b9")
    stretches = ((PartKind.PARAGRAPH, 0, at), (PartKind.MARKER, at, at + 1), (PartKind.PARAGRAPH, at + 1, len(printed)))
    parts = [Part(kind, Span(start, end), 0) for kind, start, end in stretches if start < end]
    made = Document.of(printed, parts=parts, markers=[Marker(1, Span(at, at + 1))])
    assert readings(anchored_sentences(made, ())) == [published]


def test_notes_are_no_anchored_sentences() -> None:
    found = anchored_sentences(document(), spans("Erik Holm"))
    assert PartKind.NOTE not in {segment.kind for segment in found}


@given(st.lists(st.tuples(st.integers(0, len(PAPER) - 1), st.integers(1, 60)), max_size=6))
def test_every_segment_stands_in_the_text_and_holds_each_stretch_of_evidence_whole(
    stretches: list[tuple[int, int]],
) -> None:
    read = document()
    evidence = [Span(start, min(len(PAPER), start + length)) for start, length in stretches]
    found = tuple(anchored_sentences(read, evidence))
    starts = [segment.span.start for segment in found]
    assert starts == sorted(set(starts))
    for segment in (*found, *whole_text(read)):
        assert segment.span.of(PAPER) == segment.exact
        assert segment.exact == segment.exact.strip()
        assert segment.reading == segment.exact.replace(HEADER, " ")
    for span in evidence:
        passage = read.passage_at(span.start)
        inside = passage is not None and passage is read.passage_at(span.end - 1) and passage.kind is PartKind.PARAGRAPH
        words = span.of(PAPER)
        if inside and not {words[0], words[-1]} & set(" \n\u00b9\u00b2") and "Copyright" not in words:
            assert any(segment.span.contains(span) for segment in found), words
