from ibidem.document import PartKind
from ibidem.read.compose import Block, Run, compose
from ibidem.read.handmade import with_handmade


def para(text: str) -> Block:
    """Make a paragraph in which what stands between `^` is raised."""
    runs = (Run(piece, raised=bool(place % 2)) for place, piece in enumerate(text.split("^")))
    return Block(PartKind.PARAGRAPH, tuple(runs))


def heading(text: str) -> Block:
    return Block(PartKind.HEADING, (Run(text),))


def shown(*blocks: Block) -> tuple[list[tuple[int, str | None]], list[tuple[int, str | None, str]], str]:
    found = compose(with_handmade(blocks))
    texts = {passage.block: passage.text for passage in found.passages}
    pointing = [(marker.number, marker.section) for marker in found.markers]
    return pointing, [(note.number, note.section, texts[note.block]) for note in found.notes], found.text


def test_raised_numbers_point_at_a_typed_list() -> None:
    markers, notes, text = shown(
        para("It began.^1^ It went on^2^ and ended.^3^"),
        heading("Notes"),
        para("1. Holm, Pilots, 3."),
        para("2. Ibid., 4."),
        para("3. Vik, Toll."),
    )
    assert markers == [(1, None), (2, None), (3, None)]
    assert notes == [(1, None, "Holm, Pilots, 3."), (2, None, "Ibid., 4."), (3, None, "Vik, Toll.")]
    assert text.startswith("It began.¹ It went on² and ended.³\n\nNotes\n\n1. Holm")


def test_bracketed_numbers_do_where_no_other_stand() -> None:
    markers, notes, _ = shown(
        para("It began.[1] It ended.[2]"), heading("Endnotes"), para("[1] Holm."), para("[2] Ibid.")
    )
    assert (markers, [text for *_, text in notes]) == ([(1, None), (2, None)], ["Holm.", "Ibid."])


def test_a_note_of_two_paragraphs_is_one() -> None:
    _, notes, _ = shown(
        para("A.^1^ B.^2^"), heading("Notes"), para("1. First."), para("It goes on here."), para("2. Second.")
    )
    assert notes == [(1, None, "First. It goes on here."), (2, None, "Second.")]


def test_numbers_that_restart_are_led_to_the_notes_of_their_chapter() -> None:
    chapter = (heading("Notes"), para("1. One."), para("2. Two."))
    markers, notes, _ = shown(
        heading("Chapter I"), para("A.^1^ B.^2^"), *chapter, heading("Chapter II"), para("C.^1^ D.^2^"), *chapter
    )
    assert markers == [(1, "1"), (2, "1"), (1, "2"), (2, "2")]
    assert [section for _, section, _ in notes] == ["1", "1", "2", "2"]


def test_raised_figures_without_a_list_stay_text() -> None:
    markers, notes, text = shown(para("Ten of 10^2^ m and the 19^th^ century."))
    assert (markers, notes, text) == ([], [], "Ten of 10² m and the 19th century.")


def test_notes_of_the_file_itself_are_left_as_they_are() -> None:
    blocks = (
        Block(PartKind.PARAGRAPH, (Run("A"), Run("", note="x"), Run(".^1^"))),
        Block(PartKind.NOTE, (Run("The note."),), note="x"),
        heading("Notes"),
        para("1. A typed one."),
        para("2. Another."),
    )
    assert with_handmade(blocks) == blocks
