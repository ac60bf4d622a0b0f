"""The vocabulary: each term with what it means, an example, what it is elsewhere, and how often it is used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, parse

from ibidem.dump import Compaction, compact, ordered, write_jsonld
from ibidem.iri import ONTOLOGY
from ibidem.publish.path import VOCABULARY, local
from ibidem.publish.site.entity import Value
from ibidem.publish.site.facts import A, Facts
from ibidem.publish.site.naming import Names, names_of
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.representation import alternates
from ibidem.publish.site.shapes import joined, shapes_of
from ibidem.publish.source import Source
from ibidem.store import Term as Node

_DOCUMENT = ONTOLOGY[:-1]
_KINDS = (("owl:Class", "Classes"), ("owl:ObjectProperty", "Properties"), ("owl:DatatypeProperty", "Properties"))
_LINES = (
    *("rdfs:subClassOf", "rdfs:subPropertyOf", "owl:equivalentClass", "owl:equivalentProperty"),
    *("rdfs:domain", "schema:domainIncludes", "rdfs:range", "rdfs:seeAlso", "owl:deprecated", "dcterms:isReplacedBy"),
)
"""What a term's entry says besides label, definition and example, in this order."""

_KINDS_OF = ("rdfs:subClassOf", "rdfs:subPropertyOf")
_STANDS_ON = ("rdfs:domain", "schema:domainIncludes")
_SHOWN_AT_TOP = frozenset({"rdf:type", "dcterms:title", "dcterms:description", "dcterms:abstract"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One term; `lines` are phrases with their values, `shapes` the names of the shapes that speak of it."""

    iri: str
    name: str
    prefixed: str
    label: str
    definition: str
    examples: tuple[str, ...]
    lines: tuple[tuple[str, tuple[Value, ...]], ...]
    shapes: tuple[str, ...]
    used: int


def write_vocabulary(folder: Path, source: Source) -> None:
    """Write the page of the vocabulary and its data, and both once more at the IRI of its version."""
    names = names_of(source)
    version = names.get(_DOCUMENT, "owl:versionIRI")
    main = source.workspace.ontology / "ibidem.ttl"
    parts = sorted(file for file in source.workspace.ontology.glob("*.ttl") if file != main)
    groups = _groups(source, names)
    paths = [VOCABULARY, local(version, source.base) if version else None]
    for path, iri in zip(paths, (_DOCUMENT, version), strict=True):
        if path is None:
            continue
        page = Page(
            path=f"{path}.html",
            template="ontology.html",
            title=names.get(_DOCUMENT, "dcterms:title") or "Vocabulary",
            description=names.get(_DOCUMENT, "dcterms:abstract") or "",
            section="ontology",
            styles=("assets/reference.css",),
            alternates=alternates(path),
            data=_described(names, groups),
            iri=iri,
            listed=path == VOCABULARY,
        )
        header = tuple(_header(names))
        write_page(folder, page, source, groups=groups, header=header, names=names, document=_DOCUMENT, path=path)
        _write_data(folder, path, (main, *parts), source)
    for file in parts:
        part = local(_document(file), source.base)
        if part is not None and (folder / f"{part}.html").is_file():
            _write_data(folder, part, (file,), source)


def _groups(source: Source, names: Names) -> Mapping[str, tuple[Entry, ...]]:
    """Give the terms under headings, by label."""
    facts = names.facts
    used = _usage(facts)
    speaking = _speaking(source)
    kinds = {names.iri(kind): heading for kind, heading in _KINDS}
    held: dict[str, list[Entry]] = {}
    for iri in facts.statements:
        heading = next((kinds[kind] for kind in facts.values(iri, A) if kind in kinds), None)
        if heading and iri.startswith(ONTOLOGY):
            held.setdefault(heading, []).append(_entry(iri, names, used[iri], tuple(speaking.get(iri, ()))))
    return {
        heading: tuple(sorted(found, key=lambda entry: (entry.label.casefold(), entry.iri)))
        for heading, found in sorted(held.items())
    }


def _entry(iri: str, names: Names, used: int, shapes: tuple[str, ...]) -> Entry:
    return Entry(
        iri=iri,
        name=iri.removeprefix(ONTOLOGY),
        prefixed=names.prefixed(iri),
        label=names.get(iri, "rdfs:label") or iri.removeprefix(ONTOLOGY),
        definition=names.get(iri, "skos:definition") or "",
        examples=names.facts.values(iri, names.iri("skos:example")),
        lines=tuple(_lines(iri, names)),
        shapes=shapes,
        used=used,
    )


def _lines(iri: str, names: Names) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Give what a term is and where it stands, then what points to it: its kinds, and the properties of a class."""
    for prop in _LINES:
        found = names.facts.statements[iri].get(names.iri(prop), ())
        if found:
            yield names.phrase(names.iri(prop)), tuple(_value(term, names) for term in found)
    pointing = names.facts.incoming.get(iri, ())
    for phrase, props in (("kinds", _KINDS_OF), ("has", _STANDS_ON)):
        wanted = {names.iri(prop) for prop in props}
        subjects = sorted({subject for prop, subject in pointing if prop in wanted})
        if subjects:
            yield phrase, tuple(Value(names.prefixed(subject), subject) for subject in subjects)


def _header(names: Names) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Give what is said of the vocabulary as a whole."""
    for prop, found in names.facts.statements.get(_DOCUMENT, {}).items():
        if names.prefixed(prop) not in _SHOWN_AT_TOP:
            yield names.phrase(prop), tuple(_value(term, names) for term in found)


def _value(term: Node, names: Names) -> Value:
    if not isinstance(term, NamedNode):
        return Value(term.value)
    known = names.get(term.value, "foaf:name")
    return Value(known or names.prefixed(term.value), term.value)


def _usage(facts: Facts) -> Counter[str]:
    """Count how many things are of a class, and how many statements have a property."""
    used: Counter[str] = Counter()
    for statements in facts.statements.values():
        for prop, values in statements.items():
            used[prop] += len(values)
            if prop == A:
                used.update(value.value for value in values)
    return used


def _speaking(source: Source) -> Mapping[str, Iterable[str]]:
    """Give the names of the closed shapes that speak of a class or a property, by its IRI."""
    found: dict[str, dict[str, None]] = {}
    for shape in shapes_of(source):
        if shape.closed:
            for iri in (*shape.target_iris, *(held.prop for held in shape.constraints if held.prop)):
                found.setdefault(iri, {})[shape.name] = None
    return found


def _write_data(folder: Path, path: str, files: Iterable[Path], source: Source) -> None:
    """Write Turtle files as people wrote them, into one, and the same triples as JSON-LD; `path` has no extension."""
    turtle = joined(files)
    held: dict[str, dict[str, list[str]]] = {}
    for quad in dict.fromkeys(parse(turtle, format=RdfFormat.TURTLE)):
        held.setdefault(str(quad.subject), {}).setdefault(str(quad.predicate), []).append(str(quad.object))
    nodes = compact(ordered(held, base=source.base), Compaction.of(source.context, base=source.base))
    (folder / f"{path}.ttl").write_text(turtle, encoding="utf-8", newline="\n")
    (folder / f"{path}.jsonld").write_bytes(write_jsonld(nodes, context=source.context, base=source.base))


def _document(file: Path) -> str:
    """Give the IRI of the ontology that a file declares, the empty text where it declares none."""
    declared = NamedNode("http://www.w3.org/2002/07/owl#Ontology")
    found = (quad.subject for quad in parse(path=file, format=RdfFormat.TURTLE) if quad.object == declared)
    return next((subject.value for subject in found if isinstance(subject, NamedNode)), "")


def _described(names: Names, groups: Mapping[str, tuple[Entry, ...]]) -> dict[str, Any]:
    """Describe the vocabulary as search engines read it."""
    said = {
        "name": names.get(_DOCUMENT, "dcterms:title"),
        "description": names.get(_DOCUMENT, "dcterms:description"),
        "license": names.get(_DOCUMENT, "dcterms:license"),
        "version": names.get(_DOCUMENT, "owl:versionInfo"),
        "dateCreated": names.get(_DOCUMENT, "dcterms:created"),
        "dateModified": names.get(_DOCUMENT, "dcterms:modified"),
    }
    terms = [
        {"@type": "DefinedTerm", "@id": entry.iri, "name": entry.label, "description": entry.definition}
        for group in groups.values()
        for entry in group
    ]
    head = {"@context": "https://schema.org/", "@type": "DefinedTermSet", "@id": _DOCUMENT}
    return head | {key: value for key, value in said.items() if value} | {"hasDefinedTerm": terms}
