import pytest

from ibidem.parse.foreign_verb import joined_forms, regular_forms, split_verbs
from ibidem.parse.verb import speech_verbs
from ibidem.words import read_table


@pytest.mark.parametrize(
    ("form", "sort"),
    [
        ("annonça", "foreign"),
        ("jugeait", "foreign"),
        ("jugèrent", "foreign"),
        ("rétorqué", "foreign-participle"),
        ("notò", "foreign"),
        ("sottolineando", "foreign-gerund"),
        ("subrayaron", "foreign"),
        ("äußerte", "foreign"),
        ("behauptete", "foreign"),
        ("antwortete", "foreign"),
        ("gesagt", "foreign-participle"),
        ("feststellte", "foreign"),
        ("hingewiesen", "foreign-participle"),
    ],
)
def test_the_forms_of_a_verb_follow_from_its_infinitive(form: str, sort: str) -> None:
    assert speech_verbs()[form].sort == sort


def test_the_particle_tells_which_verb_it_is() -> None:
    assert dict(split_verbs()["wies"])["zurück"] == "stance"
    assert dict(split_verbs()["wies"])["hin"] == "that"


def test_every_verb_of_the_tables_has_a_known_frame() -> None:
    frames = {frame for _, frame, _ in (*regular_forms(), *joined_forms())}
    assert frames <= {row[2] for row in read_table("speech-verbs")}
    assert {language for _, language, _ in read_table("speech-regular")} == {"de", "fr", "it", "es"}
