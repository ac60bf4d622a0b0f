"""What is written is what a person reads back: every value that a decision can hold."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.decision_text import WIDTH, decision_text, quoted
from ibidem.edition import Entry, load_decisions

LONG = "the fees were never paid, and nobody asked for them, " * 6
ENTRY = Entry(
    "correct", "quotation", LONG.strip(), "", "", (("speaker", "Johan Berg"),), None, "It says so.", "A", "", 1
)

CASES = (
    ENTRY,
    replace(ENTRY, exact='He said "no": it is #1\nof \\ two', prefix="- ", suffix=": ", at=12),
    replace(
        ENTRY, exact="\u202e\u2028\x85\ufeff ends", changes=(("date", "1992"), ("speaker", ("A, B", "null", "yes")))
    ),
    replace(ENTRY, kind="actor", changes=(("roles", ((("title", "pilot"), ("of_printed", "Drøbak")),)),)),
    replace(ENTRY, action="merge", kind="actor", into="A: B", changes=()),
    replace(ENTRY, action="reject", changes=(), why="'", by="{x}"),
)


def read_back(text: str, folder: Path) -> tuple[Entry, ...]:
    path = folder / "decisions.yaml"
    path.write_bytes(f"decisions:\n{text}".encode())
    return load_decisions(path, source="")


@pytest.mark.parametrize("entry", CASES, ids=range(len(CASES)))
def test_a_decision_is_read_back_as_it_was(entry: Entry, tmp_path: Path) -> None:
    text = decision_text(entry)
    assert read_back(text, tmp_path) == (replace(entry, line=2),)
    assert text.isascii() or text.replace("\n", "").isprintable()


@given(exact=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_any_text_is_read_back(exact: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    entry = replace(ENTRY, exact=exact, why=exact)
    assert read_back(decision_text(entry), tmp_path_factory.getbasetemp()) == (replace(entry, line=2),)


def test_long_texts_are_broken_between_words() -> None:
    assert all(len(line) <= WIDTH for line in decision_text(ENTRY).splitlines())


def test_a_blank_decision_says_what_can_be_set() -> None:
    text = decision_text(replace(ENTRY, changes=(), why="", by=""), blank=True)
    assert "  set: {} # category, speaker" in text
    assert text.endswith("  why: \n  by: \n")


def test_quoted_text_steers_no_terminal() -> None:
    assert quoted('\x1b[31m"') == '"\\u001b[31m\\""'
