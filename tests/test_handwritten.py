from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.handwritten import compose, mapping, plain, scalar


def write(folder: Path, text: str) -> Path:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_is_guessed_to_be_a_number_a_date_or_a_truth(tmp_path: Path) -> None:
    path = write(tmp_path, "a: 1\nb: 2026-01-01\nc: no\nd:\ne: [x, 1]\n")
    node = compose(path)
    assert node is not None
    assert plain(node, path) == (("a", "1"), ("b", "2026-01-01"), ("c", "no"), ("d", ""), ("e", ("x", "1")))


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert compose(write(tmp_path, "# nothing\n")) is None


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: [\n", ":2:1:", "is not YAML"),
        ("a: &x 1\nb: *x\n", ":2:4:", "alias"),
        ("a: 1\na: 2\n", ":2:1:", "stands twice"),
        ("a: 1\nabc: 2\n", ":2:1:", "did you mean 'ab'?"),
        ("- a\n", ":1:1:", "expected a mapping"),
        ("a: \x07\n", "x.yaml: ", "control characters"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(InputError) as raised:
        node = compose(path)
        assert node is not None
        mapping(node, path, known=("a", "ab"))
    assert place in str(raised.value)
    assert said in str(raised.value)


def test_a_list_is_no_plain_value(tmp_path: Path) -> None:
    path = write(tmp_path, "[1]\n")
    node = compose(path)
    assert node is not None
    with pytest.raises(InputError, match="plain value"):
        scalar(node, path)
