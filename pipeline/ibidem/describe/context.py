"""The JSON-LD context: a short key for each property and class, made from the ontology and the terms reused."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, RdfFormat, parse

from ibidem.describe.terms import PREFIXES, term
from ibidem.iri import ONTOLOGY

_CLASS, _OBJECT, _DATATYPE = (term(f"owl:{name}") for name in ("Class", "ObjectProperty", "DatatypeProperty"))

REUSED: tuple[tuple[str, str], ...] = (
    ("c4o:denotes", "@id"),
    ("biro:references", "@id"),
    ("cito:hasCitingEntity", "@id"),
    ("cito:hasCitedEntity", "@id"),
    ("cito:hasCitationCharacterization", "@id"),
    ("frbr:partOf", "@id"),
    ("frbr:realizationOf", "@id"),
    ("pro:isDocumentContextFor", "@id"),
    ("pro:isHeldBy", "@id"),
    ("pro:withRole", "@id"),
    ("prism:volume", "xsd:string"),
    ("prism:issueIdentifier", "xsd:string"),
    ("prism:number", "xsd:string"),
    ("prism:pageRange", "xsd:string"),
    ("prism:edition", "xsd:string"),
    ("prism:doi", "xsd:string"),
    ("prism:isbn", "xsd:string"),
    ("fabio:hasAccessDate", "locedtf:EDTF"),
    ("schema:itemLocation", "xsd:string"),
    ("schema:genre", "xsd:string"),
    ("skos:note", "xsd:string"),
    ("fabio:hasPlaceOfPublication", "@id"),
    ("pro:holdsRoleInTime", "@id"),
    ("pro:relatesToEntity", "@id"),
    ("cito:cites", "@id"),
    ("dcterms:title", "xsd:string"),
    ("dcterms:creator", "@id"),
    ("dcterms:publisher", "@id"),
    ("dcterms:language", "@id"),
    ("dcterms:rights", "xsd:string"),
    ("dcterms:license", "@id"),
    ("dcterms:subject", "@id"),
    ("dcterms:alternative", "xsd:string"),
    ("dcterms:hasPart", "@id"),
    ("dcterms:isPartOf", "@id"),
    ("dcterms:type", "@id"),
    ("skos:prefLabel", "xsd:string"),
    ("skos:altLabel", "xsd:string"),
    ("skos:definition", "xsd:string"),
    ("skos:notation", "xsd:string"),
    ("rdfs:comment", "xsd:string"),
    ("foaf:name", "xsd:string"),
    ("foaf:familyName", "xsd:string"),
    ("foaf:givenName", "xsd:string"),
    ("schema:sameAs", "@id"),
    ("schema:about", "@id"),
    ("schema:creativeWorkStatus", "xsd:string"),
    ("schema:location", "@id"),
    ("schema:position", "xsd:integer"),
    ("schema:sha256", "xsd:string"),
    ("schema:softwareVersion", "xsd:string"),
    ("schema:unitText", "xsd:string"),
    ("schema:value", "xsd:decimal"),
    ("adms:identifier", "@id"),
    ("adms:schemaAgency", "xsd:string"),
    ("oa:hasBody", "@id"),
    ("oa:hasTarget", "@id"),
    ("oa:hasSource", "@id"),
    ("oa:hasSelector", "@id"),
    ("oa:exact", "xsd:string"),
    ("oa:prefix", "xsd:string"),
    ("oa:suffix", "xsd:string"),
    ("oa:start", "xsd:nonNegativeInteger"),
    ("oa:end", "xsd:nonNegativeInteger"),
    ("prov:wasGeneratedBy", "@id"),
    ("prov:wasAssociatedWith", "@id"),
    ("dcterms:conformsTo", "@id"),
    ("dcterms:date", "xsd:date"),
    ("dcterms:description", "xsd:string"),
    ("dcterms:created", "xsd:date"),
    ("dcterms:issued", "xsd:date"),
    ("dcterms:modified", "xsd:date"),
    ("dcat:contactPoint", "@id"),
    ("dcat:keyword", "xsd:string"),
    ("dcat:landingPage", "@id"),
    ("dcat:version", "xsd:string"),
    ("void:uriSpace", "xsd:string"),
    ("void:vocabulary", "@id"),
    ("vcard:fn", "xsd:string"),
    ("vcard:hasEmail", "@id"),
    ("vcard:hasURL", "@id"),
    # After that of vCard, which has had the short key for longer.
    ("fabio:hasURL", "xsd:anyURI"),
    ("sh:focusNode", "@id"),
    ("sh:resultSeverity", "@id"),
    ("sh:resultMessage", "xsd:string"),
)
"""The properties taken from other vocabularies, with what they hold: nodes (`@id`) or literals of a datatype."""

REUSED_CLASSES: tuple[str, ...] = (
    "fabio:ResearchPaper",
    "fabio:Work",
    "fabio:Expression",
    "fabio:Excerpt",
    "c4o:InTextReferencePointer",
    "biro:BibliographicReference",
    "cito:Citation",
    "pro:RoleInTime",
    "skos:Concept",
    "schema:Place",
    "adms:Identifier",
    "oa:Annotation",
    "oa:TextQuoteSelector",
    "oa:TextPositionSelector",
    "oa:FragmentSelector",
    "oa:XPathSelector",
)
"""The classes taken from other vocabularies that a JSON-LD dump calls by their local names."""


def make_context(ontology: bytes) -> dict[str, object]:
    """Make the context from the ontology's Turtle; keys of the ontology win over those of reused terms.

    Raise SyntaxError where the ontology is no Turtle.
    """
    context: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    context |= dict(PREFIXES)
    entries = dict(sorted(_minted(ontology)))
    for name, kind in REUSED:
        entries.setdefault(name.partition(":")[2], _entry(name, kind))
    for name in REUSED_CLASSES:
        entries.setdefault(name.partition(":")[2], name)
    # dcterms:type has no short key: `type` is JSON-LD's own.
    return context | {name: entry for name, entry in sorted(entries.items()) if name not in context}


def _minted(ontology: bytes) -> Iterator[tuple[str, object]]:
    types: dict[str, NamedNode] = {}
    ranges: dict[str, str] = {}
    rdf_type, rdfs_range = term("rdf:type"), term("rdfs:range")
    for quad in parse(ontology, format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode) and subject.value.startswith(ONTOLOGY):
            name = subject.value.removeprefix(ONTOLOGY)
            if quad.predicate == rdf_type:
                types[name] = value
            elif quad.predicate == rdfs_range:
                ranges[name] = _curie(value.value)
    for name, kind in types.items():
        if kind == _CLASS:
            yield name, f"ibidem:{name}"
        elif kind == _OBJECT:
            yield name, _entry(f"ibidem:{name}", "@id")
        elif kind == _DATATYPE:
            yield name, _entry(f"ibidem:{name}", ranges.get(name, "xsd:string"))


def _entry(name: str, kind: str) -> object:
    """Write a property's entry: strings need no type, all else has one."""
    return name if kind == "xsd:string" else {"@id": name, "@type": kind}


def _curie(iri: str) -> str:
    fitting = (f"{prefix}:{iri.removeprefix(namespace)}" for prefix, namespace in PREFIXES if iri.startswith(namespace))
    return next(fitting, iri)
