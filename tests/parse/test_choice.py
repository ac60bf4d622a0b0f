from ibidem.cited import Fields, Name
from ibidem.parse.choice import settle
from ibidem.parse.source import Source

TEXT = "R. Holloway, The Silent Parliament, trans. A. Köppen, 2nd edn (London: Verso, 1990), p. 7."
AUTHOR = (Name("R. Holloway", "Holloway", "R."),)


def source(*, marked: bool = False, unread: int = 0, **fields: object) -> Source:
    held = Fields(**({"type": "book"} | fields))  # type: ignore[arg-type]
    return Source(held, (), "7", 0, len(TEXT), unread, marked)


def test_the_rules_stay_where_marks_set_the_title_apart_and_nothing_is_left() -> None:
    rules = source(marked=True, authors=AUTHOR, title="The Silent")
    assert settle(rules, TEXT).fields.title == "The Silent"


def test_the_rules_stay_where_a_form_says_what_the_source_is() -> None:
    assert settle(source(type="interview", title="The Silent", unread=9), TEXT).fields.type == "interview"


def test_the_model_reads_what_the_rules_are_not_sure_of() -> None:
    found = settle(source(title="R. Holloway, The Silent Parliament, trans", unread=12), TEXT)
    assert found.fields.title == "The Silent Parliament"
    assert [name.literal for name in found.fields.authors] == ["R. Holloway"]
    assert dict(found.fields.confidence)["title"] > 0.5


def test_what_the_rules_do_not_read_is_added() -> None:
    rules = source(marked=True, authors=AUTHOR, title="The Silent Parliament", place="London")
    found = settle(rules, TEXT)
    assert [name.literal for name in found.fields.translators] == ["A. Köppen"]
    assert found.fields.edition and {piece.name for piece in found.pieces} >= {"translator", "edition"}


def test_a_field_of_the_rules_is_as_sure_as_the_model_that_agrees() -> None:
    rules = source(marked=True, authors=AUTHOR, title="Another Title")
    sure = dict(settle(rules, TEXT).fields.confidence)
    assert "authors" in sure and "title" not in sure
