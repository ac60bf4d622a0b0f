from hypothesis import given
from hypothesis import strategies as st

from ibidem.parse.tagger.confidence import ALL, calibrated, share
from ibidem.parse.tagger.model import load_model
from tagged import made_up

KNOTS = ((0.0, 0.2), (0.5, 0.4), (1.0, 0.9))


def test_between_knots_the_curve_is_straight() -> None:
    assert [round(share(raw, KNOTS), 3) for raw in (0.0, 0.25, 0.5, 0.75, 1.0)] == [0.2, 0.3, 0.4, 0.65, 0.9]


def test_a_field_without_a_curve_takes_that_of_all() -> None:
    model = made_up().calibrated([(ALL, KNOTS), ("title", ((0.0, 0.0), (1.0, 0.5)))])
    assert calibrated((("edition", 1.0), ("title", 1.0)), model) == (("edition", 0.9), ("title", 0.5))


def test_the_shipped_curves_ascend_within_bounds() -> None:
    model = load_model()
    assert ALL in model.groups and len(model.groups) == len(model.knots)
    for curve in model.knots:
        assert curve[0][0] == 0 and curve[-1][0] == 1
        assert list(curve) == sorted(curve) and all(0 <= said <= 1 for _, said in curve)
        assert [said for _, said in curve] == sorted(said for _, said in curve)


@given(st.floats(min_value=0, max_value=1))
def test_a_share_stays_within_the_curve(raw: float) -> None:
    assert 0.2 <= share(raw, KNOTS) <= 0.9
