"""Full references to a work that was cited before, or that a list beside the notes has."""

from chained import resolve
from ibidem.document import PartKind
from ibidem.find.reference import find_references
from ibidem.read.compose import Block, Run, compose
from ibidem.resolve.citation import resolve_citations


def test_the_same_volume_and_page_are_the_same_work_however_its_title_is_spelt() -> None:
    citations = resolve(
        [
            ("1", "Tolland v. Reed, 88 F.2d 14, 15 (2d Cir. 1937)."),
            ("2", "See Tolland v. Reed Co., 88 F.2d 14, 20 (2d Cir. 1937)."),
            ("3", "Tolland v. Reed, 91 F.2d 14 (2d Cir. 1938)."),
        ]
    )
    first, second, third = citations.references
    assert first.work == second.work != third.work
    assert [str(one.form) for one in citations.references] == ["full"] * 3


def test_an_entry_of_the_list_is_what_a_note_cites_in_full() -> None:
    blocks = [
        Block(PartKind.TITLE, (Run("T"),)),
        Block(PartKind.NOTE, (Run("Ann Bee, The Quiet Hive: A Story (Paris: House, 1990), 5."),), note="1", label="1."),
        Block(PartKind.NOTE, (Run("Bee, Quiet Hive, 9."),), note="2", label="2."),
        Block(PartKind.NOTE, (Run("Bee, Ann. The Quiet Hive. Paris: House, 1990."),), entry=True),
        Block(PartKind.NOTE, (Run("Cee, Carl. Other. Rome: House, 1991."),), entry=True),
    ]
    document = compose(blocks)
    citations = resolve_citations(document, tuple(sorted(find_references(document))))
    entry = next(one for one in citations.references if one.section == "bibliography")
    first, second = (one for one in citations.references if one.section is None)
    assert entry.work == first.work == second.work
    assert str(first.form) == "full"
    assert second.resolved == "1"
