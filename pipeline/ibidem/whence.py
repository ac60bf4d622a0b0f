"""The way back into the file as received, for the plain values of a record (`ibidem extract --format json`)."""

from typing import Any

from ibidem.document import Document, Passage
from ibidem.origin import origin_of
from ibidem.span import Span

Plain = dict[str, Any]


def with_origins(plain: Plain, document: Document) -> Plain:
    """Add to every object that has a range where in the file it stands, and the passages and notes of the text.

    A document whose text is the file itself stays as it is: there the ranges are the way back.
    """
    if not document.origins:
        return plain
    led: Plain = _led(plain, document)
    numbers = {note.block: note for note in document.notes}
    passages = [passage for passage in document.passages if passage.text.strip()]
    noted = [passage for passage in passages if passage.block in numbers]
    led["notes"] = [
        {"number": note.number, **({"section": note.section} if note.section else {}), **_placed(passage, document)}
        for passage in noted
        for note in (numbers[passage.block],)
    ]
    led["passages"] = [
        {"kind": passage.kind.value, **_placed(passage, document)}
        for passage in passages
        if passage.block not in numbers
    ]
    return led


def _led(value: Any, document: Document) -> Any:
    if isinstance(value, list):
        return [_led(one, document) for one in value]
    if not isinstance(value, dict):
        return value
    held = {name: _led(one, document) for name, one in value.items()}
    if "start" in held and held["end"] > held["start"]:
        held |= _origin(Span(held["start"], held["end"]), document)
    return held


def _placed(passage: Passage, document: Document) -> Plain:
    span = passage.span(0, len(passage.text))
    return {"start": span.start, "end": span.end, **_origin(span, document)}


def _origin(span: Span, document: Document) -> Plain:
    origin = origin_of(document.origins, span)
    if origin is None:
        return {}
    said = {"path": origin.path, "page": origin.page, "box": list(origin.box) if origin.box else None}
    return {"origin": {name: value for name, value in said.items() if value is not None}}
