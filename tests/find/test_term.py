from ibidem.find.term import (
    adjectives,
    areas,
    capitals,
    heads,
    name_words,
    organisations,
    party_words,
    portfolio_names,
    portfolios,
    press,
    splitting,
    states,
    stops,
    titles,
    word_class,
    word_set,
)
from ibidem.find.token import tokenise


def match(text: str) -> str:
    tokens = tokenise(text, split=splitting(), stops=stops())
    found = organisations().match(tokens, 0) or states().match(tokens, 0)
    return found[0].name if found else ""


def test_names_of_several_words_need_their_capitals() -> None:
    assert match("Islamic State") == "Islamic State"
    assert not match("Islamic state")
    assert match("Commonwealth of Independent states") == "Commonwealth of Independent States"


def test_abbreviations_need_their_very_spelling() -> None:
    assert match("WHO") == "World Health Organization"
    assert not match("Who")


def test_the_longest_name_wins() -> None:
    assert match("United Nations General Assembly") == "United Nations General Assembly"
    assert match("United States of America") == "United States"


def test_possessives_inside_names_match() -> None:
    assert match("Kurdistan Workers' Party") == "Kurdistan Workers' Party"
    assert match("People's Republic of China") == "China"


def test_a_comma_before_and_parts_two_names() -> None:
    assert not match("Bosnia, and Herzegovina wept").endswith("wept")
    assert match("United Nations Educational, Scientific and Cultural Organization").endswith("Cultural Organization")


def test_match_before_finds_what_ends_there() -> None:
    tokens = tokenise("the Saudi Arabian king", split=splitting(), stops=stops())
    found = adjectives().match_before(tokens, 3)
    assert found is not None and (found[0].state, found[1]) == ("SA", 1)


def test_capitals_know_all_their_states() -> None:
    assert capitals().by_first["moscow"][0].state == "RU SUHH"


def test_plurals_of_titles_keep_their_singular() -> None:
    titled = {" ".join(term.words): term.same for group in titles().by_first.values() for term in group}
    assert titled["prime ministers"] == "prime minister"
    assert titled["secretaries of state"] == "secretary of state"
    assert titled["chairmen"] == "chairman"
    assert titled["people commissar"] == "people's commissar"


def test_lists_are_read() -> None:
    assert heads().by_first["troops"][0].same == heads().by_first["soldiers"][0].same
    assert areas().by_first["central"] and portfolios().by_first["foreign"] and party_words()["partido"]
    assert portfolio_names()["defense"] == "defence"
    assert "Pravda" in press() and "said" in word_class("saying") and "the" in word_set("function")


def test_words_of_names_and_places_are_apart() -> None:
    words = name_words()
    assert "street" in words.barred and "boris" not in words.barred
    assert "pasha" in words.styles and "law" in words.inside
