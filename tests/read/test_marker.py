import pytest

from ibidem.read.marker import caret_names, find_markers, glued_numbers, glued_run, sections
from ibidem.span import Span


def numbers(text: str, **names: int) -> list[int]:
    return [marker.number for marker in find_markers(text, [Span(0, len(text))], names=names or None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So it was.¹ And so.²", [1, 2]),
        ("So it was [1]. And so [2, 3-5].", [1, 2, 3, 4, 5]),
        ("So it was¹ in [1994] as said [7].", [1]),
        ("As [1994] said.", []),
        ("An area of 5 km² and 10⁶ men.", []),
        ("A [link](a.html) and [2](b.html)", []),
    ],
)
def test_markers(text: str, found: list[int]) -> None:
    assert numbers(text) == found


def test_markdown_footnotes() -> None:
    assert numbers("One[^a] and two[^2].[^3]: no", a=1) == [1, 2]
    text = "So[^b] and[^a]."
    assert caret_names(text, [Span(0, len(text))], ["a", "b"]) == {"b": 1, "a": 2}
    assert caret_names(text, [], ["1", "2"]) == {"1": 1, "2": 2}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("of marketization.1 Putting", [1]),
        ("influence,2 bringing “natural.”9", [2, 9]),
        ("these expectations12 are", [12]),
        ("in 3.1. See p.71 and no.4, R2 at 1.5", []),
        ("in 1992 the war", []),
    ],
)
def test_numbers_glued_to_words(text: str, found: list[int]) -> None:
    assert [number for number, _ in glued_numbers(text, [Span(0, len(text))])] == found


def test_only_a_whole_run_of_glued_numbers_counts() -> None:
    spans = [(number, Span(at, at + 1)) for at, number in enumerate([1, 7, 2, 3])]
    assert [marker.number for marker in glued_run(spans, 3)] == [1, 2, 3]
    assert glued_run(spans, 4) == ()


def test_runs_restart_at_one() -> None:
    assert sections([1, 2, 3, 1, 2]) == (1, 1, 1, 2, 2)
    assert sections([1, 1, 2]) == (1, 1, 1) and sections([]) == ()
