from pathlib import Path

import pytest

from curated import reading
from ibidem.curate.session import Session
from ibidem.edition import load_decisions
from ibidem.errors import InputError


def session(folder: Path) -> Session:
    return Session(reading(), folder / "decisions.yaml", "Jane Doe")


def test_each_answer_is_stored_at_once_and_asked_no_more(tmp_path: Path) -> None:
    held = session(tmp_path)
    asked = []
    while (question := held.next()) is not None:
        asked.append(question[0].doubt.code)
        decision = question[0].proposal.decision
        if decision is None:
            held.skip(question[0].doubt)
            continue
        before = len(load_decisions(held.path, source=""))
        held.answer(decision)
        assert len(load_decisions(held.path, source="")) == before + 1
    assert asked[:3] == ["ibid-after-several", "short-form-unresolved", "ibid-after-unresolved"]
    assert len(asked) == len(set(asked))
    again = session(tmp_path)
    again._reload()
    assert [doubt.code for doubt in again.left()] == ["expected-count"]


def test_undo_takes_back_the_last_answer_or_skip(tmp_path: Path) -> None:
    held = session(tmp_path)
    assert not held.undo()
    first = held.next()
    assert first is not None
    assert first[0].proposal.decision is not None
    held.answer(first[0].proposal.decision)
    second = held.next()
    assert second is not None
    held.skip(second[0].doubt)
    assert held.undo()
    assert held.next() == second
    assert held.undo()
    assert held.next() == first
    assert load_decisions(held.path, source="") == ()


def test_a_decision_that_cannot_be_applied_is_not_stored(tmp_path: Path) -> None:
    held = session(tmp_path)
    beside = tmp_path / "read.yaml"
    text = "- do: confirm\n  kind: actor\n  exact: {}\n  why: W\n"
    for exact in ("Copenhagen", "Holm"):
        with pytest.raises(InputError, match="decision `confirm actor`"):
            held.answer(held.read(text.format(exact), beside=beside))
    held.answer(held.read(text.format("Johan Berg"), beside=beside))
    assert [entry.exact for entry in load_decisions(held.path, source="")] == ["Johan Berg"]


@pytest.mark.parametrize("text", ["", "nothing", "- do: confirm\n  kind: actor\n", "- do: reject\n" * 2])
def test_what_is_no_decision_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        session(tmp_path).read(text, beside=tmp_path / "read.yaml")
