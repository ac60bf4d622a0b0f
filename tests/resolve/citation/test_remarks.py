import pytest

from ibidem.document import PartKind
from ibidem.find.reference import find_references
from ibidem.read.compose import Block, Run, compose
from ibidem.remark import count_unread
from ibidem.resolve.citation.remarks import find_remarks

NOTES = [
    (
        "A. Bee, Book (Paris: House, 1990), 5. This was written in haste by the author.",
        ["comment: This was written in haste by the author"],
    ),
    ("See infra Part III.B.", ["cross-reference: See infra Part III.B"]),
    ("Ibid., 7 (emphasis added).", ["emphasis: emphasis added (inside)"]),
    ("Ibid. Hervorhebung im Original.", ["emphasis: Hervorhebung im Original (inside)"]),
    (
        "He says that “this was never the law of the land at all.” Ibid.",
        [
            "comment: He says that “this was never the law of the land at all.”",
            "quotation: this was never the law of the land at all. (inside)",
        ],
    ),
    ("Xyzzy 12/4 qq.", ["unread: Xyzzy 12/4 qq"]),
    ("A. Bee, Book (Paris: House, 1990), 5; and C. Cee, Other (Rome: House, 1991), 6.", []),
]


@pytest.mark.parametrize(("note", "remarks"), NOTES, ids=[note[:40] for note, _ in NOTES])
def test_what_a_note_says_besides_its_references(note: str, remarks: list[str]) -> None:
    blocks = [Block(PartKind.TITLE, (Run("T"),)), Block(PartKind.NOTE, (Run(note),), note="1", label="1.")]
    document = compose(blocks)
    found = list(find_remarks(document, find_references(document)))
    assert [f"{one.kind}: {one.mention.exact}{' (inside)' * one.inside}" for one in found] == remarks
    assert all(one.number == 1 and one.mention.span.of(document.text) == one.mention.exact for one in found)
    outside = [one.mention.exact for one in found if not one.inside]
    assert count_unread(found) == sum(char.isalnum() for exact in outside for char in exact)
