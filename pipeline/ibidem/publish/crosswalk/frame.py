"""Framing: a graph as trees of JSON in the shape that a frame asks for (a part of JSON-LD 1.1 Framing).

A frame names a `type` and the keys to be written, in order; only these are (as with `@explicit`). A key whose value
is a frame with keys of its own holds whole nodes (as with `@embed: @always`), any other holds literals and IRIs.
`"id": null` writes a node without its IRI, for schemas that allow parts none: it is then no record of its own either.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from ibidem.dump.graph import XSD_STRING, Graph, read_literal
from ibidem.errors import InputError
from ibidem.iri import RDF_TYPE
from ibidem.publish.crosswalk.context import Term, Vocabulary
from ibidem.read import read_bytes
from ibidem.workspace import packaged

Frame = Mapping[str, Any]
Node = dict[str, Any]

_TYPE = f"<{RDF_TYPE}>"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")
_WHOLES = (f"{_XSD}integer", f"{_XSD}nonNegativeInteger")
_DEPTH = 12
_CONTEXTS = "contexts"


def load_frame(path: Path) -> tuple[Frame, Vocabulary]:
    """Load a frame with what its context means.

    A context named by its address is the file of its last name in `contexts/`, beside the frame or of the program.
    Raise InputError where either cannot be read, or the frame names no type.
    """
    frame = _json(path)
    if "@context" not in frame:
        raise InputError("is no frame; give it `@context`, `type` and the keys to be written", path=path)
    contexts = frame["@context"] if isinstance(frame["@context"], list) else [frame["@context"]]
    held: dict[str, Any] = {}
    for context in contexts:
        held |= _named_context(context, path) if isinstance(context, str) else context
    vocabulary = Vocabulary.of(held)
    if not _asked(frame, vocabulary, "@type"):
        raise InputError("names no `type`; say which nodes are records", path=path)
    return frame, vocabulary


def _named_context(address: str, frame: Path) -> Mapping[str, Any]:
    name = address.rsplit("/", 1)[-1]
    own = frame.parent / _CONTEXTS / name
    held = _json(own if own.is_file() else packaged("queries") / "crosswalks" / _CONTEXTS / name).get("@context")
    if not isinstance(held, dict):
        raise InputError("is no context that this program reads: an object `@context`", path=own)
    return held


def _asked(frame: Frame, vocabulary: Vocabulary, keyword: str) -> Any:
    """Give what a frame says of a keyword, by its own name or the context's; the empty text where it says nothing."""
    return frame.get(keyword, frame.get(vocabulary.keywords[keyword], ""))


def _json(path: Path) -> dict[str, Any]:
    try:
        held = msgspec.json.decode(read_bytes(path))
    except msgspec.DecodeError as error:
        raise InputError(f"is no JSON: {error}", path=path) from None
    if not isinstance(held, dict):
        raise InputError("is no JSON object; a frame and a context are one", path=path)
    return held


def framed(graph: Graph, frame: Frame, vocabulary: Vocabulary) -> Iterator[tuple[str, Node]]:
    """Give each record that the frame asks for, with its IRI, in the order of the graph."""
    framer = _Framer(graph, vocabulary)
    wanted = frozenset(framer.iris(frame))
    found = [
        (subject, framer.node(subject, frame, 0))
        for subject, predicates in graph.subjects
        if not wanted.isdisjoint(predicates.get(_TYPE, ()))
    ]
    for subject, node in found:
        if subject not in framer.nameless:
            yield subject[1:-1], {"@context": frame["@context"], **node}


class _Framer:
    """Write nodes of one graph; `nameless` are those that were written as parts without an IRI."""

    def __init__(self, graph: Graph, vocabulary: Vocabulary) -> None:
        self.subjects = dict(graph.subjects)
        self.vocabulary = vocabulary
        self.nameless: set[str] = set()
        self.id = vocabulary.keywords["@id"]
        self.type = vocabulary.keywords["@type"]

    def iris(self, frame: Frame) -> list[str]:
        """Give the classes that a frame asks for, as terms."""
        asked = _asked(frame, self.vocabulary, "@type")
        terms = (self.vocabulary.term(name, ()) for name in (asked if isinstance(asked, list) else [asked]))
        return [f"<{term.iri}>" for term in terms if term is not None]

    def node(self, subject: str, frame: Frame, depth: int) -> Node:
        predicates = self.subjects.get(subject, {})
        classes = tuple(self.vocabulary.name(value[1:-1]) for value in predicates.get(_TYPE, ()))
        node: Node = {}
        if _asked(frame, self.vocabulary, "@id") is None:
            self.nameless.add(subject)
        else:
            node[self.id] = subject[1:-1]
        if classes:
            node[self.type] = classes[0] if len(classes) == 1 else list(classes)
        for key, inner in frame.items():
            if key.startswith("@") or key in (self.id, self.type):
                continue
            term = self.vocabulary.term(key, classes)
            values = predicates.get(f"<{term.iri}>") if term is not None else None
            if term is not None and values:
                written = [self._value(value, term, inner, depth) for value in values]
                node[key] = written if term.listed or len(written) > 1 else written[0]
        return node

    def _value(self, value: str, term: Term, frame: Any, depth: int) -> Any:
        if value[0] != "<":
            return _literal(value, term.type)
        whole = isinstance(frame, dict) and any(not key.startswith("@") for key in frame)
        if whole and value in self.subjects and depth < _DEPTH:
            return self.node(value, frame, depth + 1)
        if term.type == "@vocab":
            return self.vocabulary.name(value[1:-1])
        return value[1:-1] if term.type == "@id" else {self.id: value[1:-1]}


def _literal(value: str, coerced: str | None) -> Any:
    text, datatype, language = read_literal(value)
    if language is not None:
        return {"@value": text, "@language": language}
    if datatype == XSD_STRING:
        return text if coerced is None else {"@value": text}
    # The store knows one datatype of whole numbers, which stands for those derived from it.
    if datatype in _WHOLES and _WHOLE.fullmatch(text) and (coerced or _WHOLES[0]) in (datatype, *_WHOLES):
        return int(text)
    if datatype == f"{_XSD}boolean" and text in ("true", "false") and coerced in (None, datatype):
        return text == "true"
    return text if datatype == coerced else {"@value": text, "@type": datatype}
