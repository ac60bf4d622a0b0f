"""The ontology as quads in its own graph, so that whoever has the data can ask what their terms mean."""

from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from ibidem.errors import InputError


def describe_ontology(folder: Path, *, base: str) -> list[Quad]:
    """Read each Turtle file of the folder, by name, into the graph `<base>ontology`.

    Raise InputError for what is no Turtle, or has a blank node: none is ever published.
    """
    graph = NamedNode(f"{base}ontology")
    quads: dict[Quad, None] = {}
    for path in sorted(folder.glob("*.ttl")):
        try:
            for quad in parse(path=path, format=RdfFormat.TURTLE):
                if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                    raise InputError(f"a value of {quad.predicate.value} is a blank node; give it an IRI", path=path)
                quads[Quad(quad.subject, quad.predicate, quad.object, graph)] = None
        except SyntaxError as error:
            message = f"this is no Turtle: {error.msg}"
            raise InputError(message, path=path, line=error.lineno, column=error.offset) from None
    return list(quads)
