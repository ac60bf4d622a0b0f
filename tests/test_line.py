from hypothesis import given
from hypothesis import strategies as st

from ibidem.line import Lines


@given(st.text(alphabet="ab\n\r\u2028", max_size=30))
def test_a_code_point_stands_one_line_below_the_line_feeds_before_it(text: str) -> None:
    lines = Lines.of(text)
    for offset in range(len(text) + 1):
        assert lines.at(offset) == text.count("\n", 0, offset) + 1
