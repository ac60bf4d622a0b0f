"""Quads that are hard to write down, for property tests."""

from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from records import BASE, PAPER

XSD = "http://www.w3.org/2001/XMLSchema#"
NASTY = (
    *("", " ", '"', '"""', "'", "\\", "\\n", "\n", "\r\n", "\t", "\b\f", "\x00", "\x7f", "\u0085", "\u2028", "\ufeff"),
    *("\u202e\u05e9\u05dc\u05d5\u05dd", "\ud7ff\ue000\ufffd", "\U0001f600", "e\u0301", "<a> <b> <c> .", "} GRAPH ?g {"),
    *('" .\n<x> <y> "z', "@prefix x: <y> .", "</script><b>&amp;", "_:b0", "{{ x }}", "$ref"),
    *("@id", "@context", "1", "true"),
)
_SPECIAL = "abc \n\"\\'<>{}@^:.;,_\u00a0\u202e\u2028\x00\x1b#/?&"
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.text(_SPECIAL, max_size=16),
)
DATATYPES = tuple(
    NamedNode(iri)
    for iri in (
        *(f"{XSD}{name}" for name in ("integer", "nonNegativeInteger", "decimal", "boolean", "date", "double")),
        *("http://id.loc.gov/datatypes/edtf/EDTF", "http://example.org/own#type", "urn:x:type"),
    )
)
LEXICALS = st.one_of(
    st.sampled_from(("0", "-0", "+1", "01", "7", "1234567890123456789", "1.0", "1.", ".5", "1e3", "true", "1", "TRUE")),
    TEXTS,
)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(lambda text, tag: Literal(text, language=tag), TEXTS, st.sampled_from(("en", "de-ch", "zh-hant"))),
    st.builds(lambda text, kind: Literal(text, datatype=kind), LEXICALS, st.sampled_from(DATATYPES)),
)
NODES = st.sampled_from(
    tuple(
        NamedNode(iri)
        for iri in (
            *(PAPER, f"{PAPER}/work/a", f"{PAPER}/work/a/b", f"{PAPER}/work/a/b/c", f"{PAPER}/passage/10-20"),
            *(f"{PAPER}/passage/9-20", f"{PAPER}/passage/9-20/target", f"{PAPER}/actor/b", f"{BASE}actor/b", BASE),
            *(f"{BASE}a//b", f"{BASE}a:b/c", f"{BASE}..", f"{BASE}./a", f"{BASE}a?b#c", f"{BASE}\u00e9"),
            *(f"{BASE}a%20b", "http://purl.org/dc/terms/a.b", "http://purl.org/dc/terms/-a", "tag:a,b"),
            *("https://w3id.org/ibidem", "urn:x:y", "mailto:a@example.org", "http://example.org/"),
            *("http://purl.org/dc/terms/", "http://purl.org/dc/terms/a,b;c(d)'e"),
        )
    )
)
PREDICATES = st.sampled_from(
    tuple(
        NamedNode(iri)
        for iri in (
            *("http://purl.org/dc/terms/title", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"{XSD}string"),
            *(
                "http://www.w3.org/ns/oa#hasTarget",
                "http://www.w3.org/ns/oa#start",
                "https://w3id.org/ibidem/ontology#number",
            ),
            *(
                "https://w3id.org/ibidem/ontology#edtf",
                "https://w3id.org/ibidem/ontology#former",
                "https://schema.org/sameAs",
            ),
            *("http://purl.org/dc/terms/a.b", "http://example.org/p", "urn:p", "http://purl.org/dc/terms/id"),
        )
    )
)
GRAPHS = st.one_of(st.just(DefaultGraph()), st.sampled_from((NamedNode(PAPER), NamedNode(f"{BASE}authorities"))))
CLASSES = st.sampled_from((NamedNode("https://w3id.org/ibidem/ontology#Actor"), NamedNode("http://example.org/C")))
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
QUADS = st.lists(
    st.one_of(
        st.builds(Quad, NODES, PREDICATES.filter(lambda node: node != TYPE), st.one_of(LITERALS, NODES), GRAPHS),
        st.builds(Quad, NODES, st.just(TYPE), st.one_of(CLASSES, NODES), GRAPHS),
    ),
    max_size=12,
)
