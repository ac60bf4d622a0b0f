"""JSON-LD contexts as their owners publish them: what a key means, alone or inside a class (JSON-LD 1.1, 4.1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_KEYWORDS = ("@id", "@type")


@dataclass(frozen=True, slots=True)
class Term:
    """What a key of a context means: an IRI, how its values are written, and whether they are always a list."""

    iri: str
    type: str | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of a context: `terms` by key, `scoped` those that a class changes for its own nodes, `names` by IRI."""

    terms: Mapping[str, Term | None]
    scoped: Mapping[str, Mapping[str, Term | None]]
    names: Mapping[str, str]
    prefixes: Mapping[str, str]
    default: str | None = None
    keywords: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, context: Mapping[str, Any]) -> "Vocabulary":
        """Read a context that names no other."""
        prefixes = {key: value for key, value in context.items() if isinstance(value, str) and value[-1:] in "#/"}
        vocab = context.get("@vocab")
        keywords = dict.fromkeys(_KEYWORDS, "") | {keyword: keyword for keyword in _KEYWORDS}
        for key, value in context.items():
            named = value.get("@id") if isinstance(value, dict) else value
            if named in _KEYWORDS:
                keywords[named] = key
        terms = dict(_terms(context, prefixes, vocab))
        scoped = {
            key: dict(_terms(value["@context"], prefixes, vocab))
            for key, value in context.items()
            if isinstance(value, dict) and isinstance(value.get("@context"), dict)
        }
        names = {term.iri: key for key, term in terms.items() if term is not None and key[:1].isalpha()}
        return cls(terms, scoped, names, prefixes, vocab, keywords)

    def term(self, key: str, classes: tuple[str, ...]) -> Term | None:
        """Say what a key means in a node of these classes (keys); None for one that means nothing there."""
        for name in classes:
            if key in self.scoped.get(name, {}):
                return self.scoped[name][key]
        if key in self.terms:
            return self.terms[key]
        expanded = _expanded(key, self.prefixes, self.default)
        return Term(expanded) if expanded else None

    def name(self, iri: str) -> str:
        """Give the key of an IRI, else its prefixed name, else the IRI."""
        if iri in self.names:
            return self.names[iri]
        if self.default and iri.startswith(self.default):
            return iri.removeprefix(self.default)
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


def _terms(
    context: Mapping[str, Any], prefixes: Mapping[str, str], vocab: str | None
) -> Iterator[tuple[str, Term | None]]:
    for key, value in context.items():
        if key.startswith("@"):
            continue
        entry = {"@id": value} if isinstance(value, str) else value
        if entry is None:
            yield key, None
            continue
        iri = _expanded(entry.get("@id", key), prefixes, vocab)
        if iri is None or iri.startswith("@"):
            continue
        kind = entry.get("@type")
        yield key, Term(iri, _expanded(kind, prefixes, vocab) if kind else None, "@container" in entry)


def _expanded(name: str, prefixes: Mapping[str, str], vocab: str | None) -> str | None:
    prefix, colon, local = name.partition(":")
    if name.startswith("@") or local.startswith("//"):
        return name
    if colon:
        return prefixes[prefix] + local if prefix in prefixes else name
    return vocab + name if vocab else None
