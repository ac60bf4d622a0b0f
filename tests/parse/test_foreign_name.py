import pytest

from ibidem.parse.foreign_name import foreign_before, foreign_end
from ibidem.parse.instrument import find_instruments
from ibidem.parse.lexicon import treaty_links, treaty_nouns
from ibidem.words import read_table


@pytest.mark.parametrize(
    ("text", "noun", "name", "determiner"),
    [
        ("Der Vertrag von Altötting galt.", "Vertrag", "Vertrag von Altötting", "the"),
        ("Im Frieden von Landshut hieß es so.", "Frieden", "Frieden von Landshut", "the"),
        ("Das Münchner Abkommen galt.", "Abkommen", "Münchner Abkommen", "the"),
        ("Ein Vertrag galt.", "Vertrag", "Vertrag", "a"),
        ("Selon l'édit de Nantes, il pleut.", "édit", "édit de Nantes", "the"),
        ("Le traité de la Haye est vieux.", "traité", "traité de la Haye", "the"),
        ("Une paix de Dieu, peut-être.", "paix", "paix de Dieu", "a"),
        ("Il trattato di Campoformio cadde.", "trattato", "trattato di Campoformio", "the"),
        ("El tratado de Guadalupe Hidalgo cayó.", "tratado", "tratado de Guadalupe Hidalgo", "the"),
        ("Тильзитский мир был подписан.", "мир", "Тильзитский мир", ""),
    ],
)
def test_the_name_of_a_treaty_in_another_language(text: str, noun: str, name: str, determiner: str) -> None:
    head = text.index(noun)
    kind = treaty_nouns()[noun.casefold()]
    start, article, _ = foreign_before(text, 0, head, kind)
    end = foreign_end(text, head + len(noun), len(text), kind)
    assert (text[start:end], article) == (name, determiner)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Convention de Bayonne was old.", ["Convention de Bayonne"]),
        ("Man sprach vom Frieden auf dem Lande.", []),
        ("Мир был прекрасен.", []),
        ("Il tenait le pas, la paix aussi.", []),
    ],
)
def test_only_names_and_treaties_count(text: str, found: list[str]) -> None:
    named = [one for one in find_instruments(text, 0, len(text)) if one.named]
    assert [text[one.start : one.core] for one in named] == found


def test_every_language_of_the_nouns_has_links() -> None:
    languages = {row[4] for row in read_table("treaties")} - {""}
    assert languages == {"de", "fr", "it", "es", "ru"}
    assert all(treaty_links(language, "link") for language in languages)
    assert {kind for _, kind, _ in read_table("treaty-links")} == {"link", "the", "a"}
