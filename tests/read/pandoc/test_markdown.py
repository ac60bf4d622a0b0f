import pytest

from ibidem.read.pandoc.carry import mark, unmarked
from ibidem.read.pandoc.markdown import carry_markdown


def carried(text: str) -> str:
    return carry_markdown(text).source.decode()


def test_a_label_is_carried_at_the_head_of_its_note() -> None:
    source = carried("A[^smith].\n\n[^smith]: *Ibid.*\n")
    assert source == f"A[^0x].\n\n[^0x]: {mark('n', 0)} *Ibid.*\n"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("A[^3] b[^1].\n\n[^1]: A.\n\n[^3]: B.\n", ("1", "3")),
        ("A[^a] b[^1].\n\n[^1]: A.\n\n[^a]: B.\n", ("", "")),
        ("A[^1] b^[inline].\n\n[^1]: A.\n", ("",)),
    ],
)
def test_labels_are_numbers_where_all_are(text: str, labels: tuple[str, ...]) -> None:
    assert carry_markdown(text).labels == labels


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("A[^1].\n\n[^1]: One.\n\nB[^1].\n\n[^1]: Two.\n", ["0", "1"]),
        ("A[^1]. B[^1].\n\n[^1]: One.\n\n[^1]: Two.\n", ["0", "1"]),
        ("A[^1]. B[^1]. C[^1].\n\n[^1]: One.\n\nD[^1].\n\n[^1]: Two.\n", ["0", "0", "0", "1"]),
        ("```\nA[^1]\n```\nB[^1].\n\n[^1]: One.\n", ["1", "0"]),
    ],
)
def test_two_notes_of_one_label_are_two(text: str, pointing: list[str]) -> None:
    body = [line for line in carried(text).split("\n") if not line.startswith("[^")]
    found = [piece.split("]")[0].removesuffix("x") for piece in "\n".join(body).split("[^")[1:]]
    assert found == pointing


def test_a_note_that_nothing_in_the_text_points_at_is_pointed_at_from_the_end() -> None:
    source = carried("A[^1].\n\n[^1]: See[^2].\n    And [^3].\n\n[^2]: Two.\n\n[^3]: Three.\n")
    assert source.rstrip().endswith(f"{mark('x')} [^1x] [^2x]")


def test_what_opens_a_block_in_a_note_stays_at_its_head() -> None:
    assert carried("A[^1].\n\n[^1]: > Quoted.\n").split("\n")[2:5] == [f"[^0x]: {mark('n', 0)}", "", "    > Quoted."]


def test_a_fence_that_nothing_closes_hides_nothing() -> None:
    assert "[^0x]" in carried("```\nA[^1].\n\n[^1]: One.\n")


def test_signs_that_would_be_marks_are_taken_out() -> None:
    assert unmarked(f"a{mark('n', 0)}b") == "an0b"
    assert mark("n", 0) not in carried(f"A{mark('n', 0)}\n")
