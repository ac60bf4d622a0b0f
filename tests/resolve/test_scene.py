from ibidem.resolve.scene import Scene
from scene import make_actors, make_document

TEXT = 'Brown said: "We go. Smith stays." He left in May 1992. The Red League and Smith came.[2]'


def scene(*quoted: tuple[int, int]) -> Scene:
    document = make_document(TEXT)
    actors = make_actors(document, "Brown; Smith; Red League:armed-group; League:armed-group")
    return Scene.of(document.passages[0], quoted=quoted, actors=actors)


def test_a_sentence_goes_on_to_the_end_of_its_quotation() -> None:
    assert [TEXT[start:end].strip() for start, end in scene((12, 33)).sentences] == [
        'Brown said: "We go. Smith stays."',
        "He left in May 1992.",
        "The Red League and Smith came.",
    ]


def test_names_inside_quotations_and_inside_longer_names_do_not_count() -> None:
    names = scene((12, 33)).names(0, len(TEXT))
    assert [TEXT[item.start : item.end] for item in names] == ["Brown", "Red League", "Smith"]
    assert [item.person for item in names] == [True, False, True]


def test_cues_words_and_dates_are_asked_by_place() -> None:
    here = scene((12, 33))
    first = here.sentence(0)
    assert [cue.base for cue in here.cues_between(first, 0, 20)] == ["say"] and here.cues_between(first, 7, 20) == ()
    assert [word.low for word in here.words_between(first, 0, 40)] == ["brown", "said"]
    assert [date.date.edtf for date in here.dates(0, len(TEXT))] == ["1992-05"] and here.dates(0, 40) == ()


def test_quotations_are_asked_by_place() -> None:
    here = scene((12, 33))
    assert here.is_quoted(12) and here.is_quoted(32) and not here.is_quoted(33)
    assert here.quoted_between(0, 13) and not here.quoted_between(12, 40)
    assert here.quoted_in(here.sentence(0)) == ((12, 33),) and here.quoted_in(here.sentence(40)) == ()


def test_a_pronoun_is_seen_before_its_verb() -> None:
    here = scene((12, 33))
    at = TEXT.index("left")
    assert here.pronoun(at, 34) and not here.pronoun(at + 5, 34) and here.names_at(0)
