import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.span import Span

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


def test_units_are_code_points() -> None:
    assert Span(1, 2).of("a𝒷c") == "𝒷"


@given(spans, spans)
def test_overlap_is_symmetric_and_containment_implies_it(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(other) and len(other):
        assert one.overlaps(other)
