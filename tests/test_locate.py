from dataclasses import replace

import pytest

from desks import DOCUMENT
from ibidem.describe import describe_record
from ibidem.document import Origin
from ibidem.finding import Code, Finding, Severity
from ibidem.locate import located
from ibidem.origin import Finder, text_digest
from ibidem.span import Span
from records import BASE, PAPER, RECORD, TEXT, mention

DECIDED = tuple((decision.key, decision.source, decision.line) for decision in RECORD.decisions)
QUADS = describe_record(RECORD, base=BASE, text=TEXT)
FINDER = Finder.of(DOCUMENT, digest=text_digest(TEXT))


def place(finding: Finding) -> Finding:
    paper, settings = "paper.txt", "paper.toml"
    (found,) = located([finding], finder=FINDER, decisions=DECIDED, quads=QUADS, paper=paper, settings=settings)
    return found


def shape(focus: str) -> Finding:
    return Finding(Code.SHAPE, Severity.VIOLATION, "mend it", focus=focus)


@pytest.mark.parametrize("focus", ["reference/2", f"{PAPER}/reference/2"])
def test_a_focus_node_leads_to_the_line_of_its_evidence(focus: str) -> None:
    found = place(shape(focus))
    assert found.source == "paper.txt"
    assert found.span == mention("Ibid.").span
    assert found.line == TEXT[: TEXT.index("2. Ibid.")].count("\n") + 1


def test_a_node_without_evidence_leads_to_that_of_a_node_beside_it() -> None:
    node = next(
        str(quad.object)[1:-1]
        for quad in QUADS
        if str(quad.subject).endswith("/treaty/treaty-of-zenda>") and "/participation/" in str(quad.object)
    )
    assert place(shape(node)).line == TEXT[: TEXT.index("Treaty of Zenda")].count("\n") + 1


def test_a_part_of_a_passage_leads_to_the_range_that_it_is_named_after() -> None:
    found = place(shape(f"{PAPER}/passage/3-7/target/selector"))
    assert (found.span, found.line) == (Span(3, 7), 1)


def test_a_decision_leads_to_its_file_and_line() -> None:
    for focus in ("decision/speaker-of-border", f"{PAPER}/decision/speaker-of-border"):
        found = place(shape(focus))
        assert (found.source, found.line) == ("seeds/papers/doe-2001/decisions.yaml", 3)


def test_an_unexpected_count_leads_to_the_settings() -> None:
    assert place(Finding(Code.EXPECTED_COUNT, Severity.WARNING, "3, not 4")).source == "paper.toml"


def test_what_has_a_place_keeps_it() -> None:
    finding = replace(shape("reference/2"), source="elsewhere.yaml", line=7)
    assert place(finding) == finding


def test_what_leads_nowhere_is_about_the_paper_as_a_whole() -> None:
    for focus in (PAPER, "https://example.org/nothing", ""):
        found = place(shape(focus))
        assert (found.source, found.line, found.span) == ("paper.txt", 1, None)


def test_findings_come_in_the_order_of_the_text_whatever_their_own_and_the_quads() -> None:
    findings = [shape("reference/2"), shape("reference/1"), shape("pointer/1"), shape("reference/2")]

    def order(findings: list[Finding], quads: list) -> tuple[Finding, ...]:  # type: ignore[type-arg]
        return located(findings, finder=FINDER, decisions=(), quads=quads, paper="p", settings="s")

    assert order(findings, QUADS) == order(findings[::-1], QUADS[::-1])
    assert [item.focus for item in order(findings, QUADS)] == ["pointer/1", "reference/1", "reference/2"]


def test_in_a_file_without_lines_a_place_is_a_page_or_a_path() -> None:
    pages = replace(DOCUMENT, origins=(Origin(0, page=2), Origin(TEXT.index("REFERENCE"), page=3)))
    finder = Finder.of(pages, digest="0")
    finding = shape("reference/2")
    (found,) = located([finding], finder=finder, decisions=DECIDED, quads=QUADS, paper="paper.pdf", settings="s")
    assert (found.source, found.line, found.place) == ("paper.pdf", None, "page 3")
    assert found.span == mention("Ibid.").span
    nowhere = Finding(Code.NO_NOTES, Severity.INFO, "no notes")
    (lost,) = located([nowhere], finder=finder, decisions=(), quads=(), paper="paper.pdf", settings="s")
    assert (lost.line, lost.place) == (None, None)
