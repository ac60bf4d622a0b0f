from ibidem.find.pointer import find_pointers
from ibidem.finding import Code
from ibidem.read.text import parse_text
from ibidem.resolve.pointer import pointer_findings, resolve_pointers


def resolved(text: str) -> tuple[list[tuple[str, tuple[str, ...]]], list[tuple[str, str | None]]]:
    document = parse_text(text)
    pointers = resolve_pointers(document, list(find_pointers(document)), {0: ["1", "1-1"], 1: ["2"]})
    told = [(finding.code.value, finding.focus) for finding in pointer_findings(document, pointers)]
    return [(pointer.key, pointer.references) for pointer in pointers], told


def test_a_pointer_denotes_all_references_of_its_note() -> None:
    pointers, told = resolved("T\n\nOne.¹ Two.²\n\nNotes\n\n1. A; B.\n2. C.\n")
    assert pointers == [("1", ("1", "1-1")), ("2", ("2",))] and told == []


def test_markers_and_notes_that_do_not_fit() -> None:
    pointers, told = resolved("T\n\nOne.¹ Two.¹ Four.⁴ Nine.⁹\n\nNotes\n\n1. A.\n2. B.\n4. D.\n5. E.\n")
    assert [key for key, _ in pointers] == ["1", "1-again-1", "4", "9"]
    assert told == [
        ("marker-without-note", "pointer/9"),
        ("note-without-marker", "reference/2"),
        ("note-without-marker", "reference/5"),
        ("marker-doubled", "pointer/1-again-1"),
        *[("marker-missing", None)] * 6,
        ("marker-missing", None),
    ]


def test_a_paper_without_notes() -> None:
    assert resolved("T\n\nNothing is cited here.\n") == ([], [("no-notes", None)])


def test_many_findings_of_a_kind_are_told_together() -> None:
    document = parse_text("T\n\n" + "One.¹ " * 90 + "\n\nNotes\n\n1. A.\n")
    pointers = resolve_pointers(document, list(find_pointers(document)), {})
    told = [finding for finding in pointer_findings(document, pointers) if finding.code is Code.MARKER_DOUBLED]
    assert len(told) == 51 and told[-1].span is None and "39 more" in told[-1].message


def test_numbered_lists_that_no_marker_points_at_are_told_once() -> None:
    chapters = "A\n\nOne.1 Two.2 Three.3\n\nNotes\n\n1. A.\n2. B.\n3. C.\n\nB\n\nFour. Five.\n\nNotes\n\n1. D.\n2. E.\n"
    document = parse_text(f"T\n\n{chapters}")
    pointers = resolve_pointers(document, list(find_pointers(document)), {})
    told = list(pointer_findings(document, pointers))
    assert [finding.code for finding in told] == [Code.NOTE_WITHOUT_MARKER]
    assert told[0].span is not None and told[0].span.of(document.text) == "D."


def test_entries_of_a_list_need_no_marker() -> None:
    document = parse_text("T\n\nAs Bee (1990) says.\n\nReferences\n\nBee, A. 1990. A Book.\n\nCee, C. 1991. Other.\n")
    assert [finding.code for finding in pointer_findings(document, ())] == [Code.NO_NOTES]
