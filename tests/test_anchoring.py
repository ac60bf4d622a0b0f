from dataclasses import replace

from ibidem.anchoring import mismatched_segments, mismatched_spans
from ibidem.document import PartKind
from ibidem.finding import Code, Severity
from ibidem.segment import Segment
from ibidem.span import Span
from records import RECORD, TEXT


def test_a_record_whose_mentions_stand_in_the_text_has_no_finding() -> None:
    assert mismatched_spans(RECORD, TEXT) == ()


def test_a_shifted_text_mismatches_every_mention() -> None:
    findings = mismatched_spans(RECORD, "x" + TEXT)
    assert len(findings) >= 50
    assert {(item.code, item.severity) for item in findings} == {(Code.SPAN_MISMATCH, Severity.VIOLATION)}
    assert {"treaty/treaty-of-zenda", "reference/1", "decision/speaker-of-border"} <= {item.focus for item in findings}


def test_a_mention_deep_inside_an_item_is_held_against_the_text_too() -> None:
    (first, *others) = RECORD.actors
    role = next(role for actor in RECORD.actors for role in actor.roles)
    wrong = replace(role, mention=replace(role.mention, suffix="nonsense"))
    record = replace(RECORD, actors=(replace(first, roles=(wrong,)), *others))
    (finding,) = mismatched_spans(record, TEXT)
    assert finding.focus == f"actor/{first.key}"


def test_a_span_behind_the_end_of_the_text_is_a_finding_without_a_span() -> None:
    pointer = RECORD.pointers[0]
    end = len(TEXT) + 5
    late = replace(pointer, mention=replace(pointer.mention, span=Span(end - 1, end)))
    (finding,) = mismatched_spans(replace(RECORD, pointers=(late,)), TEXT)
    assert finding.span is None


def test_a_segment_that_says_what_does_not_stand_there_is_a_violation() -> None:
    segment = Segment(PartKind.PARAGRAPH, 0, 0, Span(4, 14), TEXT[4:14], TEXT[4:14])
    assert mismatched_segments([segment], TEXT) == ()
    (finding,) = mismatched_segments([replace(segment, exact="otherwords")], TEXT)
    assert (finding.code, finding.severity, finding.focus) == (
        Code.SPAN_MISMATCH,
        Severity.VIOLATION,
        "reading#at-4",
    )
