"""Where the dataset comes from (PROV-O): which papers, which decisions, which version of the program."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem import __version__
from ibidem.describe import terms as t
from ibidem.iri import ONTOLOGY, part
from ibidem.publish.catalogue import terms as c
from ibidem.publish.catalogue.dcat import paper_iri
from ibidem.publish.catalogue.figures import Figures, PaperFigures
from ibidem.publish.catalogue.terms import Statement, term
from ibidem.publish.source import Source


def describe_provenance(source: Source, figures: Figures) -> Iterator[Statement]:
    """Describe the build: one activity for the dataset, which was informed by one for each paper."""
    node = NamedNode(f"{source.base}dataset")
    build, program = NamedNode(part(node.value, "build")), NamedNode(part(node.value, "program"))
    yield node, t.GENERATED_BY, build
    yield build, t.A, term("prov:Activity")
    yield build, term("rdfs:label"), c.english("The build of the dataset")
    yield build, t.ASSOCIATED_WITH, program
    yield build, term("prov:used"), NamedNode(ONTOLOGY.rstrip("#"))
    yield program, t.A, t.SOFTWARE_AGENT
    yield program, t.FOAF_NAME, Literal("ibidem")
    yield program, t.SOFTWARE_VERSION, Literal(__version__)
    for paper in figures.papers:
        own = NamedNode(part(node.value, f"build-{paper.id}"))
        yield build, term("prov:wasInformedBy"), own
        yield node, term("prov:wasDerivedFrom"), NamedNode(paper.iri)
        yield from _paper(NamedNode(paper_iri(source, paper.id)), own, program, paper)


def _paper(data: NamedNode, build: NamedNode, program: NamedNode, paper: PaperFigures) -> Iterator[Statement]:
    read = NamedNode(paper.iri)
    yield data, t.GENERATED_BY, build
    yield data, term("prov:wasDerivedFrom"), read
    yield read, t.A, term("prov:Entity")
    yield read, t.TITLE, Literal(paper.title)
    yield read, t.SHA256, Literal(paper.sha256)
    yield build, t.A, term("prov:Activity")
    yield build, term("rdfs:label"), c.english(f"The reading of {paper.id}")
    yield build, term("prov:used"), read
    yield build, t.ASSOCIATED_WITH, program
    for decision, by in paper.decisions:
        yield build, term("prov:wasInformedBy"), NamedNode(decision)
        yield build, t.ASSOCIATED_WITH, NamedNode(by)
