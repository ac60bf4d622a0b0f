from collections.abc import Iterable
from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.likeness import Row
from ibidem.score.table import figures, read_gold, score_lines, score_rows


def table(head: str, *rows: str) -> tuple[Row, ...]:
    return tuple(dict(zip(head.split("|"), row.split("|"), strict=True)) for row in rows)


def counted(shares: Iterable[tuple[str, int, int]]) -> dict[str, tuple[int, int]]:
    return {label: (right, total) for label, right, total in shares}


CITATIONS = "pointer|form|position|title|authors|locator|via|workkey"
GOLD = table(
    CITATIONS,
    "1|full|first|Zenda|A. Smith|5||zenda",
    "2|ibid|ibid|Zenda|A. Smith|5||zenda",
    "3|full|first|Exiles|C. Brown|7|Refugees|exiles",
    "3|full|first|Zenda|A. Smith|6||zenda",
)
FOUND = tuple(row | {"work": f"w/{row['title'].lower()}"} for row in GOLD)
WORKS = "title|container|date|workkey"
GOLD_WORKS = table(WORKS, "Zenda|Journal|1990|zenda", "Exiles||1995|exiles")


def test_what_is_equal_is_right() -> None:
    score = score_rows("citations", gold=GOLD, found=FOUND)
    assert (score.precision, score.recall, score.f1, score.misses) == (1, 1, 1, ())
    assert ("locator", 4, 4) in score.columns


def test_the_references_of_a_note_are_paired_by_what_they_cite_and_not_by_their_order() -> None:
    score = score_rows("citations", gold=GOLD, found=(FOUND[3], FOUND[2], *FOUND[:2]))
    assert score.misses == ()


def test_a_missing_an_added_and_a_wrong_row_are_three_misses() -> None:
    added = FOUND[0] | {"pointer": "9"}
    wrong = FOUND[1] | {"locator": "8"}
    score = score_rows("citations", gold=GOLD, found=(FOUND[0], wrong, FOUND[2], added))
    assert score.misses == (
        "missing: pointer 3",
        "not in gold: pointer 9",
        "locator: 8, gold has 5: pointer 2",
    )
    assert (score.precision, score.recall) == (0.75, 0.75)


def test_a_marker_is_right_only_as_a_whole() -> None:
    works = tuple({"work": f"w/{row['title'].lower()}", **row} for row in GOLD_WORKS)
    scores = {
        "citations": score_rows("citations", gold=GOLD, found=(*FOUND[:3], FOUND[3] | {"via": "Exiles"})),
        "works": score_rows("works", gold=GOLD_WORKS, found=works),
    }
    assert counted(figures(scores)) == {
        "markers right as a whole": (2, 3),
        "works: fields": (5, 5),
    }


def test_a_marker_is_wrong_where_it_cites_another_work_of_the_same_title() -> None:
    works = tuple({"work": f"w/{row['title'].lower()}", **row} for row in GOLD_WORKS)
    scores = {
        "citations": score_rows("citations", gold=GOLD, found=(FOUND[0] | {"work": "w/other"}, *FOUND[1:])),
        "works": score_rows("works", gold=GOLD_WORKS, found=works),
    }
    assert next(figures(scores)) == ("markers right as a whole", 2, 3)


def test_a_field_that_gold_does_not_have_counts_as_wrong() -> None:
    found = ({**GOLD_WORKS[0], "work": "w/1"}, {**GOLD_WORKS[1], "container": "Discussion Paper", "work": "w/2"})
    scores = {"works": score_rows("works", gold=GOLD_WORKS, found=found)}
    assert list(figures(scores)) == [("works: fields", 5, 6)]


def test_persons_and_others_are_counted_apart_and_renamed_actors_are_right_as_speakers() -> None:
    gold = table("type|name|printed", "person|Boris Yeltsin|Yeltsin", "state|Russia|Russia; Moscow")
    found = table("type|name|printed", "person|Yeltsin|Yeltsin", "people|Tajiks|Tajiks", "state|Russia|Russia")
    said = table("exact|category|speaker|start|end", "our border|speech|Boris Yeltsin|10|20", "a war|paraphrase||30|35")
    heard = table("exact|category|speaker|start|end", "our border|speech|Yeltsin|10|20")
    scores = {
        "actors": score_rows("actors", gold=gold, found=found),
        "quotations": score_rows("quotations", gold=said, found=heard),
    }
    shares = counted(figures(scores))
    assert shares["quotations: speaker"] == (1, 1)
    assert shares["paraphrases: found"] == (0, 1)
    assert shares["actors: persons: found"] == (1, 1)
    assert shares["actors: others: in gold"] == (1, 2)
    assert ("speaker", 0, 1) in scores["quotations"].columns


def test_a_treatys_parties_are_a_set_and_a_lost_treaty_counts_as_wrong() -> None:
    head = "name|date|parties|abstained|printed"
    gold = table(
        head, "Treaty of Zenda|1934-05|Ruritania; Borduria|Syldavia|Treaty of Zenda", "Charter|1920|A; B||Charter"
    )
    found = table(head, "Zenda Treaty|1934-05|Borduria; Ruritania||Treaty of Zenda; the treaty")
    shares = counted(figures({"treaties": score_rows("treaties", gold=gold, found=found)}))
    assert shares["treaties: parties"] == (1, 2)
    assert shares["treaties: abstained"] == (0, 1)
    assert shares["treaties: in gold"] == (1, 1)


def test_an_empty_answer_and_an_empty_gold_are_scored() -> None:
    assert score_rows("actors", gold=GOLD, found=()).f1 == 0
    nothing = score_rows("actors", gold=(), found=())
    assert (nothing.precision, nothing.recall) == (1, 1)
    assert list(score_lines(nothing)) == ["actors: precision 1.000, recall 1.000, F1 1.000 (0 paired; gold 0, found 0)"]


def test_a_miss_is_one_line() -> None:
    gold = table("exact|start|end", "a\\nb " + "long " * 40 + "|0|9")
    (line,) = score_rows("quotations", gold=gold, found=()).misses
    assert "\n" not in line
    assert len(line) < 110


def test_gold_is_read_with_any_line_ends_and_short_rows(tmp_path: Path) -> None:
    (tmp_path / "works.tsv").write_bytes("\ufefftitle\tdate\r\nA\u2028B\t1990\r\nC\r\n\r\n".encode())
    (tmp_path / "notes.md").write_text("x")
    assert read_gold(tmp_path) == (("works", ({"title": "A\u2028B", "date": "1990"}, {"title": "C", "date": ""})),)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("works.tsv", "a\tb\n1\t2\t3\n", "works.tsv:2: 3 cells under 2 columns; take the tabs out"),
        ("sources.tsv", "a\n", "is no gold: a table is named after its query"),
        ("works.csv", "a\n", "is no gold: a table is named after its query"),
    ],
)
def test_what_is_no_gold_is_said(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=r"gold|cells") as error:
        read_gold(tmp_path / name)
    assert message in str(error.value)


def test_a_folder_without_gold_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no gold"):
        read_gold(tmp_path)
