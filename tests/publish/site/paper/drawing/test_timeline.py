from collections.abc import Callable, Iterator
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from growth import check_linear
from ibidem.publish.site.paper.drawing.measure import text_width
from ibidem.publish.site.paper.drawing.timeline import SIZE, WIDTH, Dated, Mark, overview, panels

KINDS = ("event", "treaty")
DAYS = st.dates(date(1, 1, 1), date(9990, 12, 31))
THINGS = st.lists(
    st.builds(
        lambda label, kind, first, span: Dated(label, "x", kind, first, first + timedelta(days=span), "12 May"),
        st.text(max_size=120),
        st.sampled_from(KINDS),
        DAYS,
        st.sampled_from([0, 27, 89, 364, 365, 900]),
    ),
    max_size=12,
)


def thing(first: date, last: date, label: str = "Something") -> Dated:
    return Dated(label, "https://w3id.org/ibidem/x", "event", first, last)


def boxes(mark: Mark) -> Iterator[tuple[float, float, float, float]]:
    """Give left, top, right and bottom of a mark's lines of text."""
    for line in mark.lines:
        wide = text_width(line.text, SIZE)
        left = line.x if line.anchor == "start" else line.x - wide
        yield left, line.y - SIZE, left + wide, line.y


def test_a_day_is_a_tick_a_month_and_a_year_are_bands() -> None:
    day = thing(date(1993, 7, 2), date(1993, 7, 2))
    month = thing(date(1993, 7, 1), date(1993, 7, 31))
    year = thing(date(1993, 1, 1), date(1993, 12, 31))
    (panel,) = panels([day, month, year])
    found = {mark.thing: mark for mark in panel.marks}
    assert found[day].width == 0
    assert abs(found[month].width - WIDTH * 31 / 365) < 0.01
    assert found[year].width == WIDTH
    assert found[month].x < found[day].x < found[month].x + found[month].width


def test_each_year_has_its_panel_and_what_is_known_to_the_year_comes_first() -> None:
    in_march, in_1993, in_1991 = (
        thing(date(1993, 3, 1), date(1993, 3, 31)),
        thing(date(1993, 1, 1), date(1993, 12, 31)),
        thing(date(1991, 5, 1), date(1991, 5, 1)),
    )
    found = panels([in_march, in_1993, in_1991])
    assert [panel.year for panel in found] == [1991, 1993]
    assert [mark.thing for mark in found[1].marks] == [in_1993, in_march]


def test_what_runs_into_the_next_year_says_so_and_what_is_longer_stands_in_the_overview() -> None:
    winter = thing(date(1992, 12, 1), date(1993, 2, 28))
    war = thing(date(1992, 5, 1), date(1997, 6, 27))
    (panel,) = panels([winter, war])
    assert [mark.runs_on for mark in panel.marks] == [True]
    assert panel.marks[0].x + panel.marks[0].width <= WIDTH
    assert [mark.thing for mark in overview([winter, war], KINDS).marks] == [war]


@given(THINGS)
def test_no_label_lies_on_another_or_leaves_the_drawing(things: list[Dated]) -> None:
    drawn = [*(panel.marks for panel in panels(things)), overview(things, KINDS).marks]
    for marks in drawn:
        placed = [box for mark in marks for box in boxes(mark)]
        assert all(left >= 0 and right <= WIDTH for left, _, right, _ in placed)
        for place, (left, top, right, bottom) in enumerate(placed):
            for other in placed[place + 1 :]:
                assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@given(THINGS)
def test_every_thing_is_drawn_once_and_counted_once(things: list[Dated]) -> None:
    whole = overview(things, KINDS)
    drawn = [mark.thing for panel in panels(things) for mark in panel.marks] + [mark.thing for mark in whole.marks]
    assert len(drawn) == len(things)
    assert sum(bar.count for bar in whole.bars) == len(things)
    assert len(whole.bars) <= 42


def test_many_years_share_their_bars() -> None:
    whole = overview([thing(date(1648, 10, 24), date(1648, 10, 24)), thing(date(1997, 1, 1), date(1997, 1, 1))], KINDS)
    assert (whole.bars[0].label, whole.bars[-1].label) == ("1640\N{EN DASH}1649", "1990\N{EN DASH}1999")


def test_drawing_takes_time_in_proportion_to_what_is_drawn() -> None:
    def prepare(size: int) -> Callable[[], object]:
        things = [thing(date(1900 + n % 90, 1 + n % 12, 1), date(1900 + n % 90, 1 + n % 12, 28)) for n in range(size)]
        return lambda: (panels(things), overview(things, KINDS))

    check_linear(prepare, 300)
