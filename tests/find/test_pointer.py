from ibidem.find.pointer import find_pointers
from ibidem.read.text import parse_text


def found(text: str) -> list[tuple[str, str | None, str]]:
    return [(one.exact, one.feature("number"), one.found_by) for one in find_pointers(parse_text(text))]


def test_each_marker_is_a_pointer() -> None:
    assert found("T\n\nOne.¹ Two.²\n\nNotes\n\n1. A.\n2. B.\n") == [
        ("¹", "1", "pointer-raised"),
        ("²", "2", "pointer-raised"),
    ]


def test_a_range_points_at_each_of_its_notes() -> None:
    assert found("T\n\nOne [1-3] is said.\n\nNotes\n\n1. A.\n2. B.\n3. C.\n") == [
        ("[1-3]", "1", "pointer-bracketed"),
        ("[1-3]", "2", "pointer-bracketed"),
        ("[1-3]", "3", "pointer-bracketed"),
    ]


def test_glued_numbers_have_a_rule_of_their_own() -> None:
    text = "T\n\nThe first thing.1 The second,2 and the third.3\n\nNotes\n\n1. A.\n2. B.\n3. C.\n"
    assert [rule for _, _, rule in found(text)] == ["pointer-glued"] * 3


def test_numbers_that_restart_carry_their_section() -> None:
    chapter = "A chapter\n\nIt says one thing here.¹ And another there.²\n\nNotes\n\n1. A. Bee, p. 1.\n2. Ibid.\n\n"
    sections = [one.feature("section") for one in find_pointers(parse_text(chapter * 2))]
    assert sections == ["1", "1", "2", "2"]
