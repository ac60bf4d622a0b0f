"""What stands beside a page for machines: the description of its node in Turtle and JSON-LD.

A description holds what is said of the node and of the parts that its page shows, the passages that are evidence for
it, and the statements that point to it: whoever comes by a link finds the way on.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ibidem.dump import Compaction, TurtleGraph, compact, ordered, prefixes_of, write_jsonld, write_turtle
from ibidem.publish.site.facts import HAS_BODY, HAS_SELECTOR, HAS_TARGET, Facts
from ibidem.publish.source import Source

TYPES = (("text/turtle", ".ttl"), ("application/ld+json", ".jsonld"))
_HAS_SOURCE = "http://www.w3.org/ns/oa#hasSource"


def alternates(path: str) -> tuple[tuple[str, str], ...]:
    """Give what stands beside a page: each media type with its path; `path` is without extension."""
    return tuple((media_type, f"{path}{ending}") for media_type, ending in TYPES)


class Representations:
    """Write the descriptions of nodes; what is the same for all of them is made once."""

    def __init__(self, source: Source, facts: Facts) -> None:
        """Take all statements of the store."""
        self.base = source.base
        self.context = source.context
        self.facts = facts
        self.prefixes = prefixes_of(source.context)
        self.compaction = Compaction.of(source.context, base=source.base)
        self.terms = {key: value for key, value in source.context.items() if key not in self.prefixes}

    def write(self, folder: Path, path: str, subjects: Iterable[str]) -> None:
        """Write the description of the subjects of one page (IRIs) beside it; `path` is without extension."""
        graph = ordered(self._described(tuple(subjects)), base=self.base)
        turtle = TurtleGraph(graph, prefixes=self.prefixes, base=self.base)
        text = write_turtle([turtle], prefixes=self.prefixes, base=self.base)
        (folder / f"{path}.ttl").write_text(text, encoding="utf-8", newline="\n")
        nodes = compact(graph, self.compaction)
        (folder / f"{path}.jsonld").write_bytes(write_jsonld(nodes, context=self._context(nodes), base=self.base))

    def _described(self, subjects: tuple[str, ...]) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        shown = frozenset(subjects)
        for subject in subjects:
            self._whole(subject, found)
        for subject in subjects:
            for prop, pointing in self.facts.incoming.get(subject, ()):
                if prop == HAS_BODY:
                    self._passage(pointing, found)
                elif prop != _HAS_SOURCE and pointing not in shown:
                    values = found.setdefault(f"<{pointing}>", {}).setdefault(f"<{prop}>", [])
                    if f"<{subject}>" not in values:
                        values.append(f"<{subject}>")
        return found

    def _whole(self, subject: str, found: dict[str, dict[str, list[str]]]) -> None:
        statements = self.facts.statements.get(subject, {})
        found[f"<{subject}>"] = {f"<{prop}>": [str(term) for term in terms] for prop, terms in statements.items()}

    def _passage(self, passage: str, found: dict[str, dict[str, list[str]]]) -> None:
        self._whole(passage, found)
        for target in self.facts.values(passage, HAS_TARGET):
            self._whole(target, found)
            for selector in self.facts.values(target, HAS_SELECTOR):
                self._whole(selector, found)

    def _context(self, nodes: Iterable[object]) -> dict[str, Any]:
        """Give the part of the context that nodes use: prefixes, and the terms that stand in them."""
        used = set(_words(nodes))
        own = {key: value for key, value in self.terms.items() if key in used or key.startswith("@")}
        return {**own, **self.prefixes, **{key: self.terms[key] for key in ("id", "type") if key in self.terms}}


def _words(value: object) -> Iterator[str]:
    """Give the keys and the names of types in a JSON-LD value."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield key
            if key in ("type", "@type"):
                yield from (held,) if isinstance(held, str) else held
            else:
                yield from _words(held)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _words(item)
