"""What the page of an entity shows: what is said of it, where the paper says it, who found it."""

import re
from dataclasses import dataclass
from typing import Any

from pyoxigraph import NamedNode

from ibidem.iri import last_part
from ibidem.origin import short_path
from ibidem.publish.path import VOCABULARY, local
from ibidem.publish.site.facts import HAS_BODY, HAS_TARGET, A, Facts, gather
from ibidem.publish.site.naming import Names, names_of
from ibidem.publish.site.paper.context import in_context
from ibidem.publish.source import Source

_ELSEWHERE = frozenset({VOCABULARY, "dataset", "authorities"})
"""What has a page of its own making."""

_WHOLES = ("dcterms:hasPart", "pro:isDocumentContextFor", "pro:holdsRoleInTime", "adms:identifier")
_ORIGIN = ("rdf:value", "ibidem:member")
_PAGE = re.compile(r"page=(\d+)")
_UNSAID = ("prov:wasGeneratedBy", "rdf:type", "oa:hasTarget", "oa:hasSource", "oa:hasSelector")

@dataclass(frozen=True, slots=True)
class Value:
    """One value of a statement: its text, and the IRI that it names, if it names one."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One property of a node with its values, in words."""

    phrase: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what a page is about, shown in it: an identifier, a selector."""

    name: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the text: its passage, the words and, where they are known, those around them.

    `href` leads, from the root of the site, to where the words stand in the text; None where that is not published.
    `where` says where they stand in the file as received, empty where the text is the file.
    """

    passage: str
    exact: str
    before: str = ""
    after: str = ""
    href: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a node: a rule of the program, or a decision of a person with its reason."""

    iri: str
    decided: bool
    label: str
    reason: str
    by: str


class Entities:
    """Make the pages' values from what the store says."""

    def __init__(self, source: Source) -> None:
        """Gather all statements once."""
        self.source = source
        self.facts: Facts = gather(source)
        self.names: Names = names_of(source)
        self._unsaid = {self.names.iri(name) for name in _UNSAID}
        self._wholes = {self.names.iri(name) for name in _WHOLES}
        self._order = {prop: rank for rank, prop in enumerate(self.names.phrases)}

    def pages(self) -> dict[str, list[str]]:
        """Give the subjects that each page shows, by its path: the node of the page first, then its parts."""
        found: dict[str, list[str]] = {}
        withdrawn = f"{self.source.base}withdrawn"
        for subject in self.facts.statements:
            path = local(subject, self.source.base)
            if path is None or path in _ELSEWHERE or self.facts.graphs.get(subject) == withdrawn:
                continue
            found.setdefault(path, []).append(subject)
        return found

    def lines(self, subject: str) -> tuple[Line, ...]:
        """Say what is said of a node, in the order of the phrases."""
        statements = self.facts.statements.get(subject, {})
        props = sorted(statements, key=lambda prop: (self._order.get(prop, len(self._order)), prop))
        return tuple(
            Line(self.names.phrase(prop), tuple(self._value(term) for term in statements[prop]))
            for prop in props
            if prop not in self._unsaid
        )

    def _value(self, term: Any) -> Value:
        if not isinstance(term, NamedNode):
            return Value(term.value)
        if term.value in self.facts.statements:
            return Value(self.names.short(term.value), term.value)
        # A term of a vocabulary is said by its name, an address elsewhere whole.
        prefixed = self.names.prefixed(term.value)
        return Value(term.value if prefixed == term.value else last_part(term.value), term.value)

    def incoming(self, subject: str) -> tuple[Line, ...]:
        """Say what points to a node, grouped by how."""
        made = self.names.iri("prov:wasGeneratedBy")
        grouped: dict[str, list[Value]] = {}
        for prop, pointing in self.facts.incoming.get(subject, ()):
            phrase = self.names.inverse(prop)
            if phrase != "-":
                label = self.names.short(pointing) if prop == made else self._as_part(pointing)
                grouped.setdefault(phrase, []).append(Value(label, pointing))
        return tuple(Line(phrase, tuple(values)) for phrase, values in grouped.items())

    def _as_part(self, subject: str) -> str:
        """Call a part by its whole: `Almaty Declaration: Russia, party`."""
        whole = self._containing(subject)
        return f"{self.names.short(whole)}: {self.names.short(subject)}" if whole else self.names.short(subject)

    def _containing(self, subject: str) -> str | None:
        return next((iri for prop, iri in self.facts.incoming.get(subject, ()) if prop in self._wholes), None)

    def evidence(self, subject: str) -> tuple[Evidence, ...]:
        """Give the stretches of the text that say what a node says."""
        own = (subject,) if self.facts.value(subject, HAS_TARGET) else ()
        return tuple(self._evidence(passage) for passage in (*own, *self.facts.passages(subject)))

    def _evidence(self, passage: str) -> Evidence:
        around, where = in_context(self.source).get(passage), self._where(passage)
        if around:
            return Evidence(passage, around.exact, around.before, around.after, around.href, where)
        said = self.facts.selector(passage)

        def text(name: str) -> str:
            held = said.get(self.names.iri(name))
            return held[0].value if held else ""

        words = text("ibidem:reading") or text("oa:exact")
        return Evidence(passage, words, text("oa:prefix"), text("oa:suffix"), self._note(passage), where)

    def _where(self, passage: str) -> str:
        """Say the page or the element of the file as received that a passage stands in."""
        said = self.facts.origin(passage)
        values = {name: said[self.names.iri(name)][0].value for name in _ORIGIN if self.names.iri(name) in said}
        place = values.get("rdf:value", "")
        page = _PAGE.match(place)
        member = values.get("ibidem:member")
        return f"page {page[1]}" if page else short_path(f"{member}!{place}" if member else place)

    def _note(self, passage: str) -> str | None:
        """Give the link to the note that a passage is the whole of a reference in."""
        denotes = self.names.iri("c4o:denotes")
        for body in self.facts.values(passage, HAS_BODY):
            pointer = next((iri for prop, iri in self.facts.incoming.get(body, ()) if prop == denotes), None)
            path = local(pointer, self.source.base) if pointer else None
            if path:
                return f"{path.partition('/')[0]}/reading.html#note-{path.rpartition('/')[2]}"
        return None

    def makers(self, subject: str) -> tuple[Maker, ...]:
        """Give what made a node, decisions first."""
        made = self.facts.values(subject, self.names.iri("prov:wasGeneratedBy"))
        found = [self._maker(iri) for iri in made]
        return tuple(sorted(found, key=lambda maker: (not maker.decided, maker.iri)))

    def _maker(self, iri: str) -> Maker:
        decided = self.names.iri("ibidem:Decision") in self.facts.values(iri, A)
        by = self.names.get(iri, "prov:wasAssociatedWith")
        reason = self.names.get(iri, "rdfs:comment" if decided else "skos:prefLabel") or ""
        return Maker(iri, decided, self.names.label(iri), reason, self.names.label(by) if by else "")

    def whole(self, subject: str) -> str | None:
        """Give the whole that a part has its evidence and provenance from (docs/decisions/0008)."""
        return self._containing(subject) or self.names.get(subject, "ibidem:reference")

    def paper(self, path: str) -> str | None:
        """Give the paper (IRI) that a path lies under."""
        iri = self.source.base + path.partition("/")[0]
        return iri if self.names.iri("fabio:ResearchPaper") in self.facts.values(iri, A) else None
