"""Findings that hold all that could break a format."""

from ibidem.finding import Code, Finding, Severity
from ibidem.span import Span

NASTY = "50 % of <b>it</b>,\r\nthe \"rest\" & ::error::\x00\ud7ff\x1b[1m: 'mend' it"
FINDINGS = (
    Finding(
        Code.SHAPE,
        Severity.VIOLATION,
        NASTY,
        span=Span(3, 7),
        focus="https://example.org/a/actor/b",
        source="seeds/papers/a b,c:d/paper.txt",
        line=2,
        rule="https://example.org/shape",
    ),
    Finding(Code.QUOTATION_UNCLOSED, Severity.WARNING, "unclosed", span=Span(0, 1), source="/abs/ü.txt", line=1),
    Finding(Code.NO_NOTES, Severity.INFO, "no notes"),
)
