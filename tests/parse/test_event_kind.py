import pytest

from ibidem.parse.event_kind import event_kind, has_noun, has_verb
from ibidem.words import read_table


@pytest.mark.parametrize(
    ("clause", "date", "kind"),
    [
        ("They signed a treaty in 1992", "1992", "treaty"),
        ("The July 1992 Franco-Russian protocol, which transferred the troops, lapsed", "July 1992", "treaty"),
        ("At the July 1993 meeting of the council he established a division of labour", "July 1993", "meeting"),
        ("During the spring 1992 demonstrations the crowd stated its demands", "spring 1992", "demonstration"),
        ("He announced that in May 1993 the troops had withdrew", "May 1993", "deployment"),
        ("He appointed Primakov, who visited Dushanbe in 1996 and declared his aims", "1996", "visit"),
        ("After several rounds of talks in 1996 between Said Nuri and the king", "1996", "negotiation"),
        ('The king said that the "war was lost" in 1992', "1992", "statement"),
        ("In 1992 the corn was green", "1992", "other"),
        ("In 1992 they began to transfer arms", "1992", "transfer"),
        ("In 1992 they started attacking the border", "1992", "attack"),
        ("In 1992 they began to sing", "1992", "other"),
        ("The Congress of Vienna of 1815 was long", "1815", "meeting"),
        ("The treaty entered into force in 1992", "1992", "treaty"),
        ("Relations deteriorated in 1995 because of the talks", "1995", "other"),
    ],
)
def test_kinds_of_clauses(clause: str, date: str, kind: str) -> None:
    assert event_kind(clause, date) == kind


def test_a_verb_of_happening_is_none_of_state_and_none_inside_a_quotation() -> None:
    assert has_verb("they signed") and not has_verb("prices rose") and not has_verb('the "signed" copy')
    assert has_noun("after the Talks") and not has_noun("after tea")


def test_every_form_has_a_kind_and_a_part() -> None:
    for form, kind, part in read_table("event_kinds"):
        assert form == form.casefold() and kind == kind.casefold()
        assert part in {"verb", "state", "noun"}
