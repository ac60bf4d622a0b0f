import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.publish.asked import ask
from ibidem.publish.site.paper.context import AROUND, aligned, in_context, place, texts
from ibidem.publish.source import Source
from published import Publication
from sources import source_of


@pytest.fixture(scope="module")
def source(publication: Publication) -> Source:
    return source_of(publication)


@pytest.mark.parametrize(
    ("exact", "reading", "pieces"),
    [
        ("our border", "our border", ((0, 0),)),
        ("our\nJournal, p. 3\n\nborder", "our border", ((0, 0), (4, 19))),
        ("our \n12\n\nborder", "our border", ((0, 0), (4, 9))),
        ("a\n1\nb c\n2\nd", "a b c d", ((0, 0), (2, 4), (6, 10))),
    ],
)
def test_a_reading_is_led_back_to_what_stands_there(
    exact: str, reading: str, pieces: tuple[tuple[int, int], ...]
) -> None:
    assert aligned(exact, reading) == pieces


@given(st.lists(st.text("abc de", min_size=1, max_size=20), min_size=1, max_size=5), st.booleans())
def test_each_piece_of_a_reading_stands_where_it_leads(parts: list[str], spaced: bool) -> None:
    reading = (" " if spaced else "").join(parts)
    exact = "\n\N{DAGGER}Journal\n".join(parts)
    pieces = aligned(exact, reading)
    assert [here for here, _ in pieces] == sorted({here for here, _ in pieces})
    ends = [here for here, _ in pieces[1:]] + [len(reading)]
    for (here, there), end in zip(pieces, ends, strict=True):
        words = reading[here:end].removesuffix(" ")
        assert exact[there : there + len(words)] == words


def test_every_passage_of_the_running_text_stands_in_a_segment_as_it_is_read(source: Source) -> None:
    held = in_context(source)
    rows = [row for row in ask(source, "site/passages") if row["class"] and "Reference" not in row["class"]]
    more_than_names = {row["passage"] for row in rows if "/actor/" not in row["body"]}
    assert len(more_than_names) > 60
    for row in rows:
        if row["passage"] in held or row["passage"] in more_than_names:
            assert held[row["passage"]].exact == (row["reading"] or row["exact"])


def test_the_words_around_a_stretch_are_those_of_its_segment(source: Source) -> None:
    shown = {segment.text for text in texts(source).values() for segment in text.segments}
    held = in_context(source)
    assert len(held) > 100
    for context in held.values():
        assert len(context.before) <= AROUND + 1
        assert len(context.after) <= AROUND + 1
        words = context.before.removeprefix("…") + context.exact + context.after.removesuffix("…")
        assert any(words in text for text in shown)


def test_a_place_is_shown_where_its_segment_is(source: Source) -> None:
    paper, text = next(iter(texts(source).items()))
    segment = text.segments[-1]
    assert place(source, paper, segment.start + 1) == f"sethi-2017/reading.html#at-{segment.start}"
    assert place(source, paper, segment.start, segment.end) == f"sethi-2017/reading.html#at-{segment.start}"
    assert place(source, paper, segment.start, segment.end + 1) is None
    assert place(source, f"{paper}-of-another", 0) is None


def test_what_is_not_published_is_in_no_context(source: Source) -> None:
    held = in_context(source)
    notes = [row["passage"] for row in ask(source, "site/passages") if row["class"].endswith("BibliographicReference")]
    assert notes
    assert not set(notes) & set(held)
