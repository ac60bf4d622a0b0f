import json

from ibidem.check import checks
from ibidem.check.card import problems, rows, said, to_findings, to_json, totals
from ibidem.check.result import IN_SETTINGS, Outcome, Result
from ibidem.finding import Code, Severity

CHECKS = checks(("dumps", "links", "safety", "datacite"))
RESULTS = (
    Result("dumps", Outcome.PASS, "2 dumps"),
    Result("links", Outcome.FAIL, "a.html is gone", "site/b.html", "write it"),
    Result("links", Outcome.WARN, "c.html is slow", "site/c.html", "wait"),
    Result("safety", Outcome.WARN, "it is loud", "site/d.html", "listen"),
    Result("datacite", Outcome.NOT_RUN, "there is no schema", advice="get one"),
)


def test_the_card_has_a_row_a_check_with_its_worst_outcome() -> None:
    assert list(rows(CHECKS, RESULTS)) == [
        ("Dumps", "pass", "2 dumps"),
        ("Links", "fail", "1 problem, 1 warning"),
        ("Safety", "warn", "1 warning"),
        ("DataCite 4.3", "not-run", "there is no schema"),
    ]
    assert totals(CHECKS, RESULTS) == "1 passed, 1 warned, 1 failed, 1 not run"


def test_what_is_wrong_is_said_with_its_place_and_what_to_do() -> None:
    assert said(RESULTS[1]) == "site/b.html: a.html is gone. To do: write it."
    assert list(problems(RESULTS))[-1] == "not-run: datacite: there is no schema. To do: get one."
    assert len(list(problems(RESULTS))) == 4


def test_programs_get_every_result() -> None:
    card = json.loads(to_json(CHECKS, RESULTS))
    assert card["outcome"] == "fail"
    assert [len(check["results"]) for check in card["checks"]] == [1, 2, 1, 1]
    assert card["checks"][1]["results"][0] == {
        "outcome": "fail",
        "what": "a.html is gone",
        "where": "site/b.html",
        "advice": "write it",
    }


def test_findings_have_the_severity_that_counts_and_a_path() -> None:
    found = to_findings(RESULTS, folder="build")
    assert {finding.code for finding in found} == {Code.PUBLICATION}
    assert [finding.severity for finding in found] == [
        Severity.VIOLATION,
        Severity.WARNING,
        Severity.WARNING,
        Severity.INFO,
    ]
    assert [finding.source for finding in found] == [
        "build/site/b.html",
        "build/site/c.html",
        "build/site/d.html",
        None,
    ]


def test_what_people_mend_in_their_settings_is_said_there() -> None:
    missing = (Result("nde", Outcome.FAIL, "Add a license", "site/dataset.ttl", IN_SETTINGS),)
    (found,) = to_findings(missing, folder="build", settings="ibidem.toml")
    assert found.source == "ibidem.toml"
    assert found.message == f"nde: site/dataset.ttl: Add a license; {IN_SETTINGS}"
    (found,) = to_findings(missing, folder="build")
    assert found.source == "build/site/dataset.ttl"
