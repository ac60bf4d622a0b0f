import pytest

from ibidem.edtf import Date
from ibidem.parse.date import FoundDate
from ibidem.resolve.scene import Scene
from ibidem.resolve.speaker import Attribution, attribution
from ibidem.resolve.utterance import addressee_of, completed, date_before, date_said, occasion_of, year_before
from scene import make_actors, make_document


def spoken(text: str) -> tuple[Scene, int, int, Attribution]:
    document = make_document(text)
    start, end = text.index('"'), text.rindex('"') + 1
    actors = make_actors(document, "Brown; Smith; Red League:armed-group")
    scene = Scene.of(document.passages[0], quoted=((start, end),), actors=actors)
    found = attribution(scene, start, end)
    assert found is not None
    return scene, start, end, found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ('In May 1920, Brown said that "we go".', "1920-05"),
        ('Brown said in May 1920 that "we go".', "1920-05"),
        ('"We go," Brown said on 3 May 1920.', "1920-05-03"),
        ('Brown said that in May 1920 the "wall" fell.', None),
        ('After May 1920, Brown said that "we go".', None),
        ('According to Brown, in May 1920 "all the walls fell".', None),
        ('Brown, who came in 1920 and said that "we go".', "1920"),
    ],
)
def test_the_date_of_the_utterance_is_not_that_of_what_is_said(text: str, edtf: str | None) -> None:
    said = date_said(*spoken(text))
    assert (said.date.edtf if said else None) == edtf


def test_the_year_of_the_sentence_before_holds_for_a_verb_in_the_past() -> None:
    scene, start, _, found = spoken('Troops came in May 1920. Brown said that "we go".')
    assert year_before(scene, start, found) == Date("1920", "May 1920")
    assert date_before(scene, start) == Date("1920-05", "May 1920")
    scene, start, _, found = spoken('Troops came in May 1920. Brown says that "we go".')
    assert year_before(scene, start, found) is None


def test_the_date_of_a_report_before_does_not_hold() -> None:
    scene, start, _, found = spoken('Smith warned that troops came in May 1920. Brown said that "we go".')
    assert year_before(scene, start, found) is None


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ('In an interview in July 1920, Brown said that "we go".', "In an interview in July 1920"),
        ('Brown said at the spring meeting of the club, "we go".', "at the spring meeting of the club"),
        ('Brown said in his diary that "we go".', "in his diary"),
        ('Brown said that at the meeting "all went".', None),
    ],
)
def test_the_occasion_is_given_as_printed(text: str, occasion: str | None) -> None:
    assert occasion_of(*spoken(text)) == occasion


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Brown told Smith that "we go".', "Smith"),
        ('Brown wrote to members of the Red League that "we go".', "Red League"),
        ('Brown wrote Smith that "we go".', "Smith"),
        ('Brown said that Smith had come to "us".', None),
        ('Brown referred to Smith as "us".', None),
    ],
)
def test_to_whom_it_was_said(text: str, name: str | None) -> None:
    scene, start, _, found = spoken(text)
    named = addressee_of(scene, start, found, scene.cues(scene.sentence(start))[::-1])
    assert (scene.text[named.start : named.end] if named else None) == name


def test_a_note_completes_a_day_without_a_year() -> None:
    day = FoundDate(0, 7, Date("1991-07-30", "30 July"), complete=False)
    assert completed(day, Date("1992-07-30", "30 July, 1992")).edtf == "1992-07-30"
    assert completed(day, None).edtf == "1991-07-30"
