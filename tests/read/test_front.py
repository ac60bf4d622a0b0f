import pytest

from ibidem.document import PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.front import placed, text_of

LONG = "A paragraph of the text, " * 20


def para(text: str, kind: PartKind = PartKind.PARAGRAPH) -> Block:
    return Block(kind, (Run(text),))


def shown(*blocks: Block) -> list[str]:
    return ["entry" if block.entry else block.kind.value for block in placed(blocks)]


def test_title_byline_abstract_keywords_and_references() -> None:
    heading = PartKind.HEADING
    assert shown(
        para("The Dues of the Sound"),
        para("Ann Holm, University of Havn"),
        para("Abstract", heading),
        para("It was long."),
        para("Keywords: war; peace"),
        para("The War", heading),
        para("It began."),
        para("References", heading),
        para("Holm, A. 1954. Pilots."),
        para("Appendix", heading),
        para("Figures."),
    ) == [
        *("title", "author", "heading", "abstract", "keyword", "heading"),
        *("paragraph", "heading", "entry", "heading", "paragraph"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Holm", "author"),
        ("Ann Holm and Bo Dahl, University of Havn", "author"),
        ("ann@example.org", "author"),
        ("It began with the pilots.", "paragraph"),
        ("for the pilots of the sound", "paragraph"),
        ("“To the Pilots”", "paragraph"),
        ("Holm", "paragraph"),
        (LONG, "paragraph"),
    ],
)
def test_what_follows_the_title_may_be_a_byline(text: str, expected: str) -> None:
    assert shown(para("On War", PartKind.TITLE), para(text), para("Bo Dahl, On Peace"))[1] == expected


def test_a_byline_stands_right_below_the_title() -> None:
    assert shown(para("On War", PartKind.TITLE), para("It began."), para("Bo Dahl"))[2] == "paragraph"
    named = (para("On War", PartKind.TITLE), para("Ann Holm", PartKind.AUTHOR), para("Bo Dahl"))
    assert shown(*named) == ["title", "author", "paragraph"]


def test_a_first_heading_is_the_title_and_a_long_paragraph_is_none() -> None:
    assert shown(para("On War", PartKind.HEADING), para(LONG)) == ["title", "paragraph"]
    assert shown(para(LONG), para("Words")) == ["paragraph", "paragraph"]
    assert shown(para("Abstract", PartKind.HEADING), para("It is.")) == ["heading", "abstract"]


def test_a_title_further_down_is_the_only_one() -> None:
    assert shown(para("Journal"), para("On War", PartKind.TITLE), para(LONG)) == ["paragraph", "title", "paragraph"]


def test_the_text_of_a_block_is_without_markers_and_furniture() -> None:
    runs = (Run("1. ", furniture=True), Run("On War"), Run("1", note="x"), Run("."))
    assert text_of(Block(PartKind.HEADING, runs)) == "On War."
