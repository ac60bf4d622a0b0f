import pytest

from ibidem.document import PartKind
from ibidem.read.block import Block, classify, run_in
from ibidem.read.lines import split_lines
from ibidem.read.notes import find_notes


def kinds(text: str) -> list[tuple[str, str, bool]]:
    layout = find_notes(text, split_lines(text))
    return [(block.kind.value, block.head, block.joined) for block in classify(layout)]


def test_a_page_break_in_a_sentence_joins() -> None:
    first = f"{'The paragraph says a thing. ' * 5}Whereas he wrote to the then"
    text = f"T\n\n{first}\n\nPresident, asking him to come. He came.\n\nThe Minister was also there.\n"
    assert kinds(text)[1:] == [
        ("paragraph", first, False),
        ("paragraph", "President, asking him to come. He came.", True),
        ("paragraph", "The Minister was also there.", False),
    ]


def test_headings_and_what_only_looks_like_one() -> None:
    text = (
        "T\n\nThe body opens with a sentence.\n\nThe War in the North\n\nIt began late.\n\nHe went to\n\nthe north.\n"
    )
    assert [(kind, head) for kind, head, _ in kinds(text)][2:] == [
        ("heading", "The War in the North"),
        ("paragraph", "It began late."),
        ("paragraph", "He went to"),
        ("paragraph", "the north."),
    ]


def test_text_without_gaps_is_cut_at_short_lines_and_headings() -> None:
    long = "This is a line of the running text that is as long as lines are, and it\n"
    text = f"A Title of a Paper\n{long * 3}ends here.\n1. INTRODUCTION\n{long * 2}ends.\n"
    assert [kind for kind, _, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph"]


def test_names_at_the_front_are_authors() -> None:
    text = "A Title\n\nAnn Author, Ph. D.\n\nDepartment of History, Zenda\n\nThe body opens with small words.\n"
    assert [kind for kind, _, _ in kinds(text)] == ["title", "author", "author", "paragraph"]


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("- War\n- Peace\n\nIntroduction\n\nThe war began late.\n", "keyword keyword heading paragraph"),
        ("- War - a quarrel\n- Peace - none\n\nThe Sound\n\nIt is deep.\n", "keyword keyword heading paragraph"),
        ("- War\n\n- Peace\n\n1. Introduction\n\nThe war began late.\n", "keyword keyword heading paragraph"),
        ("1. War\n2. Peace\n\nIntroduction\n\nThe war began late.\n", "keyword keyword heading paragraph"),
        ("- War\n- Peace\n\nThe war began late.\n", "keyword keyword paragraph"),
        ("war; peace\n\nIntroduction\n\nThe war began late.\n", "keyword heading paragraph"),
    ],
)
def test_a_list_of_keywords_ends_where_its_bullets_do(after: str, found: str) -> None:
    assert " ".join(kind for kind, _, _ in kinds(f"T\n\nKeywords\n\n{after}")) == f"title heading {found}"


def test_run_in_headings() -> None:
    (line,) = split_lines("**Keywords:** war; peace")
    assert run_in(line) == ("keywords", 14)
    (line,) = split_lines("The matter: war")
    assert run_in(line) is None
    assert Block(PartKind.PARAGRAPH, split_lines("- A bullet")).head == "A bullet"
