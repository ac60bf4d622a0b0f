"""A list of changes is told for people and for programs."""

import json

from builds import ACTOR, PAPER, QUOTATION, WORK, build, passage
from ibidem.change.diff import diff_builds
from ibidem.change.telling import to_json, to_text

OLD = (PAPER, WORK, ACTOR)
NEW = (PAPER, WORK.replace("Fees", "Tolls"), ACTOR, QUOTATION, passage("quotation/no-fee", "no fee"))
DIFF = diff_builds(build(*OLD), build(*NEW))


def test_changes_are_told_paper_by_paper_and_kind_by_kind() -> None:
    assert to_text(DIFF) == (
        "1 added, 1 changed; statements: +11 −1\n"
        "\n"
        "Harbours: 1 added, 1 changed\n"
        "  added quotation “no fee” (Erik Holm)\n"
        "  changed work Tolls\n"
        "    title: Fees → Tolls\n"
    )


def test_changes_can_be_counted_alone() -> None:
    assert to_text(DIFF, brief=True).splitlines()[3:] == ["  quotation: 1 added", "  work: 1 changed"]


def test_no_change_is_said() -> None:
    assert to_text(diff_builds(build(*OLD), build(*OLD))) == "nothing changed\n"


def test_programs_get_entities_and_quads() -> None:
    told = json.loads(to_json(DIFF))
    assert [(change["change"], change["kind"]) for change in told["graphs"][0]["changes"]] == [
        ("added", "quotation"),
        ("changed", "work"),
    ]
    assert told["removed"] == [line.rstrip("\n") for line in DIFF.removed]
    assert (len(told["added"]), told["old"], told["new"]) == (11, DIFF.old, DIFF.new)
