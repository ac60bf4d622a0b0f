import pytest

from ibidem.read.furniture import find_furniture, glued_heads


@pytest.mark.parametrize(
    "line",
    [
        "12",
        "- 12 -",
        "* * *",
        "---",
        "1 1",
        "Copyright © 2017, A Journal",
        "Downloaded from jstor.org",
        "ISSN 2531-6133",
    ],
)
def test_furniture(line: str) -> None:
    assert find_furniture([line]) == {0}


@pytest.mark.parametrize(
    "line",
    [
        "2003), 63, 64.",
        "This includes fixing a writing for purposes of copyright, and",
        "12. Copyright Act 1956",
        "He was licensed to sell.",
        "Ibid., p. 3",
        "A title",
    ],
)
def test_text_is_no_furniture(line: str) -> None:
    assert find_furniture([line]) == frozenset()


def test_a_running_head_comes_back_page_by_page() -> None:
    page = [f"line {word} of the text goes on and on" for word in "abcdefgh"]
    lines = ["[ Munro ] A Title 2016 1", *page, "[ Munro ] A Title 2016 2", *page, "[ Munro ] A Title 2016 3", *page]
    assert find_furniture(lines) >= {0, 9, 18}


def test_what_comes_back_too_often_or_is_a_note_is_text() -> None:
    assert find_furniture(["Amen", "Amen", "Amen", "Amen"]) == frozenset()
    lines = ["Ibid" if at % 10 == 0 else f"note {at * 'x'}" for at in range(40)]
    assert find_furniture(lines) == frozenset()
    lines = ["Notes" if at % 10 == 0 else f"note {at * 'x'}" for at in range(40)]
    assert find_furniture(lines) == frozenset()


def test_heads_that_lines_end_in() -> None:
    lines = ["one.A Running Head", "1", "two.A Running Head", "2", "three.A Running Head", "3"]
    assert glued_heads(lines, frozenset({1, 3, 5})) == {0: 4, 2: 4, 4: 6}
    assert glued_heads(["one.", "1", "two.", "2"], frozenset({1, 3})) == {}
