from hypothesis import given, settings
from hypothesis import strategies as st

from ibidem.find.token import Token, tokenise


def words(text: str) -> tuple[Token, ...]:
    return tokenise(text, split=frozenset({"tajik", "afghan"}), stops=frozenset({"gen"}))


def shown(text: str) -> list[str]:
    return [token.text for token in words(text)]


def test_compounds_fall_apart_only_where_a_part_is_known() -> None:
    assert shown("Tajik-Afghan Hizb-e-Islami pro-Franco") == ["Tajik", "Afghan", "Hizb-e-Islami", "pro", "Franco"]


def test_possessives_are_left_out_of_the_word() -> None:
    [token, _] = words("Russia's border")
    assert (token.text, token.end, token.until, token.possessive) == ("Russia", 6, 8, True)


def test_letters_with_full_stops_are_one_word() -> None:
    assert shown("U.S. troops of J.P. Morgan") == ["U.S.", "troops", "of", "J.P.", "Morgan"]


def test_a_full_stop_joins_initials_and_short_titles_only() -> None:
    tokens = words("Gen. V. Grant. Lee lost.")
    assert [token.joined for token in tokens] == [False, True, True, False, True]
    assert [token.first for token in tokens] == [True, False, False, True, False]


def test_the_apostrophe_of_a_plural_joins_a_name() -> None:
    assert [token.joined for token in words("Workers' Party")] == [False, True]
    assert [token.joined for token in words("workers' party")] == [False, False]


def test_ordinals_and_numbers_are_numerals() -> None:
    assert [token.numeral for token in words("201st 7 men")] == [True, True, False]


@given(st.text())
@settings(max_examples=60)
def test_words_stand_where_they_say(text: str) -> None:
    last = 0
    for token in words(text):
        assert last <= token.start < token.end <= token.until <= len(text)
        assert text[token.start : token.end] == token.text
        last = token.until
