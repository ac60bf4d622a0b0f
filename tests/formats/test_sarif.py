import json
import os
from pathlib import Path

import pytest

from findings import FINDINGS
from ibidem.finding import Code, Finding
from ibidem.formats.sarif import to_sarif


def test_results_point_at_rules_and_artifacts_that_are_there() -> None:
    run = json.loads(to_sarif(FINDINGS, ("a",)))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [str(code) for code in Code]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [str(item.code) for item in FINDINGS]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert {item["location"]["uri"] for item in run["artifacts"]} == {
        "seeds/papers/a%20b%2Cc%3Ad/paper.txt",
        "file:///abs/%C3%BC.txt",
    }
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "charOffset": 3, "charLength": 4}
    assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]


def test_a_finding_keeps_its_fingerprint_when_its_line_moves() -> None:
    from dataclasses import replace

    def prints(line: int) -> str:
        log = json.loads(to_sarif((replace(FINDINGS[0], line=line),), ()))
        return str(log["runs"][0]["results"][0]["partialFingerprints"])

    assert prints(2) == prints(3)


@pytest.mark.acceptance
@pytest.mark.parametrize("findings", [(), FINDINGS], ids=["none", "some"])
def test_the_schema_of_the_standard_accepts_it(findings: tuple[Finding, ...]) -> None:
    import jsonschema

    folder = os.environ.get("IBIDEM_ACCEPTANCE")
    if not folder:
        pytest.skip("IBIDEM_ACCEPTANCE is not set: not held against the schema of SARIF")
    schema = json.loads((Path(folder) / "sarif-schema" / "sarif-schema-2.1.0.json").read_text())
    jsonschema.validate(json.loads(to_sarif(findings, ("a",))), schema, format_checker=jsonschema.FormatChecker())
