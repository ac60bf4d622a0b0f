from ibidem.cited import Form
from ibidem.document import Document, PartKind
from ibidem.find.pointer import find_pointers
from ibidem.find.reference import find_references
from ibidem.read.compose import Block, Run, compose
from ibidem.read.text import parse_text
from ibidem.resolve.citation import Citations, resolve_citations
from ibidem.resolve.citation.printed import Printed, pointer_key, reference_key
from ibidem.resolve.citation.walk import Walk

PAPER = "T\n\nOne.¹ Two.²\n\nNotes\n\n1. A. Bee, *Book*\n(Paris, 1990), 5.\n2. Ibid., 7.\n"


def printed() -> list[Printed]:
    document = parse_text(PAPER)
    return [Printed.of(document, one) for one in find_references(document)]


def cited(document: Document) -> Citations:
    return resolve_citations(document, tuple(sorted([*find_pointers(document), *find_references(document)])))


def test_keys_of_references() -> None:
    assert reference_key(12, 0, None) == "12" and reference_key(12, 1, None) == "12-1"
    assert reference_key(3, 0, "2") == "s2-3" == pointer_key(3, "2")


def test_a_reference_is_read_over_its_line_ends() -> None:
    first, second = printed()
    assert first.text == "A. Bee, *Book* (Paris, 1990), 5." and second.anaphor is not None
    mention = first.locate(parse_text(PAPER), 8, 22)
    assert mention.reading == "*Book* (Paris," and mention.exact == "*Book*\n(Paris,"


def test_ibid_after_a_note_that_could_not_be_read_means_nothing() -> None:
    first, second = printed()
    walk = Walk()
    walk.read(first)
    walk.skip(1)
    its = walk.read(second)
    assert its.form is Form.IBID and its.group is None and its.link is not None and its.link.code is not None


def test_a_list_starts_anew() -> None:
    first, second = printed()
    walk = Walk()
    walk.read(first)
    walk.start()
    assert walk.read(second).group is None


def test_numbers_that_restart_begin_anew() -> None:
    blocks = [Block(PartKind.TITLE, (Run("T"),))]
    notes = []
    for name, number, text in (
        ("a1", "1", "A. Bee, Book (Paris: House, 1990), 5."),
        ("a2", "2", "Ibid., 7."),
        ("b1", "1", "Ibid., 9."),
        ("b2", "2", "Bee, Book, 12; C. Cee, Other (Rome: House, 1991), 6."),
        ("b3", "3", "Cee (n 2) 8."),
    ):
        blocks.append(Block(PartKind.PARAGRAPH, (Run("So."), Run(number, note=name))))
        notes.append(Block(PartKind.NOTE, (Run(text),), note=name, label=f"{number}."))
    citations = cited(compose([*blocks, *notes]))
    assert [(one.key, one.resolved) for one in citations.references] == [
        ("s1-1", "s1-1"),
        ("s1-2", "s1-1"),
        ("s2-1", None),
        ("s2-2", "s1-1"),
        ("s2-2-1", "s2-2-1"),
        ("s2-3", "s2-2-1"),
    ]


def test_a_list_beside_the_notes_is_what_short_forms_mean() -> None:
    entries = (
        "Luhmann, Niklas 1975a: Interaktion, Organisation, Gesellschaft. Opladen: Westdeutscher Verlag.",
        "Luhmann, Niklas 1975b: Einfache Sozialsysteme. Opladen: Westdeutscher Verlag.",
        "Winterling, Aloys 2004: Die antiken Menschen. Köln: Böhlau.",
    )
    notes = (
        "Luhmann 1975a, 9f.",
        "Ebd.",
        "Vgl. Winterling 2004, 201; Luhmann 1975b, 21.",
        "So formuliert es Winterling 2004, 209.",
    )
    blocks = [Block(PartKind.TITLE, (Run("T"),))]
    blocks += [Block(PartKind.PARAGRAPH, (Run("So."), Run(str(at), note=str(at)))) for at in range(1, 5)]
    blocks += [Block(PartKind.NOTE, (Run(text),), note=str(at), label=f"{at}.") for at, text in enumerate(notes, 1)]
    blocks += [Block(PartKind.NOTE, (Run(text),), entry=True) for text in entries]
    citations = cited(compose(blocks))
    listed = {one.number: one.work for one in citations.references if one.section == "bibliography"}
    assert [one.work for one in citations.references if one.section is None] == [
        listed[1],
        listed[1],
        listed[3],
        listed[2],
        listed[3],
    ]


def test_a_name_that_the_running_text_gives_before_the_marker() -> None:
    blocks = [
        Block(PartKind.TITLE, (Run("T"),)),
        Block(
            PartKind.PARAGRAPH,
            (Run("The parties signed the Agreement on Fords (the “Agreement”)."), Run("1", note="1")),
        ),
        Block(PartKind.PARAGRAPH, (Run("It was kept."), Run("2", note="2"))),
        Block(PartKind.NOTE, (Run("Convention on Crossings, 4 May 1951, 189 UNTS 137."),), note="1", label="1."),
        Block(PartKind.NOTE, (Run("Agreement, art. 4."),), note="2", label="2."),
    ]
    first, second = cited(compose(blocks)).references
    assert second.work == first.work
    assert second.form is Form.SHORT


def test_notes_with_signs_run_apart() -> None:
    blocks = [
        Block(PartKind.TITLE, (Run("T"), Run("*", note="s"))),
        Block(PartKind.PARAGRAPH, (Run("So."), Run("1", note="1"))),
        Block(PartKind.NOTE, (Run("Professor of Law. A. Bee, Book (Paris: House, 1990), 5."),), note="s", label="*"),
        Block(PartKind.NOTE, (Run("Bee, Book, 7."),), note="1", label="1."),
    ]
    citations = cited(compose(blocks))
    assert [(one.section, one.key, one.resolved) for one in citations.references] == [
        ("sign", "ssign-1", "ssign-1"),
        (None, "1", "ssign-1"),
    ]
