import pytest

from ibidem.find.treaty import find_treaties
from ibidem.resolve.instrument import UNDATED, Seen
from ibidem.resolve.passages import Reading, Readings
from ibidem.resolve.treaty_mention import echoes_of, read_mention, report_of, verb_range
from scene import make_actors, make_document


def read(text: str) -> tuple[Seen, Reading]:
    document = make_document(text)
    (candidate,) = find_treaties(document)
    (passage,) = document.body()
    reading = Readings().of(passage)
    return read_mention(document, candidate, reading, actors=make_actors(document)), reading


@pytest.mark.parametrize(
    ("text", "edtf", "rank"),
    [
        ("The 1992 protocol on trade held.", "1992", 0),
        ("The Treaty of Paris of 1992 held.", "1992", 1),
        ("In 1992 they signed a treaty.", "1992", 2),
        ("In 1992 they met. They signed a treaty on trade.", "1992", 3),
        ("In 1839 the Treaty of London guaranteed peace.", "1839", 4),
        ("In 1992 and 1993 they met. They signed a treaty on trade.", None, UNDATED),
        ("In 1939 the Treaty of Versailles was old.", None, UNDATED),
        ("They ratified the treaty in 1994.", None, UNDATED),
        ("They met in 1990; in 1992 they signed a treaty.", "1992", 2),
        ("Resolution 1992 was adopted.", None, UNDATED),
    ],
)
def test_the_date_of_an_instrument_and_how_sure_it_is(text: str, edtf: str | None, rank: int) -> None:
    seen, _ = read(text)
    assert ((seen.date.edtf if seen.date else None), seen.rank) == (edtf, rank)


def test_the_report_is_the_sentence_with_its_verb() -> None:
    seen, reading = read("They met. In 1992 they signed France's treaty on trade. They left.")
    report = report_of(seen, reading)
    text = seen.passage.text
    assert text[report.start : report.end] == " In 1992 they signed France's treaty on trade."
    assert report.verb == verb_range(seen.candidate)
    assert report.verb is not None and text[slice(*report.verb)] == "signed"
    assert report.possessor is not None and text[slice(*report.possessor)] == "France's"
    assert [date.date.edtf for date in report.dates] == ["1992"]


def test_what_is_done_to_it_is_read_to_the_end_of_the_next_sentence() -> None:
    seen, reading = read("France signed a treaty on trade. Spain ratified it in 1993. Italy ratified it.")
    text = seen.passage.text
    echoes = list(echoes_of(seen, reading, len(text)))
    assert [text[report.start : report.end].strip() for report in echoes] == ["Spain ratified it in 1993."]
    assert not list(echoes_of(seen, reading, 30))
