import pycountry
import pytest

from ibidem.find.scene import scenes
from ibidem.find.token import Token, tokenise
from ibidem.find.tongue import LANGUAGES, language_of, states_in
from ibidem.parse.state import state_names
from ibidem.words import read_table
from scene import make_document


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(text, split=frozenset(), stops=frozenset())


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        ("The house of the man was cold and the sea was grey with ice.", "de", "en"),
        ("Das Haus war kalt und der Mann war nicht mit dem Boot auf der See.", None, "de"),
        ("La maison est froide et les bateaux des hommes qui sont dans le port.", "en", "fr"),
        ("La casa non era fredda e il mare che lambiva gli scogli della costa.", None, "it"),
        ("La casa era fría y los barcos que las olas movían por el puerto.", None, "es"),
        ("Дом был на берегу и в море не было льда, что и видно с горы.", None, "ru"),
        ("Lorem ipsum dolor sit amet.", "la-Latn", "la"),
        ("Lorem ipsum dolor sit amet.", None, None),
    ],
)
def test_the_language_that_the_words_show(text: str, said: str | None, language: str | None) -> None:
    assert language_of(said, [tokens(text)]) == language


def test_a_word_tells_one_language() -> None:
    words = [word for word, _ in read_table("tongues")]
    assert len(words) == len(set(words)) and {language for _, language in read_table("tongues")} == LANGUAGES | {"en"}


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("de", "Österreichs", "AT"),
        ("de", "Preußen", "x-prussia"),
        ("de", "Vereinigte Staaten", "US"),
        ("fr", "l'Italie", "IT"),
        ("fr", "Pays-Bas", "NL"),
        ("it", "Unione Sovietica", "SUHH"),
        ("es", "Alemania", "DE"),
        ("ru", "Францией", "FR"),
        ("ru", "Германии", "DE"),
        ("en", "Österreich", None),
        (None, "Österreich", None),
    ],
)
def test_states_in_other_languages(language: str | None, text: str, code: str | None) -> None:
    found = states_in(language).match(tokens(text), 0)
    assert (found[0].state if found else None) == code


def test_every_country_of_the_standard_is_a_state_of_the_list() -> None:
    dependent = {country.alpha_2 for country in pycountry.countries} - set(state_names())
    assert not dependent & {"DE", "FR", "US", "RU", "CN", "BR", "ZA", "VA"}
    assert {code for code, *_ in read_table("states-foreign")} <= set(state_names())
    assert {language for _, language, _ in read_table("states-foreign")} == LANGUAGES


def test_a_paper_in_another_language_has_capitals_that_name_except_in_german() -> None:
    german = "Das Haus war kalt und der Mann war nicht mit dem Boot auf der See, und die Frau sah das. " * 3
    french = "La maison est froide et les bateaux des hommes qui sont dans le port, et une femme est là. " * 3
    assert [scene.setting.plain for _, scene in scenes(make_document(german))] == [False]
    assert [scene.setting.plain for _, scene in scenes(make_document(french))] == [True]
