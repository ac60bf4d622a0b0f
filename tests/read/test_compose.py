import pytest

from ibidem.document import Document, Origin, PartKind
from ibidem.read.compose import Block, Run, compose


def body(*runs: Run | str, kind: PartKind = PartKind.PARAGRAPH, joined: bool = False) -> Block:
    return Block(kind, tuple(Run(run) if isinstance(run, str) else run for run in runs), joined=joined)


def note(name: str, text: str, label: str = "", number: int | None = None) -> Block:
    return Block(PartKind.NOTE, (Run(text),), note=name, label=label, number=number)


def at(name: str, printed: str = "") -> Run:
    return Run(printed, note=name)


def notes(found: Document) -> list[tuple[int, str | None, bool]]:
    return [(one.number, one.section, one.numbered) for one in found.notes]


def markers(found: Document) -> list[tuple[int, str | None, str]]:
    return [(one.number, one.section, one.span.of(found.text)) for one in found.markers]


def test_text_stands_before_notes_and_notes_before_entries() -> None:
    entry = Block(PartKind.PARAGRAPH, (Run("Holm 1954."),), entry=True, label="[1]")
    found = compose([note("x", "A note."), entry, body("The text", at("x"), ".")])
    assert found.text == "The text¹.\n\n1. A note.\n\n[1] Holm 1954."
    assert notes(found) == [(1, None, False), (1, "bibliography", True)]


@pytest.mark.parametrize(
    ("labels", "printed", "expected"),
    [
        (("7.", "8."), ("", ""), [(7, None), (8, None)]),
        (("", ""), ("3", "4"), [(3, None), (4, None)]),
        (("", ""), ("", ""), [(1, None), (2, None)]),
        (("1.", "1."), ("", ""), [(1, "1"), (1, "2")]),
        (("*", "1."), ("*", ""), [(1, "sign"), (1, None)]),
    ],
)
def test_numbers_are_the_printed_ones_else_their_places(
    labels: tuple[str, str], printed: tuple[str, str], expected: list[tuple[int, str | None]]
) -> None:
    runs: list[Run | str] = ["A", at("a", printed[0]), " b", at("b", printed[1])]
    found = compose([body(*runs), note("a", "One.", labels[0]), note("b", "Two.", labels[1])])
    assert [(number, section) for number, section, _ in notes(found)] == expected
    assert [(number, section) for number, section, _ in markers(found)] == expected


def test_a_number_that_the_label_does_not_say_is_given() -> None:
    found = compose([body("A", at("x", "iv")), note("x", "End.", "iv.", 4)])
    assert (markers(found), notes(found)) == ([(4, None, "iv")], [(4, None, True)])
    assert found.text == "Aiv\n\niv. End."


def test_a_marker_without_its_note_keeps_its_number_or_is_text_of_the_page() -> None:
    found = compose([body("A", at("gone", "12"), " b", at("lost", "x"))])
    assert markers(found) == [(12, None, "12")]
    assert found.passages[0].text == "A b"


def test_a_note_pointed_at_twice_is_one() -> None:
    found = compose([body("A", at("x"), " b", at("x")), note("x", "N.")])
    assert markers(found) == [(1, None, "¹"), (1, None, "¹")]
    assert len(found.notes) == 1


def test_white_space_is_single_and_what_is_not_printed_is_left_out() -> None:
    found = compose([body("  A\n\t b\u00a0c ", " d\u00ade\u200bf\x07 ", "  ")])
    assert found.text == "A b\u00a0c def"


def test_raised_figures_are_laid_out_raised() -> None:
    found = compose([body("10", Run("2", raised=True), " m, 19", Run("th", raised=True))])
    assert found.text == "10² m, 19th"


def test_italics_that_meet_are_one_and_origins_lead_back() -> None:
    one, two = Origin(0, path="/a"), Origin(0, path="/b")
    first = Block(PartKind.PARAGRAPH, (Run("A "), Run("b", italic=True), Run(" c", italic=True)), origin=one)
    found = compose([first, Block(PartKind.PARAGRAPH, (Run("D"),), origin=two)])
    assert [span.of(found.text) for span in found.italics] == ["b c"]
    assert [found.origin_at(found.text.index(letter)) for letter in "AD"] == [one, Origin(7, path="/b")]


def test_what_joins_a_paragraph_goes_on_in_it() -> None:
    found = compose([body("One", Run(" 12 ", furniture=True)), body("goes on.", joined=True), body("Two.")])
    assert [passage.text for passage in found.passages] == ["One goes on.", "Two."]


def test_keywords_are_told_apart() -> None:
    found = compose([body("Keywords: war; the Sound; peace.", kind=PartKind.KEYWORD)])
    assert [word.term.of(found.text) for word in found.keywords] == ["war", "the Sound", "peace"]


def test_an_arrow_back_at_the_end_of_a_note_is_furniture() -> None:
    blocks = [
        Block(PartKind.PARAGRAPH, (Run("So ↩ it was."), Run("", note="a"))),
        Block(PartKind.NOTE, (Run("See ↑ there."),), note="a"),
        Block(PartKind.NOTE, (Run("Ibid. ↩\ufe0e"),), note="a"),
    ]
    document = compose(blocks)
    (noted,) = [passage.text for passage in document.passages if passage.kind is PartKind.NOTE]
    assert noted.split() == ["See", "↑", "there.", "Ibid."]
    assert document.text.endswith("Ibid. ↩\ufe0e") and "So ↩ it was." in document.text
