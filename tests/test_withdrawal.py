from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.withdrawal import Withdrawal, load_withdrawals

ENTRY = "by: Ada\nwithdrawn:\n- iri: p/actor/x\n  reason: read wrongly\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "withdrawn.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_says_why_and_who_and_may_say_when_and_what_stands_for_it(tmp_path: Path) -> None:
    text = f"{ENTRY}- iri: p/actor/y\n  reason: one man\n  by: Bo\n  date: 2026-01-31\n  replaced_by: p/actor/z\n"
    assert load_withdrawals(write(tmp_path, text)) == (
        Withdrawal("p/actor/x", "read wrongly", "Ada", None, None, 3),
        Withdrawal("p/actor/y", "one man", "Bo", "2026-01-31", "p/actor/z", 5),
    )


@pytest.mark.parametrize("text", ["", "withdrawn:\n", "by: Ada\n", "withdrawn: []\n"])
def test_nothing_is_withdrawn_where_nothing_is_listed(tmp_path: Path, text: str) -> None:
    assert load_withdrawals(write(tmp_path, text)) == ()
    assert load_withdrawals(tmp_path / "none.yaml") == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("withdrawn: x\n", 1, "must be a list"),
        ("withdrawn:\n- iri: p/x\n  reason: why\n", 2, "needs `by`"),
        ("by: Ada\nwithdrawn:\n- iri: p/x\n", 3, "needs `reason`"),
        ("by: Ada\nwithdrawn:\n- iri: p/x\n  reason:\n", 3, "needs `reason`"),
        ("by: Ada\nwithdrawn:\n- reason: x\n", 3, "needs `iri`"),
        (ENTRY + "  replaced-by: p/y\n", 5, "did you mean 'replaced_by'?"),
        (ENTRY + "  replaced_by: p y\n", 5, "'p y' is no IRI"),
        (ENTRY + "  replaced_by: [p]\n", 5, "plain value"),
        (ENTRY + "  date: 31 January\n", 5, "give it as 2026-01-31"),
        (ENTRY + "- iri: p/actor/x\n  reason: again\n", 5, "line 3 already"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as raised:
        load_withdrawals(write(tmp_path, text))
    assert raised.value.line == line
    assert said in raised.value.message
