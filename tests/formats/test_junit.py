from xml.etree import ElementTree

from findings import FINDINGS
from ibidem.formats.junit import to_junit


def test_the_xml_is_well_formed_and_counts_what_it_holds() -> None:
    root = ElementTree.fromstring(to_junit(FINDINGS, ("a", "b")))
    cases = root.findall(".//testcase")
    assert root.get("tests") == str(len(cases)) == "5"
    assert root.get("failures") == str(len(root.findall(".//failure"))) == "1"
    for suite in root.findall("testsuite"):
        assert suite.get("tests") == str(len(suite.findall("testcase")))


def test_a_violation_is_a_failure_whose_message_is_kept() -> None:
    failure = ElementTree.fromstring(to_junit(FINDINGS, ())).find(".//failure")
    assert failure is not None
    message = failure.get("message") or ""
    assert message.startswith('50 % of <b>it</b>,\r\nthe "rest" & ::error::')
    assert "\x00" not in message
    assert "\x1b" not in message


def test_a_silent_run_has_a_passed_test_for_what_it_looked_at() -> None:
    root = ElementTree.fromstring(to_junit((), ("a",)))
    assert [case.get("name") for case in root.findall(".//testcase")] == ["a"]
