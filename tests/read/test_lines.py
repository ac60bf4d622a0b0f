import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.read.lines import split_lines


@pytest.mark.parametrize(
    ("text", "label", "number", "name"),
    [
        ("- A bullet", "- ", None, None),
        ("12. A note", "12. ", 12, None),
        ("[3] A note", "[3] ", 3, None),
        ("4) A note", "4) ", 4, None),
        ("^5 A note", "^5 ", 5, None),
        ("¹² A note", "¹² ", 12, None),
        ("²Smith", "²", 2, None),
        ("[3]Smith", "[3]", 3, None),
        ("[3]1790 was dry", "[3]", 3, None),
        ("[3]x", "", None, None),
        ("[^7]: A note", "[^7]: ", None, "7"),
        ("[^smith]: A note", "[^smith]: ", None, "smith"),
        ("## A heading", "## ", None, None),
        ("*Ibid.*, p. 4", "", None, None),
        ("1992 was a year", "", None, None),
        ("12 men came", "", None, None),
    ],
)
def test_labels(text: str, label: str, number: int | None, name: str | None) -> None:
    (line,) = split_lines(text)
    assert (line.label, line.number, line.name) == (label, number, name)
    assert line.content.of(text) == text[len(label) :]


def test_gaps_and_page_ends() -> None:
    lines = split_lines("a\nb\n\nc\x0cd\r\ne\r\n\r\nf")
    assert [(line.text, line.gap_before) for line in lines] == [
        ("a", True),
        ("b", False),
        ("c", True),
        ("d", True),
        ("e", False),
        ("f", True),
    ]


def test_a_running_head_glued_to_a_line_is_cut_off() -> None:
    pages = "".join(
        f"Words of page {word} end.Journal of Small States\n{100 + at}\nMore\n" for at, word in enumerate("abcd")
    )
    lines = split_lines(pages)
    assert [line.text for line in lines if line.text.startswith("Words")][:2] == [
        "Words of page a end.",
        "Words of page b end.",
    ]
    assert all(line.furniture for line in lines if line.text.startswith("Journal"))


@given(st.text(max_size=200))
def test_lines_hold_all_but_white_space(text: str) -> None:
    lines = split_lines(text)
    at = 0
    for line in lines:
        assert text[at : line.span.start].strip() == "" and line.span.of(text) == line.text
        assert line.span.contains(line.content)
        at = line.span.end
    assert text[at:].strip() == ""
