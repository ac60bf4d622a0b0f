"""What SHACL passes over: nodes of a paper that no shape looks at, and classes that no shape names.

A shape looks at the nodes of the classes that it targets: one of a misspelt class, or of none, would pass unseen.
"""

from collections.abc import Container, Iterator, Mapping, Set

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from ibidem.finding import Code, Finding, Severity
from ibidem.iri import ONTOLOGY
from ibidem.validate.spelling import meant

RULE = "https://w3id.org/ibidem/shapes#vocabulary"
"""What the findings name as their source shape."""

_PAPER = URIRef("http://purl.org/spar/fabio/ResearchPaper")


def stray_nodes(data: Graph, shapes: Graph, *, focused: Mapping[str, Set[Node]]) -> Iterator[Finding]:
    """Find the nodes under a paper that no shape looks at as a whole, and those of a class that no shape names.

    `focused` are the focus nodes of each shape; one looks at its nodes as a whole where it targets their class or is
    closed. Elsewhere, as in an ontology or the description of a dataset, only classes of ibidem are judged. Shapes
    that do not say all that a paper may be are somebody's own few: what they pass over is theirs to choose.
    """
    if not any((shape, SH.closed, None) in shapes for shape in shapes.subjects(SH.targetClass, _PAPER)):
        return
    papers = {str(paper) for paper in data.subjects(RDF.type, _PAPER)}
    whole = (set(shapes.subjects(SH.targetClass)) | set(shapes.subjects(SH.closed))) & set(map(URIRef, focused))
    looked_at = {node for shape in whole for node in focused[str(shape)]}
    named = {str(term) for term in shapes.objects() if isinstance(term, URIRef)}
    kinds_used = {str(kind) for kind in data.objects(None, RDF.type)}
    close = {kind: meant(kind, named) for kind in kinds_used - named}
    for node in data.subjects(unique=True):
        within = isinstance(node, URIRef) and _is_under(str(node), papers)
        kinds = [str(kind) for kind in data.objects(node, RDF.type)]
        unknown = [kind for kind in kinds if kind not in named and (within or kind.startswith(ONTOLOGY))]
        for kind in unknown:
            hint = f"; did you mean {close[kind]}?" if close[kind] else ", or take the node away"
            yield _finding(node, f"no shape names this class, so that nothing checks the node: correct it{hint}", kind)
        if within and not unknown and node not in looked_at:
            said = "nodes of a paper have other classes" if kinds else "the node has no class"
            yield _finding(node, f"{said}, so that nothing checks it: give it one that a shape targets", *kinds)


def _is_under(iri: str, papers: Container[str]) -> bool:
    """Tell whether an IRI begins with that of a paper and a slash."""
    while "/" in iri:
        iri = iri.rpartition("/")[0]
        if iri in papers:
            return True
    return False


def _finding(node: Node, message: str, *found: str) -> Finding:
    shown = f" (found: {', '.join(sorted(found))})" if found else ""
    focus = str(node) if isinstance(node, URIRef) else None
    return Finding(Code.SHAPE, Severity.VIOLATION, message + shown, focus=focus, rule=RULE)
