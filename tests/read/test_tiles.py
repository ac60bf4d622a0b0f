from hypothesis import given
from hypothesis import strategies as st

from ibidem.document import Marker, PartKind
from ibidem.read.block import classify
from ibidem.read.lines import split_lines
from ibidem.read.notes import find_notes
from ibidem.read.tiles import number_blocks, tile

PIECES = [
    "A word.",
    "¹",
    "[2]",
    "\n",
    "\n\n",
    "Notes\n",
    "1. ",
    "- ",
    "12\n",
    "\x0c",
    "Ibid.",
    "\r\n",
    " ",
    "the",
    "a1 ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=100))
def test_parts_tile_the_text(text: str) -> None:
    layout = find_notes(text, split_lines(text))
    placed = number_blocks(tuple(classify(layout)))
    at = 0
    for part in tile(text, placed, layout.markers):
        assert part.span.start == at < part.span.end
        at = part.span.end
    assert at == len(text)
    held = {part.span for part in tile(text, placed, layout.markers) if part.kind is PartKind.MARKER}
    assert held == {marker.span for marker in layout.markers}


def test_furniture_inside_a_paragraph_belongs_to_it() -> None:
    text = "T\n\nIt went on to\n\n12\n\nthe end.\n"
    placed = number_blocks(tuple(classify(find_notes(text, split_lines(text)))))
    assert [(block.kind.value, number) for block, number in placed] == [
        ("title", 0),
        ("paragraph", 1),
        ("furniture", 1),
        ("paragraph", 1),
    ]
    parts = list(tile(text, placed, [Marker(1, placed[1][0].lines[0].content)]))
    assert next(part.kind.value for part in parts if part.block == 1) == "marker"
