from ibidem.cited import Form
from ibidem.find.reference import find_references
from ibidem.read.text import parse_text
from ibidem.resolve.citation.printed import Printed, pointer_key, reference_key
from ibidem.resolve.citation.walk import Walk

PAPER = "T\n\nOne.¹ Two.²\n\nNotes\n\n1. A. Bee, *Book*\n(Paris, 1990), 5.\n2. Ibid., 7.\n"


def printed() -> list[Printed]:
    document = parse_text(PAPER)
    return [Printed.of(document, one) for one in find_references(document)]


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
