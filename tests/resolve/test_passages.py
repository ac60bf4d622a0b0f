from ibidem.resolve.passages import Readings
from scene import make_document


def test_a_passage_is_read_once_with_its_sentences_and_dates() -> None:
    document = make_document("He came in 1991. He left.[1] He died in 1992.")
    (passage,) = document.body()
    readings = Readings()
    reading = readings.of(passage)
    assert readings.of(passage) is reading
    assert [date.date.edtf for date in reading.dates] == ["1991", "1992"]
    first, second, third = reading.sentences
    assert reading.sentence(second[0] + 2) == second
    assert (reading.before(second), reading.after(second)) == (first, third)
    assert (reading.before(first), reading.after(third)) == (first, third)
