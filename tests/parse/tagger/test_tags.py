from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.tagger.fields import LABELS
from ibidem.parse.tagger.tags import BEGUN, label_of, tags_of


def test_the_first_token_of_a_stretch_has_a_tag_of_its_own() -> None:
    labels = ["author", "author", "date", "date", "title", "publisher"]
    assert tags_of(labels) == ["B-author", "I-author", "date", "date", "B-title", "B-publisher"]


@given(st.lists(st.sampled_from(sorted(LABELS))))
def test_tags_say_the_labels(labels: list[str]) -> None:
    assert [label_of(tag) for tag in tags_of(labels)] == labels


def test_only_labels_that_are_read_have_tags_of_their_own() -> None:
    assert BEGUN <= LABELS
