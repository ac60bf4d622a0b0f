import pytest

from ibidem.document import Origin, PartKind
from ibidem.read.compose import Block, Run
from ibidem.read.layout import KINDS, Layout, is_heading, laid_out
from ibidem.words import read_table

LONG = "A paragraph that is long enough to be one of the running text, and no heading of it at all."


def block(text: str, path: str, kind: PartKind = PartKind.PARAGRAPH) -> Block:
    return Block(kind, (Run(text),), origin=Origin(0, path))


def test_a_long_paragraph_set_in_is_a_quotation_where_few_are() -> None:
    blocks = [block(LONG, str(place)) for place in range(4)]
    few = laid_out(blocks, {"2": Layout(inset=True)})
    assert [one.kind.value for one in few] == ["paragraph", "paragraph", "quote", "paragraph"]
    assert laid_out(blocks, {str(place): Layout(inset=True) for place in (1, 2, 3)}) == blocks


def test_the_largest_short_paragraph_of_the_front_is_the_title() -> None:
    blocks = [block("Journal", "0"), block("On War", "1"), block(LONG, "2"), block(LONG, "3")]
    sizes = {"0": Layout(20), "1": Layout(36), "2": Layout(24), "3": Layout(24)}
    assert [one.kind.value for one in laid_out(blocks, sizes)][:2] == ["paragraph", "title"]
    assert laid_out(blocks, {path: Layout(24) for path in sizes}) == blocks
    titled = [block("The Title", "0", PartKind.TITLE), *blocks[1:]]
    assert laid_out(titled, sizes) == titled


@pytest.mark.parametrize(
    ("text", "expected"), [("On War", True), ("On War.", False), ("III", True), ("* * *", False), (LONG * 2, False)]
)
def test_what_reads_as_a_heading(text: str, expected: bool) -> None:
    assert is_heading([Run(text), Run("", note="n")]) == expected


def test_every_kind_of_a_style_is_known() -> None:
    rows = read_table("paper-styles")
    assert {kind for _, kind, *_ in rows} == set(KINDS) | {"entry"}
    assert all(name == name.casefold() for name, *_ in rows)
