"""The dataset as VoID describes it: how much of what there is, what links out of it, where to start."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.describe.statement import integer
from ibidem.iri import digest, part, split_iri
from ibidem.publish.catalogue import terms as c
from ibidem.publish.catalogue.distribution import distributions_of
from ibidem.publish.catalogue.figures import Figures
from ibidem.publish.catalogue.terms import Statement, term
from ibidem.publish.source import Source

_EXAMPLES = 3


def describe_void(source: Source, figures: Figures) -> Iterator[Statement]:
    """Describe the dataset with its partitions and linksets; a statement may come more than once."""
    node = NamedNode(f"{source.base}dataset")
    yield node, t.A, t.VOID_DATASET
    yield node, term("void:triples"), integer(figures.triples)
    yield node, term("void:distinctSubjects"), integer(figures.subjects)
    yield node, term("void:distinctObjects"), integer(figures.objects)
    yield node, term("void:classes"), integer(len(figures.classes))
    yield node, term("void:properties"), integer(len(figures.properties))
    yield node, t.URI_SPACE, Literal(source.base)
    yield from ((node, t.VOCABULARY, NamedNode(space)) for space in _vocabularies(figures))
    yield from ((node, term("void:exampleResource"), NamedNode(paper.iri)) for paper in figures.papers[:_EXAMPLES])
    yield from ((node, term("void:dataDump"), NamedNode(file.url)) for file in distributions_of(source).get(None, ()))
    yield from _partitions(node, figures)
    yield from _linksets(node, figures)


def describe_void_file(source: Source) -> Iterator[Statement]:
    """Describe the file `.well-known/void` itself."""
    file = NamedNode(f"{source.address}.well-known/void")
    yield file, t.A, term("void:DatasetDescription")
    yield file, t.TITLE, c.english(f"VoID description of {source.workspace.dataset.title}")
    yield file, term("foaf:primaryTopic"), NamedNode(f"{source.base}dataset")


def _vocabularies(figures: Figures) -> list[str]:
    """Give the namespaces of the classes and properties that are used."""
    names = (*(row[0] for row in figures.classes), *(row[0] for row in figures.properties))
    return sorted({split_iri(name)[0] for name in names})


def _partitions(node: NamedNode, figures: Figures) -> Iterator[Statement]:
    for name, entities in figures.classes:
        held = NamedNode(part(node.value, f"class-{_short(name)}"))
        yield node, term("void:classPartition"), held
        yield held, term("void:class"), NamedNode(name)
        yield held, term("void:entities"), integer(entities)
    for name, triples, subjects, objects in figures.properties:
        held = NamedNode(part(node.value, f"property-{_short(name)}"))
        yield node, term("void:propertyPartition"), held
        yield held, term("void:property"), NamedNode(name)
        yield held, term("void:triples"), integer(triples)
        yield held, term("void:distinctSubjects"), integer(subjects)
        yield held, term("void:distinctObjects"), integer(objects)


def _short(iri: str) -> str:
    """Name a term by its prefix and local name, or by a hash."""
    space, local = split_iri(iri)
    prefix = next((prefix for prefix, namespace in c.PREFIXES.items() if namespace == space), digest(space))
    return f"{prefix}-{local}"


def _linksets(node: NamedNode, figures: Figures) -> Iterator[Statement]:
    for linkset in figures.linksets:
        name = linkset.space.split("//", 1)[-1].strip("/").replace("/", "-").lower()
        links, target = NamedNode(part(node.value, f"links-{name}")), NamedNode(linkset.home)
        yield node, term("void:subset"), links
        yield links, t.A, term("void:Linkset")
        yield links, t.TITLE, c.english(f"Links to {linkset.name}")
        yield links, term("void:subjectsTarget"), node
        yield links, term("void:objectsTarget"), target
        yield links, term("void:linkPredicate"), t.SAME_AS
        yield links, term("void:triples"), integer(linkset.links)
        yield target, t.A, t.VOID_DATASET
        yield target, t.TITLE, c.english(linkset.name)
        yield target, t.URI_SPACE, Literal(linkset.space)
