"""What entities and values are called in a list of changes: by their names, else by the words they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from ibidem.change.changes import in_one_line
from ibidem.change.described import TYPE, Described, back_properties
from ibidem.change.vocabulary import plain, vocabulary
from ibidem.dump.graph import natural, read_literal
from ibidem.iri import last_part
from ibidem.words import read_words

_WORDS = ("ibidem:reading", "oa:exact")


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of what one graph describes."""

    described: Described

    def kind(self, node: str) -> str:
        """Say what a node is, by the first class of the table that it has."""
        types = self.described.types(node)
        known = vocabulary().classes
        named = [one for iri, one in known.items() if iri in types]
        return named[0] if named else plain(min(types, default="term"))

    def label(self, node: str) -> str:
        """Say what a node is called, with its number and its speakers; one without a name by what it holds."""
        said = self._named(node) or self._owned(node) or ", ".join(self._said(node)) or self._path(node)
        speakers = [self.value(term) for term in self._values(node, "ibidem:speaker")]
        return f"{said} ({', '.join(speakers)})" if speakers else said

    def value(self, term: str) -> str:
        """Say a value: the text of a literal, the name of a node."""
        if term.startswith('"'):
            return in_one_line(read_literal(term)[0])
        iri = term[1:-1]
        if iri in self.described.nodes:
            return self._named(iri) or self._path(iri)
        return plain(iri) if vocabulary().is_term(iri) else iri

    def _named(self, node: str) -> str:
        number = self._text(node, "ibidem:number")
        return ": ".join(part for part in (number, self.name(node) or self._quoted(node, but=number)) if part)

    def name(self, node: str) -> str | None:
        """Give a node's own name, where it has one."""
        return next((text for name in read_words("labels") if (text := self._text(node, name))), None)

    def _quoted(self, node: str, *, but: str | None) -> str | None:
        """Give the words that stand in the first passage about a node, unless they say no more than `but`."""
        words = self.words(node)
        if words is None or normalize("NFKC", words) == but:
            return None
        return f"“{words}”"

    def words(self, node: str) -> str | None:
        """Give the printed words that a node, or a passage about it, holds."""
        own = next((text for name in _WORDS if (text := self._text(node, name))), None)
        if own is not None:
            return own
        evidence = (vocabulary().iri("oa:hasTarget"), vocabulary().iri("oa:hasSelector"), f"^{self._iri('oa:hasBody')}")
        passages = [part for prop, part in self.described.parts.get(node, ()) if prop in evidence]
        return next((text for part in sorted(passages, key=natural) if (text := self.words(part))), None)

    def _said(self, node: str) -> Iterator[str]:
        """Give what a node without a name holds, nodes before literals."""
        back = back_properties()
        held = [
            term
            for prop, terms in sorted(self.described.nodes[node].items())
            for term in terms
            if prop != TYPE and prop not in back and term[1:-1] != self.described.name
        ]
        parts = {part for _, part in self.described.parts.get(node, ())}
        for term in sorted(held, key=lambda term: term.startswith('"')):
            if term[1:-1] not in parts:
                yield self.value(term)

    def _owned(self, node: str) -> str | None:
        """Give whose a node is that names its graph and has no name, such as the text of a paper."""
        return f"of {last_part(node.rpartition('/')[0])}" if node == self.described.name else None

    def _path(self, node: str) -> str:
        name = self.described.name or ""
        return node.removeprefix(f"{name}/") if name else node

    def _text(self, node: str, name: str) -> str | None:
        values = self._values(node, name)
        return in_one_line(read_literal(values[0])[0]) if values and values[0].startswith('"') else None

    def _values(self, node: str, name: str) -> list[str]:
        return self.described.nodes.get(node, {}).get(self._iri(name), [])

    def _iri(self, name: str) -> str:
        return vocabulary().iri(name)
