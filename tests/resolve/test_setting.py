import pytest
from hypothesis import given
from hypothesis import strategies as st

from desks import desk
from ibidem.edition import SETTABLE
from ibidem.edtf import Date
from ibidem.resolve.desk import SettingError
from ibidem.resolve.setting import COMPOSED, READ, as_date, read_values
from ibidem.story import ActorType


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("1934-05", Date("1934-05", "1934-05")),
        ((("edtf", "1934-05"), ("printed", "May")), Date("1934-05", "May")),
        ("", None),
        ((), None),
        ("1934/1935", Date("1934/1935", "1934/1935")),
        ("1934-21", Date("1934-21", "1934-21")),
    ],
)
def test_dates(value: object, date: Date | None) -> None:
    assert as_date(value) == date


@pytest.mark.parametrize("value", ["May 1934", "1934-13", "34", "1935/1934"])
def test_what_is_no_date(value: str) -> None:
    with pytest.raises(SettingError, match="no EDTF date"):
        as_date(value)


def test_values_are_read_by_kind_and_name() -> None:
    here = desk("Syldavia")
    changes = (("name", "X"), ("type", "people"))
    assert read_values(here, "actor", changes) == {"name": "X", "type": ActorType.PEOPLE}
    assert read_values(here, "work", (("type", "map"), ("volume", ""))) == {"type": "map", "volume": None}
    assert read_values(here, "claim", (("value", "1e3"), ("said_by", ""))) == {"value": "1000", "said_by": None}
    assert read_values(here, "reference", (("via", "4"),)) == {"via": "daily-strel-1936"}
    assert read_values(here, "event", (("actors", "Syldavia; Borduria"),)) == {"actors": ("syldavia", "borduria")}
    further = (("doi", "10.1000/182"), ("accessed", "2001-02-03"), ("translators", "D. White"), ("series", ""))
    assert read_values(here, "work", further) == {
        "doi": "10.1000/182",
        "accessed": Date("2001-02-03", "2001-02-03"),
        "translators": ("white",),
        "series": None,
    }


def test_every_reader_is_of_a_value_that_can_be_set() -> None:
    settable = dict(SETTABLE)
    for kind, name, _ in READ:
        assert name in settable[kind] if kind else any(name in names for names in settable.values())
    assert all(any(name in names for names in settable.values()) for name in COMPOSED)


@given(st.sampled_from([(kind, name) for kind, names in SETTABLE for name in names]), st.text(max_size=12))
def test_a_value_is_read_or_refused(setting: tuple[str, str], value: str) -> None:
    kind, name = setting
    try:
        assert set(read_values(desk("Syldavia"), kind, ((name, value),))) == {name}
    except SettingError as error:
        assert str(error)
