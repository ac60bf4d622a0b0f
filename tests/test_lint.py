import shutil
from pathlib import Path

import pytest

from ibidem.errors import InputError
from ibidem.finding import Severity
from ibidem.lint import lint_shapes
from sample import call, make_sample
from table import read_cases

ROOT = Path(__file__).parents[1]
CASES = read_cases(Path(__file__).parent / "cases" / "lint.tsv")


def test_the_shapes_have_no_fault() -> None:
    assert lint_shapes(ROOT / "shapes", ontology=ROOT / "ontology") == ()


def test_the_table_has_faults_and_what_is_none() -> None:
    assert len(CASES) >= 24
    assert sum(not case["message"] for case in CASES) >= 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["to"].strip()[:40])
def test_a_fault_that_engines_pass_over_is_seen(case: dict[str, str], tmp_path: Path) -> None:
    for path in (ROOT / "shapes").glob("*.ttl"):
        shutil.copy(path, tmp_path)
    path = tmp_path / case["file"]
    text = path.read_text(encoding="utf-8")
    assert case["from"] in text
    path.write_text(text.replace(case["from"], case["to"], 1), encoding="utf-8")
    findings = lint_shapes(tmp_path, ontology=ROOT / "ontology")
    if case["message"]:
        assert case["message"] in {finding.message for finding in findings}
    else:
        assert findings == ()


def test_a_finding_leads_to_the_file_and_line_of_the_shape(tmp_path: Path) -> None:
    path = tmp_path / "actor.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix shape: <https://w3id.org/ibidem/shapes#> .\n\n"
        'shape:X a sh:NodeShape ; sh:severity sh:Info ; sh:message "x" ;\n    sh:targetClas shape:X .\n',
        encoding="utf-8",
    )
    findings = lint_shapes(tmp_path, ontology=ROOT / "ontology")
    assert {(item.severity, item.source, item.line) for item in findings} == {(Severity.VIOLATION, path.as_posix(), 4)}


def test_what_is_no_turtle_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("a b c", encoding="utf-8")
    with pytest.raises(InputError, match="mend it"):
        lint_shapes(tmp_path, ontology=ROOT / "ontology")


def test_the_command_says_first_what_is_wrong_with_a_workspace_s_own_shapes(tmp_path: Path) -> None:
    workspace = make_sample(tmp_path / "own", shapes=None)
    shutil.copytree(ROOT / "shapes", workspace.root / "shapes")
    path = workspace.root / "shapes" / "role.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace("sh:minCount", "sh:mincount"), encoding="utf-8")
    done = call("validate", ROOT / "tests" / "shapes" / "role.ttl", cwd=workspace.root)
    assert done.returncode == 1
    assert "violation: sh:mincount is no term that ibidem knows; did you mean sh:minCount? [shape]" in done.stdout
    assert done.stdout.splitlines()[0].startswith("shapes/role.ttl:")
