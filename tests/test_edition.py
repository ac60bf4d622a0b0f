import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibidem.edition import ACTIONS, SETTABLE, load_authorities, load_decisions
from ibidem.errors import InputError
from table import read_cases

CASES = read_cases(Path(__file__).parent / "cases" / "edition.tsv")


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["says"]))
def test_what_is_wrong_is_said_with_its_place(case: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(case["yaml"], encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_decisions(path, source="decisions.yaml")
    assert case["says"] in error.value.message
    assert (error.value.path, error.value.line, error.value.column) == (path, int(case["line"]), int(case["column"]))


def test_the_table_is_whole() -> None:
    assert len(CASES) == 26


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "by: Jane Doe\n", "by: A\ndecisions:\n", "decisions: []\n"])
def test_a_file_without_decisions(text: str, tmp_path: Path) -> None:
    (tmp_path / "decisions.yaml").write_text(text, encoding="utf-8")
    assert load_decisions(tmp_path / "decisions.yaml", source="x") == ()
    assert load_decisions(tmp_path / "none.yaml", source="x") == ()


def test_values_stay_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "decisions.yaml").write_text(
        """by: Jane Doe
decisions:
  - do: correct
    kind: treaty
    exact: "the treaty: signed"
    prefix: "of "
    set:
      date: 1992-05-01
      place: no
      parties: [Russia, 0123]
      abstaining:
      acts: {Russia: signed}
    why: It says so.
  - {do: merge, kind: actor, exact: N, into: Nobody, why: They are one., by: John Roe}
""",
        encoding="utf-8",
    )
    first, second = load_decisions(tmp_path / "decisions.yaml", source="seeds/decisions.yaml")
    assert (first.action, first.kind, first.exact, first.prefix, first.suffix) == (
        "correct",
        "treaty",
        "the treaty: signed",
        "of ",
        "",
    )
    assert first.changes == (
        ("date", "1992-05-01"),
        ("place", "no"),
        ("parties", ("Russia", "0123")),
        ("abstaining", ""),
        ("acts", (("Russia", "signed"),)),
    )
    assert (first.by, first.source, first.line) == ("Jane Doe", "seeds/decisions.yaml", 3)
    assert (second.by, second.into, second.changes, second.line) == ("John Roe", "Nobody", (), 14)


@pytest.mark.parametrize("kind", [kind for kind, _ in SETTABLE])
def test_every_value_of_every_kind_can_be_set(kind: str, tmp_path: Path) -> None:
    names = dict(SETTABLE)[kind]
    lines = "".join(f"      {name}: x\n" for name in names)
    (tmp_path / "decisions.yaml").write_text(
        f"by: A\ndecisions:\n  - do: correct\n    kind: {kind}\n    exact: X\n    why: Y\n    set:\n{lines}",
        encoding="utf-8",
    )
    (entry,) = load_decisions(tmp_path / "decisions.yaml", source="x")
    assert [name for name, _ in entry.changes] == list(names)
    assert entry.action in ACTIONS


@given(st.text(max_size=60))
def test_arbitrary_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("edition") / "decisions.yaml"
    path.write_bytes(f"by: A\ndecisions:\n  - do: confirm\n    why: {text}".encode("utf-8", "surrogatepass"))
    with pytest.raises(InputError) as error:
        load_decisions(path, source="x")
    assert error.value.path == path


def authority(tmp_path: Path, text: str) -> Path:
    (tmp_path / "actors.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_authorities(tmp_path: Path) -> None:
    text = (
        "- name: Ruritania\n  type: state\n  names: [Kingdom of Ruritania]\n  identifiers:\n"
        "    - {scheme: wikidata, value: Q1190, method: by name, date: 2026-01-02, confidence: certain}\n"
    )
    (found,) = load_authorities(authority(tmp_path, text))
    assert (found.key, found.kind, found.type) == ("ruritania", "actor", "state")
    assert found.names == ("Kingdom of Ruritania",)
    assert found.identifiers[0].iri == "http://www.wikidata.org/entity/Q1190"
    assert load_authorities(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: X", "expected a list of entries"),
        ("- nmae: X", "did you mean 'name'?"),
        ("- name: X", "an authority needs `name` and `identifiers`"),
        ("- {name: X, identifiers: Q1}", "must be lists"),
        ("- {name: X, type: state, names: Y, identifiers: []}", "must be lists"),
        ("- {name: X, type: planet, identifiers: []}", "type is one of"),
        ("- {name: X, identifiers: []}", "type is one of"),
        ("- {name: X, type: state, identifiers: [{scheme: wikidata, value: Q1}]}", "needs method, confidence"),
        (
            "- {name: X, type: state, identifiers: [{scheme: wikidata, value: Q1, method: m, confidence: sure}]}",
            "confidence is `certain` or `probable`",
        ),
        (
            "- {name: X, type: state, identifiers: [{scheme: wikidate, value: Q1, method: m, confidence: certain}]}",
            "did you mean 'wikidata'?",
        ),
    ],
)
def test_what_is_wrong_with_an_authority(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"actors\.yaml:1:") as error:
        load_authorities(authority(tmp_path, text))
    assert says in error.value.message


def test_the_guide_names_every_value_that_can_be_set() -> None:
    page = (Path(__file__).parents[1] / "docs" / "curating.md").read_text(encoding="utf-8")
    for kind, names in SETTABLE:
        (row,) = (line for line in page.splitlines() if line.startswith(f"| {kind} |"))
        said = row.split("|")[2]
        assert [name for name in names if re.search(rf"\b{name}\b", said) is None] == []
    for action in ACTIONS:
        assert f"`{action}`" in page and f"- do: {action}" in page
