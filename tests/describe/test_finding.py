from dataclasses import replace

from described import paper
from ibidem.describe.finding import finding_key, published_findings
from ibidem.finding import Code, Severity
from ibidem.span import Span
from records import RECORD


def test_a_finding_concerns_a_node_that_is_described() -> None:
    found, _, dropped = RECORD.findings
    assert paper()[f"finding/{finding_key(found)}"] == {
        "a": ["ibidem:Finding"],
        "skos:notation": ["quotation-unclosed"],
        "sh:resultMessage": ["the quotation is not closed; mend it by a decision"],
        "sh:resultSeverity": ["sh:Warning"],
        "sh:focusNode": ["quotation/our-border"],
    }
    assert paper()[f"finding/{finding_key(dropped)}"]["sh:focusNode"] == ["actor/un"]


def test_information_stands_in_the_report_alone() -> None:
    assert {finding.severity for finding in RECORD.findings} == set(Severity)
    assert [finding.severity for finding in published_findings(RECORD)] == [Severity.WARNING, Severity.VIOLATION]
    assert not any("no-notes" in node for node in paper())


def test_the_same_finding_at_another_place_has_another_name() -> None:
    found = RECORD.findings[0]
    assert finding_key(found) != finding_key(replace(found, span=Span(0, 1)))
    assert finding_key(found) == finding_key(replace(found, line=7, source="paper.txt"))


def test_a_finding_that_has_only_a_place_concerns_what_begins_there() -> None:
    found = RECORD.findings[0]
    assert found.span is not None
    wider = Span(found.span.start - 1, found.span.end + 1)
    before = Span(0, 1)
    placed = tuple(replace(found, focus=None, span=span) for span in (wider, found.span, before))
    other = replace(placed[0], code=Code.ACTOR_AMBIGUOUS)
    told = published_findings(replace(RECORD, findings=(*placed, other)))
    assert [finding.focus for finding in told] == ["quotation/our-border", "quotation/our-border", None, None]
