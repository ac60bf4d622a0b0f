from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.settings import read_settings

GOOD = """\
# a comment with titel = 1
title = "A"
count = 3
words = ["a", "b"]

[party]
name = "B"
[[people]]
family = "C"
[[people]]
family = "D"
[expected]
notes = 2
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "some.toml"
    path.write_text(text, encoding="utf-8")
    return path


def error(path: Path) -> tuple[str, int | None, int | None]:
    with pytest.raises(InputError) as caught:
        table = read_settings(path)
        table.text("title")
        table.texts("words")
        table.maybe("subtitle")
        party = table.table("party")
        party.text("name")
        party.close()
        for person in table.tables("people"):
            person.text("family")
            person.close()
        table.table("expected", optional=True).counts(("notes", "count"))
        table.close()
    assert caught.value.path == path
    return caught.value.message, caught.value.line, caught.value.column


def test_values_are_taken_as_they_stand(tmp_path: Path) -> None:
    table = read_settings(write(tmp_path, GOOD))
    assert table.text("title") == "A"
    assert table.text("language", "en") == "en"
    assert table.maybe("subtitle") is None
    assert table.texts("words") == ("a", "b")
    assert [person.text("family") for person in table.tables("people")] == ["C", "D"]
    assert table.table("expected").counts(("notes",)) == (("notes", 2),)
    assert table.table("nothing", optional=True).values == {}


@pytest.mark.parametrize(
    ("before", "after", "said", "line"),
    [
        ("count = 3\n", "", "", None),
        ('title = "A"\n', "", "title is missing; add it", None),
        ('title = "A"', "title = 3", "title must be a string, not 3", 2),
        ('title = "A"', 'title = " "', "title is empty; fill it in", 2),
        ("count = 3", "tilte = 3", "unknown key 'tilte'; did you mean 'title'?", 3),
        ("count = 3", '"zzz" = 3', "unknown key 'zzz'; known are: expected, party, people, subtitle, title, words", 3),
        ('["a", "b"]', "[1]", "words must be a list of strings", 4),
        ("[party]", "[partie]", "unknown key 'partie'; did you mean 'party'?", 6),
        ('name = "B"', 'nam = "B"', "unknown key 'party.nam'; did you mean 'name'?", 7),
        ('name = "B"', 'name = "B"\nname2 = 1', "unknown key 'party.name2'; did you mean 'name'?", 8),
        ('family = "C"', 'familiy = "C"', "unknown key 'people.familiy'; did you mean 'family'?", 9),
        ("notes = 2", "notes = true", "expected.notes must be a whole number", 13),
        ("notes = 2", "nots = 2", "unknown key 'expected.nots'; did you mean 'notes'?", 13),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, before: str, after: str, said: str, line: int | None
) -> None:
    assert GOOD.count(before) == 1
    text = GOOD.replace(before, after)
    if before != "count = 3":
        text = text.replace("count = 3\n", "# count = 3\n")
    path = write(tmp_path, text)
    if not said:
        assert read_settings(path).values["title"] == "A"
        return
    message, where, _ = error(path)
    assert message == said
    assert where == line


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('title = "A\nb = 1', 1, 11),
        ("a = 1\nb = = 2", 2, 5),
        ("a = 1\n\n[b\n", 3, 3),
        ("a = [1,", 1, 8),
        ("a = 1\na = 2\n", 2, 6),
    ],
)
def test_what_does_not_parse_is_said_with_line_and_column(tmp_path: Path, text: str, line: int, column: int) -> None:
    with pytest.raises(InputError, match="is no TOML") as caught:
        read_settings(write(tmp_path, text))
    assert (caught.value.line, caught.value.column) == (line, column)
