from dataclasses import replace

import pytest

from desks import desk
from ibidem.edtf import Date
from ibidem.resolve.composing import anchored_inside, kept, printed_mentions, read_roles, read_treaty
from ibidem.resolve.desk import SettingError
from ibidem.story import Act, Capacity, Participation
from records import RECORD, mention

ZENDA = RECORD.treaties[0]


def test_lists_that_are_not_given_stay() -> None:
    assert read_treaty(desk("Treaty of Zenda"), {"abstaining": ()}, before=ZENDA)["participations"] == tuple(
        part for part in ZENDA.participations if part.capacity is not Capacity.ABSTAINING
    )
    assert "participations" not in read_treaty(desk("Treaty of Zenda"), {"status": None}, before=ZENDA)


def test_what_is_known_of_a_party_stays() -> None:
    values = read_treaty(desk("Treaty of Zenda"), {"parties": ("Ruritania", "Syldavia")}, before=ZENDA)
    assert values["participations"][-2:] == (
        ZENDA.participations[0],
        Participation("syldavia", Capacity.PARTY, None, None),
    )


def test_an_act_of_all_parties_and_one_of_one() -> None:
    given = {"act": "ratified", "acts": (("Borduria", "withdrew"),)}
    values = read_treaty(desk("Treaty of Zenda"), given, before=ZENDA)
    acts = [(part.actor, part.capacity.value, part.act) for part in values["participations"]]
    assert acts == [
        ("ruritania", "party", Act.RATIFIED),
        ("borduria", "party", Act.WITHDREW),
        ("syldavia", "abstaining", None),
        ("borduria", "guarantor", Act.WITHDREW),
    ]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"act": ""}, [None, None, None, Act.SIGNED]),
        ({"acts": (("Ruritania", ""),)}, [None, Act.SIGNED, None, Act.SIGNED]),
        ({"act": "", "acts": (("Borduria", "withdrew"),)}, [None, Act.WITHDREW, None, Act.WITHDREW]),
        ({"act": "ratified", "acts": (("Ruritania", ""),)}, [None, Act.RATIFIED, None, Act.SIGNED]),
        ({"act": "", "observers": ()}, [None, None, None, Act.SIGNED]),
        ({"observers": ()}, [Act.SIGNED, Act.SIGNED, None, Act.SIGNED]),
    ],
)
def test_an_empty_act_takes_the_act_away(given: dict[str, object], left: list[Act | None]) -> None:
    signed = tuple(
        part if part.capacity is Capacity.ABSTAINING else replace(part, act=Act.SIGNED) for part in ZENDA.participations
    )
    before = replace(ZENDA, participations=signed)
    values = read_treaty(desk("Treaty of Zenda"), given, before=before)
    assert [part.act for part in values["participations"]] == left


def test_provisions_stand_where_they_are_said_to() -> None:
    given = ((("text", "no bases"), ("article", "2"), ("exact", "foreign\nbases")), "peace")
    first, second = read_treaty(desk("Article 2"), {"provisions": given}, before=None)["provisions"]
    assert (first.text, first.article, first.mention.exact) == ("no bases", "2", "foreign bases")
    assert (second.text, second.article, second.mention.exact) == ("peace", None, "Article 2")
    with pytest.raises(SettingError, match="does not stand"):
        read_treaty(desk("Article 2"), {"provisions": ((("text", "a"), ("exact", "Freedonia")),)}, before=None)


def test_roles() -> None:
    given = ((("title", "King"), ("of", "Ruritania"), ("former", "true"), ("exact", "President")), "Colonel")
    king, colonel = read_roles(desk("Michael Elphberg"), given)
    assert (king.title, king.of, king.former, king.mention.exact) == ("King", "ruritania", True, "President")
    assert (colonel.title, colonel.of, colonel.former) == ("Colonel", None, False)
    assert colonel.mention.exact == "Michael Elphberg"
    assert king.key != colonel.key


def test_printed_forms_are_whole_words_longest_first() -> None:
    found = printed_mentions(desk("Ruritania"), ("Ruritania", "Ruritanian"), others=())
    assert [mention.exact for mention in found] == ["Ruritania", "Ruritanian"]
    found = printed_mentions(desk("Syldavia"), ("Small",), others=())
    assert [mention.exact for mention in found] == ["Syldavia", "Small"]


def test_longer_places_of_others_are_left_to_them() -> None:
    others = tuple(actor for actor in RECORD.actors if actor.key == "bordurian-envoy")
    found = printed_mentions(desk("Syldavia"), ("Bordurian",), others=others)
    assert [mention.exact for mention in found] == ["Syldavia"]


def test_an_exact_text_overlaps_the_place() -> None:
    assert anchored_inside(desk("foreign bases"), 'forbids "foreign').exact == 'forbids "foreign'
    with pytest.raises(SettingError):
        anchored_inside(desk("foreign bases"), "Syldavia")


def test_what_says_the_same_is_kept() -> None:
    printed = Date("1934-05", "May 1934")
    assert kept(printed, Date("1934-05", "1934-05")) is printed
    assert kept(printed, Date("1934-06", "June")) == Date("1934-06", "June")
    assert kept(None, printed) is printed
    roles = RECORD.actors[3].roles
    again = tuple(replace(role, key="x", mention=mention("Zenda"), title=role.title.upper()) for role in roles)
    assert kept(roles, tuple(reversed(again))) is roles
    assert kept(roles, again[:1]) == roles[:1]
    assert kept(("a", "b"), ("b", "a")) == ("b", "a"), "the order of authors says something"
