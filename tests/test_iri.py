import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from ibidem.iri import ADDRESS, Minter, absolute, identifier_iri, last_part, slug, split_iri, unique_slugs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boris Yeltsin", "boris-yeltsin"),
        ("Treaty of Versailles (1919)", "treaty-of-versailles-1919"),
        ("République française", "republique-francaise"),
        ("People's Front", "peoples-front"),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
    ],
)
def test_slugs_can_be_read(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_any_text_has_a_slug(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-?", slug(text))
    assert len(slug(text)) <= 60


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8))))
def test_names_are_unique_and_do_not_depend_on_other_names(pairs: list[tuple[str, str]]) -> None:
    names = unique_slugs(pairs)
    assert len(set(names)) == len(pairs)


def test_equal_slugs_take_the_hash_of_their_context() -> None:
    one, two, three = unique_slugs([("our border", "a"), ("Our border", "b"), ("his", "")])
    assert re.fullmatch(r"our-border-[0-9a-f]{6}", one) and one != two and three == "his"
    assert unique_slugs([("Our border", "b"), ("our border", "a")]) == (two, one)


@pytest.mark.parametrize("text", ["Con", "aux", "COM1", "Lpt9!", "nul"])
def test_no_slug_is_a_name_that_a_file_cannot_have(text: str) -> None:
    plain = re.sub("[^a-z0-9]", "", text.lower())
    assert re.fullmatch(rf"{plain}-[0-9a-f]{{6}}", slug(text))
    assert slug(f"{text} x") == f"{plain}-x"


def test_what_is_written_whole_stays_and_the_rest_is_under_the_base() -> None:
    assert absolute("p/work/x", "https://example.org/") == "https://example.org/p/work/x"
    assert absolute("http://else.org/x", "https://example.org/") == "http://else.org/x"


def test_minted_under_the_paper() -> None:
    minter = Minter("https://w3id.org/ibidem/", "smith-1999")
    assert minter.node("pointer", "12") == "https://w3id.org/ibidem/smith-1999/pointer/12"
    assert minter.shared("actor", "x") == "https://w3id.org/ibidem/actor/x"


def test_identifiers_take_the_iri_of_their_authority() -> None:
    assert identifier_iri("wikidata", "Q1") == "http://www.wikidata.org/entity/Q1"
    assert identifier_iri("iso3166", "TJ") is None


@pytest.mark.parametrize(
    ("iri", "space", "local", "last"),
    [
        ("http://purl.org/dc/terms/title", "http://purl.org/dc/terms/", "title", "title"),
        ("https://example.org/o#Claim", "https://example.org/o#", "Claim", "Claim"),
        ("https://example.org/d#p/work/x", "https://example.org/d#p/work/", "x", "x"),
        ("https://example.org/d/p/passage/1-2#target", "https://example.org/d/p/passage/1-2#", "target", "target"),
        ("https://example.org/by/4.0/", "https://example.org/by/4.0/", "", "4.0"),
    ],
)
def test_an_iri_is_split_after_its_last_slash_or_hash(iri: str, space: str, local: str, last: str) -> None:
    assert split_iri(iri) == (space, local)
    assert last_part(iri) == last


@given(st.from_regex(ADDRESS, fullmatch=True))
def test_an_address_is_an_iri(text: str) -> None:
    assert NamedNode(text).value == text


@pytest.mark.parametrize(
    "text",
    [
        *("javascript:alert(1)", "javascript://x/%0aalert(1)", "https://x y/", "https://x/%zz", "https://x/%4", "_:b0"),
        *("https://x/<b>", 'https://x/"onload=a', "https://x/#a#b", "https://x/[y]", "//x/", "https:///x", "https://"),
        *("https://x:y/", "https://x/\u202eb", "https://x/\ufdd0", "https://x/\n", "mailto:a@b.c", "https://u@x/"),
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert not ADDRESS.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    [
        *("https://example.org", "http://www.wikidata.org/entity/Q159", "https://doi.org/10.1002/(SICI)1-2;3_4:a"),
        *("https://example.org:8080/a?b=c?d&e#f/g?h", "https://m\u00fcnchen.example/\u00e9", "https://x/%C3%A9"),
    ],
)
def test_what_is_an_address(text: str) -> None:
    assert ADDRESS.fullmatch(text)
