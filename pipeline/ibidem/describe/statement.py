"""What describing is made of: the nodes of one paper, statements about them, and small makers of both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode

from ibidem.describe import terms as t
from ibidem.iri import Minter
from ibidem.words import read_table

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of one paper; `paper` is the paper itself, `people` are those who have IRIs of their own, by name."""

    minter: Minter
    paper: NamedNode
    people: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, base: str, paper_id: str, people: Iterable[tuple[str, str]] = ()) -> "Nodes":
        """Make the nodes of a paper under a base IRI that ends in `/` or `#`."""
        minter = Minter(base, paper_id)
        return cls(minter, NamedNode(minter.paper), tuple(people))

    def node(self, kind: str, key: str) -> NamedNode:
        """Give the paper's node of a kind and key."""
        return NamedNode(self.minter.node(kind, key))

    def shared(self, kind: str, key: str) -> NamedNode:
        """Give the node of an authority."""
        return NamedNode(self.minter.shared(kind, key))


def texts(subject: NamedNode, *pairs: tuple[NamedNode, str | None]) -> Iterator[Statement]:
    """State each text that is there: None and the empty text are what the paper does not say."""
    return ((subject, predicate, Literal(value)) for predicate, value in pairs if value)


def links(
    subject: NamedNode, predicate: NamedNode, nodes: Nodes, kind: str, keys: Iterable[str | None]
) -> Iterator[Statement]:
    """Link to the paper's nodes of a kind; keys that are None are left out."""
    return ((subject, predicate, nodes.node(kind, key)) for key in keys if key is not None)


def generated(subject: NamedNode, rules: Iterable[str], nodes: Nodes) -> Iterator[Statement]:
    """Say which rules and decisions made a node (PROV-O): `decision/<key>` is a decision, all else a rule."""
    for rule in rules:
        kind, _, key = rule.rpartition("/")
        yield subject, t.GENERATED_BY, nodes.node("decision", key) if kind == "decision" else nodes.node("rule", rule)


def matched(subject: NamedNode, kind: str, authority: str | None, nodes: Nodes) -> Iterator[Statement]:
    """Say that a node is what an authority is about, which it was matched with."""
    if authority is not None:
        yield subject, t.SAME_AS, nodes.shared(kind, authority)


def in_language(subject: NamedNode, code: str) -> Iterator[Statement]:
    """Say in which language something is, by its node in the list of the European Union; nothing of what is no code.

    `code` is that of BCP 47: of `pt-BR` the language is told, not the country.
    """
    language = code.partition("-")[0].lower()
    name = _languages().get(language, language.upper())
    if len(name) == 3 and name.isascii() and name.isalpha():
        yield subject, t.LANGUAGE, NamedNode(f"http://publications.europa.eu/resource/authority/language/{name}")


@cache
def _languages() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("languages")}


def integer(number: int) -> Literal:
    """Write a whole number."""
    return Literal(str(number), datatype=t.XSD_INTEGER)
