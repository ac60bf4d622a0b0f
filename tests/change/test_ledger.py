import re
from pathlib import Path

import pytest

from ibidem.change.ledger import (
    Ledger,
    check_released,
    is_permanent,
    kind_of,
    permanent_names,
    read_ledger,
    without_withdrawn,
)
from ibidem.errors import InputError, ReleasedError
from ibidem.withdrawal import Withdrawal
from ibidem.words import read_table
from published import Publication

BASE = "https://example.org/"


def quads(*names: str, graph: str = "p") -> bytes:
    return "".join(f"<{BASE}{name}> <{BASE}is> <{BASE}a> <{BASE}{graph}> .\n" for name in sorted(names)).encode()


def check(released: str, present: str, *withdrawals: Withdrawal, unpublished: tuple[str, ...] = ()) -> None:
    ledger = Ledger(BASE).released(released.split(), "1")
    check_released(ledger, withdrawals, quads(*present.split()), path=Path("withdrawn.yaml"), unpublished=unpublished)


def test_a_ledger_is_sorted_keeps_the_first_version_and_reads_back(tmp_path: Path) -> None:
    ledger = Ledger(BASE).released(["p/work/b", "p"], "1.0").released(["p/work/a", "p"], "1.1")
    assert ledger.to_text() == f"# {BASE}\niri\tsince\np\t1.0\np/work/a\t1.1\np/work/b\t1.0\n"
    (tmp_path / "ledger.tsv").write_text(ledger.to_text(), encoding="utf-8")
    assert read_ledger(tmp_path, base=BASE) == Ledger(BASE, dict(ledger.since))


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    assert read_ledger(tmp_path, base=BASE).since == {}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# https://old.org/\niri\tsince\np\t1\n", 1, "released under https://old.org/"),
        ("", 1, "released under nothing"),
        (f"# {BASE}\niri\tsince\np\n", 3, "a release writes this file"),
        (f"# {BASE}\niri\tsince\np\t1\np\t2\n", 4, "a release writes this file"),
        (f"# {BASE}\nsince\tiri\np\t1\n", 3, "a release writes this file"),
    ],
)
def test_what_is_no_ledger_of_this_base_is_said(tmp_path: Path, text: str, line: int, said: str) -> None:
    (tmp_path / "ledger.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)) as raised:
        read_ledger(tmp_path, base=BASE)
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("p", "paper", True),
        ("p/actor/x", "actor", True),
        ("p/reading", "reading", True),
        ("p/passage/1-2", "passage", False),
        ("p/rule/x", "rule", False),
        ("p/something-new/x", "something-new", True),
        ("actor/x", "authority", True),
        ("dataset", "dataset", True),
        ("dataset/contact", "dataset", True),
        ("p/work/a/b", "work", False),
    ],
)
def test_what_people_cite_is_kept_and_what_says_where_and_how_is_not(name: str, kind: str, kept: bool) -> None:
    assert (kind_of(name), is_permanent(name)) == (kind, kept)


def test_a_fragment_belongs_to_its_page_and_an_object_is_not_described() -> None:
    data = f"<{BASE}p/work/x#y> <{BASE}is> <{BASE}p/work/z> <{BASE}p> .\n<http://else.org/p> <{BASE}is> <{BASE}p> .\n"
    assert permanent_names(data.encode(), base=BASE) == {"p/work/x"}


def test_under_a_base_with_a_hash_names_are_fragments() -> None:
    base = "https://example.org/data#"
    data = f"<{base}p/work/x> <{base}is> <{base}p> <{base}p> .\n<{base}p/work/x/part/of/it> <{base}is> <{base}p> .\n"
    assert permanent_names(data.encode(), base=base) == {"p/work/x"}


def test_what_is_only_said_to_be_withdrawn_is_not_described() -> None:
    data = quads("p/work/x") + quads("p/work/gone", graph="withdrawn")
    assert permanent_names(data, base=BASE) == {"p/work/x"}
    assert without_withdrawn(data, base=BASE) == quads("p/work/x")


def test_all_kinds_of_our_publication_are_listed_and_no_kind_without_a_reason(publication: Publication) -> None:
    data = "".join(path.read_text(encoding="utf-8") for path in (publication.folder / "papers").glob("*.nq"))
    base = re.escape(publication.workspace.base)
    kinds = {kind_of(name) for name in re.findall(rf"^<{base}([^>#]+)", data, re.MULTILINE)}
    table = {kind: (kept, why) for kind, kept, why in read_table("permanent")}
    assert kinds <= table.keys()
    assert len(kinds) > 15
    assert all(kept in ("yes", "no") and why for kept, why in table.values())


def test_a_released_iri_that_vanishes_stops_and_is_named_with_what_to_paste() -> None:
    with pytest.raises(ReleasedError) as raised:
        check("p p/actor/niels-vinter p/work/lost", "p p/actor/niels-winter p/actor/else")
    assert str(raised.value.path) == "ledger.tsv"
    assert raised.value.message.startswith("2 released IRIs would vanish")
    pasted = raised.value.message.split("\n\n", 1)[1]
    assert pasted == (
        "by: (your name)\nwithdrawn:\n"
        "- iri: p/actor/niels-vinter\n  reason: (why it is no more)\n"
        "  replaced_by: p/actor/niels-winter  # or remove this line\n"
        "- iri: p/work/lost\n  reason: (why it is no more)\n  # replaced_by: (what stands for it now)"
    )


def test_where_thousands_vanish_each_has_its_entry_and_the_first_a_hint() -> None:
    new = " ".join(f"p/work/{number}" for number in range(6000))
    with pytest.raises(ReleasedError) as raised:
        check("p p/work/1000x p/work/2000x p/actor/x", f"p p/actor/y {new}")
    entries = raised.value.message.split("\n\n", 1)[1].split("- iri: ")[1:]
    assert [entry.split("\n")[0] for entry in entries] == ["p/actor/x", "p/work/1000x", "p/work/2000x"]
    assert ["  replaced_by: " in entry for entry in entries] == [True, True, False]


def test_what_is_there_or_withdrawn_stops_nothing() -> None:
    check("p p/work/x", "p p/work/x p/work/new")
    check(
        "p p/work/x p/work/y",
        "p p/work/z",
        Withdrawal("p/work/x", "why", "Ada"),
        Withdrawal(f"{BASE}p/work/y", "w", "A"),
    )
    check("p/work/x", "p", Withdrawal("p/work/x", "why", "Ada", replaced_by="http://elsewhere.org/x"))
    check("p/work/x", "p p/work/y", Withdrawal("p/work/x", "why", "Ada", replaced_by="p/work/y#part"))


def test_a_paper_that_is_in_no_version_of_this_publication_loses_nothing() -> None:
    check("p q/work/x actor/y", "p", unpublished=("q",))
    with pytest.raises(ReleasedError):
        check("p/work/x q/work/x", "p", unpublished=("q",))
    with pytest.raises(ReleasedError):
        check("actor/y", "p")


@pytest.mark.parametrize(
    ("withdrawals", "said"),
    [
        ([Withdrawal("p/work/xx-y", "w", "A", line=7)], "was never released; did you mean 'p/work/xx-z'?"),
        ([Withdrawal("q", "w", "A", line=7)], "only what was released"),
        ([Withdrawal("p", "w", "A", line=7)], "the papers still give it"),
        ([Withdrawal("p/work/xx-z", "w", "A", None, "p/work/none", 7)], "'p/work/none' is not in the publication"),
        (
            [Withdrawal("p/work/xx-z", "w", "A", None, "p/work/b", 7), Withdrawal("p/work/b", "w", "A")],
            "withdrawn itself",
        ),
    ],
)
def test_a_withdrawal_that_cannot_be_is_said_with_its_line(withdrawals: list[Withdrawal], said: str) -> None:
    with pytest.raises(InputError) as raised:
        check("p p/work/xx-z p/work/b", "p", *withdrawals)
    assert said in raised.value.message
    assert raised.value.line == 7


def test_many_that_vanish_are_counted_and_all_can_be_pasted() -> None:
    with pytest.raises(ReleasedError) as raised:
        check(" ".join(f"p/work/{number}" for number in range(25)), "p")
    assert "  and 15 more\n" in raised.value.message
    assert raised.value.message.count("- iri: ") == 25
