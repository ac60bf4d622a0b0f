import pytest
from pyoxigraph import Literal, NamedNode, Quad

from ibidem.describe import terms as t
from ibidem.finding import Severity
from ibidem.validate.graph import to_graph
from ibidem.validate.length import RULE, wrong_lengths

NODE = NamedNode("https://example.org/paper/passage/3-6/target/selector")


@pytest.mark.parametrize(
    ("exact", "start", "end", "wrong"),
    [
        ("abc", "3", "6", False),
        ("a\U0001f600c", "3", "6", False),
        ("ab", "3", "6", True),
        ("abcd", "3", "6", True),
        ("abc", "6", "3", True),
        ("abc", "x", "6", False),
        ("abc", None, "6", False),
    ],
)
def test_the_words_are_as_long_as_their_stretch(exact: str, start: str | None, end: str, wrong: bool) -> None:
    quads = [Quad(NODE, t.EXACT, Literal(exact)), Quad(NODE, t.END, Literal(end))]
    if start is not None:
        quads.append(Quad(NODE, t.START, Literal(start)))
    found = list(wrong_lengths(to_graph(quads)))
    assert [(item.focus, item.severity, item.rule) for item in found] == [
        (NODE.value, Severity.VIOLATION, RULE)
    ] * wrong
