"""Hold every span of a record against the text: `text[start:end] == exact`, no exception."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ibidem.document import CONTEXT, Mention
from ibidem.finding import Code, Finding, Severity
from ibidem.record import Record
from ibidem.segment import Segment
from ibidem.span import Span


def mismatched_spans(record: Record, text: str) -> tuple[Finding, ...]:
    """Find the mentions that do not say what stands at their place; each is a violation."""
    return tuple(
        _mismatch(focus, mention.exact, mention.span, text)
        for focus, mention in _mentions(record)
        if not _stands(mention, text)
    )


def mismatched_segments(segments: Iterable[Segment], text: str) -> tuple[Finding, ...]:
    """Find the segments that do not say what stands at their place; each is a violation."""
    return tuple(
        _mismatch(f"reading#at-{segment.span.start}", segment.exact, segment.span, text)
        for segment in segments
        if segment.span.of(text) != segment.exact
    )


def _mismatch(focus: str, exact: str, span: Span, text: str) -> Finding:
    return Finding(
        Code.SPAN_MISMATCH,
        Severity.VIOLATION,
        f"{focus} says {exact[:60]!r} at {span.start}-{span.end}, where the text has {span.of(text)[:60]!r}: "
        "the rule or decision that made it must take its span from the text",
        span=span if span.end <= len(text) else None,
        focus=focus,
    )


def _stands(mention: Mention, text: str) -> bool:
    start, end = mention.span.start, mention.span.end
    return (
        text[start:end] == mention.exact
        and text[max(0, start - CONTEXT) : start] == mention.prefix
        and text[end : end + CONTEXT] == mention.suffix
    )


def _mentions(record: Record) -> Iterator[tuple[str, Mention]]:
    for collection in fields(record):
        held = getattr(record, collection.name)
        kind = "treaty" if collection.name == "treaties" else collection.name.removesuffix("s")
        for item in held if isinstance(held, tuple) else ():
            key = getattr(item, "key", "")
            yield from ((f"{kind}/{key}", mention) for mention in _inside(item))


def _inside(value: Any) -> Iterator[Mention]:
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _inside(getattr(value, part.name))
