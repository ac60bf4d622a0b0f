"""What one graph of a build says, node by node, and which nodes are told with the one that they belong to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ibidem.change.vocabulary import vocabulary
from ibidem.dump.graph import split_line
from ibidem.iri import RDF_TYPE

TYPE = RDF_TYPE

Values = Mapping[str, list[str]]
"""The values of one subject by property (IRI), as N-Triples writes them."""


@dataclass(frozen=True, slots=True)
class Described:
    """One graph of a build, `name` being None for the default graph.

    `nodes` are its subjects (IRI), `parts` gives for a whole the parts with the property that leads there, or back
    (`^`); `entities` are the nodes that are no part of another.
    """

    name: str | None
    nodes: Mapping[str, Values]
    lines: Mapping[str, list[str]]
    parts: Mapping[str, list[tuple[str, str]]]
    entities: tuple[str, ...]

    def closure(self, entity: str) -> dict[str, None]:
        """Give an entity and all that is told with it."""
        found: dict[str, None] = {}
        waiting = [entity]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found[node] = None
                waiting += [part for _, part in self.parts.get(node, ())]
        return found

    def sha256(self, entity: str) -> str:
        """Give the hash of all that is said of an entity and its parts, as sorted N-Quads.

        A passage that is evidence for several entities counts for each without the others.
        """
        held = self.closure(entity)
        return sha256("".join(sorted(self._said(held))).encode("utf-8")).hexdigest()

    def types(self, node: str) -> list[str]:
        """Give the classes of a node."""
        return [term[1:-1] for term in self.nodes.get(node, {}).get(TYPE, ())]

    def _said(self, held: Mapping[str, None]) -> Iterator[str]:
        back = back_properties()
        for node in held:
            if not back & self.nodes[node].keys():
                yield from self.lines[node]
                continue
            for line in self.lines[node]:
                _, prop, value, _ = split_line(line.rstrip("\n"))
                if prop[1:-1] not in back or value[1:-1] in held or value[1:-1] not in self.nodes:
                    yield line


def back_properties() -> frozenset[str]:
    """Give the properties that lead from a part to its whole."""
    return frozenset(iri for iri, leads in vocabulary().parts.items() if leads == "part-whole")


def describe_graph(name: str | None, lines: Iterable[str]) -> Described:
    """Sort the lines of one graph (N-Quads, each with its line feed) by node, and find the parts."""
    nodes: dict[str, dict[str, list[str]]] = {}
    held: dict[str, list[str]] = {}
    for line in lines:
        subject, prop, value, _ = split_line(line.rstrip("\n"))
        nodes.setdefault(subject[1:-1], {}).setdefault(prop[1:-1], []).append(value)
        held.setdefault(subject[1:-1], []).append(line)
    parts: dict[str, list[tuple[str, str]]] = {}
    for whole, prop, part in sorted(_links(name, nodes)):
        parts.setdefault(whole, []).append((prop, part))
    described = Described(name, nodes, held, parts, ())
    return Described(name, nodes, held, parts, _entities(described))


def _links(name: str | None, nodes: Mapping[str, Values]) -> Iterator[tuple[str, str, str]]:
    """Give (whole, property, part) for each part that is described together with its whole."""
    parts = vocabulary().parts
    in_graph = {iri for iri, leads in parts.items() if leads == "graph"}
    for node, values in nodes.items():
        for prop in parts.keys() & values.keys():
            for term in values[prop]:
                other = term[1:-1]
                if other in nodes and other != node:
                    yield (node, prop, other) if parts[prop] == "whole-part" else (other, f"^{prop}", node)
        if name in nodes and name != node and any(term[1:-1] in in_graph for term in values.get(TYPE, ())):
            yield name or "", TYPE, node


def _entities(described: Described) -> tuple[str, ...]:
    """Give what is no part; nodes that are parts of one another in a ring are all entities."""
    owned = {part for held in described.parts.values() for _, part in held}
    tops = [node for node in described.nodes if node not in owned]
    reached = {part for top in tops for part in described.closure(top)}
    return tuple(sorted({*tops, *(described.nodes.keys() - reached)}))
