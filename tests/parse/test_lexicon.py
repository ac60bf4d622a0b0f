import re

import pytest

from ibidem.parse.lexicon import is_demonym, one_of, state_adjectives, treaty_nouns, treaty_verbs, verb_words
from ibidem.story import Act


def test_nouns_are_known_in_singular_and_plural() -> None:
    nouns = treaty_nouns()
    assert (nouns["treaty"].kind, nouns["treaties"].noun, nouns["treaties"].plural) == ("treaty", "treaty", True)
    assert {noun.weight for noun in nouns.values()} == {"strong", "plain", "formal", "naming", "body", "title"}


def test_every_verb_form_does_an_act_and_has_a_use() -> None:
    for form, (act, use) in treaty_verbs().items():
        assert Act(act) and form == form.casefold()
        assert use in {"made", "doing", "will", "against"}
        assert form.split()[0] in verb_words()


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("french", True), ("franco-german", True), ("sino–soviet", True), ("peace", False)],
)
def test_adjectives_of_states(word: str, is_one: bool) -> None:
    assert is_demonym(word) == is_one


def test_a_present_state_comes_before_a_past_one_of_the_same_adjective() -> None:
    assert state_adjectives()["german"] == "Germany"


def test_the_longest_word_is_tried_first() -> None:
    pattern = re.compile(one_of(["accord", "accords on peace", "a+b"]))
    found = [match.group() for match in pattern.finditer("accords on\tpeace a+b accord")]
    assert found == ["accords on\tpeace", "a+b", "accord"]
