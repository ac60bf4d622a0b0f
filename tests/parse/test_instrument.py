import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.instrument import Instrument, find_agreed, find_instruments


def only(text: str) -> Instrument:
    (found,) = find_instruments(text, 0, len(text))
    return found


def test_a_name_runs_from_the_determiner_to_its_last_capital() -> None:
    text = "By the Treaty of Friendship, Cooperation and Mutual Aid with Italy"
    found = only(text)
    assert text[found.start : found.core] == "Treaty of Friendship, Cooperation and Mutual Aid"
    assert (found.determiner, found.named, found.noun.kind) == ("the", True, "treaty")


def test_a_description_has_a_topic() -> None:
    text = "signed a comprehensive agreement on the inviolability of their borders in accordance with the law"
    found = only(text)
    assert text[found.start : found.core] == "comprehensive agreement"
    assert text[found.core : found.end] == " on the inviolability of their borders"
    assert not found.named and not found.bare


def test_a_possessor_is_no_part_of_the_phrase() -> None:
    text = "praised the country's military doctrine"
    found = only(text)
    assert found.possessor is not None
    assert text[slice(*found.possessor)] == "country's"
    assert (text[found.start : found.end], found.determiner) == ("military doctrine", "'s")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the North Atlantic Treaty Organization", None),
        ("UN Security Council Resolution 242 was adopted", "UN Security Council Resolution 242"),
        ("the SALT II Treaty was signed", "SALT II Treaty"),
        ("the Maastricht treaty", "Maastricht treaty"),
        ("a wide agreement", None),
        ("the 1963 Test Ban Treaty", "1963 Test Ban Treaty"),
        ("the Treaty Establishing the Community", None),
    ],
)
def test_names(text: str, name: str | None) -> None:
    named = [text[found.start : found.core] for found in find_instruments(text, 0, len(text)) if found.named]
    assert named == ([name] if name else [])


def test_agreeing_to_do_something() -> None:
    text = "it was agreed to form a joint force; they agreed to the plan, and had not agreed to pay the debt"
    assert [(text[start:end], impersonal) for start, end, impersonal in find_agreed(text, 0, len(text))] == [
        ("agreed to form a joint force", True)
    ]


@given(st.text())
def test_any_text(text: str) -> None:
    for found in find_instruments(text, 0, len(text)):
        assert 0 <= found.start <= found.head < found.core <= found.end <= len(text)
