"""What is said of the nodes of the invented paper, written short."""

from collections.abc import Iterable
from functools import cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from ibidem.describe import describe_authorities, describe_record
from ibidem.describe.terms import PREFIXES
from records import AUTHORITIES, BASE, PAPER, RECORD, TEXT

Said = dict[str, list[str]]
"""The values of a node by property."""


def short(term: NamedNode | BlankNode | Literal | Triple | DefaultGraph) -> str:
    """Write a node of the paper by kind and key, a term by its prefix, a literal as its text with its datatype."""
    if isinstance(term, Literal):
        kind = short(term.datatype)
        return term.value if kind in ("xsd:string", "rdf:langString") else f"{term.value}^^{kind}"
    assert isinstance(term, NamedNode)
    if term.value == PAPER or term.value.startswith(f"{PAPER}/"):
        return term.value[len(PAPER) + 1 :] or "."
    for prefix, space in PREFIXES:
        if term.value.startswith(space):
            return f"{prefix}:{term.value[len(space) :]}"
    return f"../{term.value[len(BASE) :]}" if term.value.startswith(BASE) else term.value


def gathered(quads: Iterable[Quad]) -> dict[str, Said]:
    """Gather what quads say of each node, types under `a`."""
    nodes: dict[str, Said] = {}
    for quad in quads:
        name = short(quad.predicate)
        values = nodes.setdefault(short(quad.subject), {}).setdefault("a" if name == "rdf:type" else name, [])
        values.append(short(quad.object))
    return nodes


@cache
def paper() -> dict[str, Said]:
    """Give what is said in the paper's graph."""
    return gathered(describe_record(RECORD, base=BASE, text=TEXT))


@cache
def authorities() -> dict[str, Said]:
    """Give what is said of the authorities."""
    return gathered(describe_authorities(AUTHORITIES, base=BASE))
