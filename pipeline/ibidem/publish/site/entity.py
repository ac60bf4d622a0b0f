"""One page an entity at its IRI's path: what is said of it, where the paper says it, who found it, how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from pyoxigraph import NamedNode

from ibidem.brief import shortened
from ibidem.edition import SETTABLE
from ibidem.publish.path import VOCABULARY, fragment, local
from ibidem.publish.site.facts import HAS_BODY, A, Facts, gather
from ibidem.publish.site.naming import Names, names_of
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.paper.context import in_context
from ibidem.publish.site.paper.part import PARTS
from ibidem.publish.site.representation import Representations, alternates
from ibidem.publish.site.schema_org import schema_org
from ibidem.publish.source import Source

_ELSEWHERE = frozenset({VOCABULARY, "dataset", "authorities"})
"""What has a page of its own making."""

_WHOLES = ("dcterms:hasPart", "pro:isDocumentContextFor", "pro:holdsRoleInTime", "adms:identifier")
_UNSAID = ("prov:wasGeneratedBy", "rdf:type", "oa:hasTarget", "oa:hasSource", "oa:hasSelector")
_DECIDED = dict(SETTABLE)
"""The kinds of things that a person can decide about, with what can be set (docs/curating.md)."""

_QUOTED = 400
"""How many characters of the text a decision quotes, so that it anchors: more than enough."""


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
    """

    passage: str
    exact: str
    before: str = ""
    after: str = ""
    href: str | None = None


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
        known = term.value in self.facts.statements
        return Value(self.names.short(term.value) if known else term.value, term.value)

    def incoming(self, subject: str) -> tuple[Line, ...]:
        """Say what points to a node, grouped by how."""
        grouped: dict[str, list[Value]] = {}
        for prop, pointing in self.facts.incoming.get(subject, ()):
            phrase = self.names.inverse(prop)
            if prop != HAS_BODY and phrase != "-" and prop not in self._unsaid | {self.names.iri("rdfs:seeAlso")}:
                grouped.setdefault(phrase, []).append(Value(self._as_part(pointing), pointing))
        made = self.names.iri("prov:wasGeneratedBy")
        for prop, pointing in self.facts.incoming.get(subject, ()):
            if prop == made:
                grouped.setdefault("made", []).append(Value(self.names.short(pointing), pointing))
        return tuple(Line(phrase, tuple(values)) for phrase, values in grouped.items())

    def _as_part(self, subject: str) -> str:
        """Call a part by its whole: `Almaty Declaration: Russia, party`."""
        wholes = {self.names.iri(name) for name in _WHOLES}
        whole = next((iri for prop, iri in self.facts.incoming.get(subject, ()) if prop in wholes), None)
        return f"{self.names.short(whole)}: {self.names.short(subject)}" if whole else self.names.short(subject)

    def evidence(self, subject: str) -> tuple[Evidence, ...]:
        """Give the stretches of the text that say what a node says."""
        return tuple(self._evidence(passage) for passage in self.facts.passages(subject))

    def _evidence(self, passage: str) -> Evidence:
        around = in_context(self.source).get(passage)
        if around:
            return Evidence(passage, around.exact, around.before, around.after, around.href)
        said = self.facts.selector(passage)

        def text(name: str) -> str:
            held = said.get(self.names.iri(name))
            return held[0].value if held else ""

        words = text("ibidem:reading") or text("oa:exact")
        return Evidence(passage, words, text("oa:prefix"), text("oa:suffix"), self._note(passage))

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
        pointing = self.facts.incoming.get(subject, ())
        wholes = {self.names.iri(name) for name in _WHOLES}
        found = next((iri for prop, iri in pointing if prop in wholes), None)
        return found or self.names.get(subject, "ibidem:reference")

    def paper(self, path: str) -> str | None:
        """Give the paper (IRI) that a path lies under."""
        iri = self.source.base + path.partition("/")[0]
        return iri if self.names.iri("fabio:ResearchPaper") in self.facts.values(iri, A) else None


def write_entities(folder: Path, source: Source) -> None:
    """Write the page, the Turtle and the JSON-LD of every entity; a paper's text has a page of another making."""
    entities = Entities(source)
    representations = Representations(source, entities.facts)
    for path, subjects in entities.pages().items():
        iri = source.base + path
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        representations.write(folder, path, subjects)
        if path.count("/") != 1 or path.rpartition("/")[2] not in {name for name, _ in PARTS}:
            write_page(folder, _page(entities, iri, path), source, **_values(entities, iri, path, subjects))


def _page(entities: Entities, iri: str, path: str) -> Page:
    names = entities.names
    label, kind = names.short(iri), names.kind(iri)[0]
    is_paper = entities.paper(path) == iri
    return Page(
        path=f"{path}.html",
        template="paper.html" if is_paper else "entity.html",
        title=label,
        description=f"{label} ({kind}): what is said of it, and where.",
        section="papers" if entities.paper(path) else "",
        alternates=alternates(path),
        data=schema_org(entities.source, iri),
        iri=iri,
    )


def _values(entities: Entities, iri: str, path: str, subjects: list[str]) -> dict[str, Any]:
    names, paper = entities.names, entities.paper(path)
    whole = entities.whole(iri)
    evidence = entities.evidence(iri)
    borrowed = whole if whole and not evidence else None
    makers = entities.makers(iri) or (entities.makers(whole) if whole else ())
    return {
        "label": names.label(iri),
        "kind": names.kind(iri)[0],
        "iri": iri,
        "path": path,
        "paper": (names.label(paper), f"{path.partition('/')[0]}.html") if paper else None,
        "lines": entities.lines(iri),
        "incoming": entities.incoming(iri),
        "evidence": evidence or (entities.evidence(whole) if whole else ()),
        "borrowed": Value(names.short(borrowed), borrowed) if borrowed else None,
        "makers": makers,
        "parts": tuple(_parts(entities, iri, subjects)),
        "citation": _citation(entities, iri, paper),
        "report": _report(entities, path, evidence),
        "paper_parts": PARTS,
    }


def _parts(entities: Entities, iri: str, subjects: list[str]) -> Iterator[Part]:
    for subject in subjects:
        if subject != iri:
            label = entities.names.label(subject)
            yield Part(fragment(subject, entities.source.base), label, entities.lines(subject))


def _citation(entities: Entities, iri: str, paper: str | None) -> str:
    """Say how to cite an entity: what it is, in which paper, in which dataset, at which IRI."""
    names, dataset = entities.names, entities.source.workspace.dataset
    said = [f"{names.short(iri)} ({names.kind(iri)[0]})"] if paper != iri else []
    if paper:
        authors = "; ".join(
            names.label(author) for author in entities.facts.values(paper, names.iri("dcterms:creator"))
        )
        date = names.get(paper, "ibidem:date")
        year = f" ({names.get(date, 'ibidem:edtf')})" if date else ""
        said.append(f"{authors}{', ' if authors else ''}{names.label(paper)}{year}")
    version = f", version {dataset.version}" if dataset.version else ""
    said.append(f"{dataset.title}{version}. {dataset.publisher.name}, {entities.source.modified}. {iri}")
    return ". ".join(part.rstrip(".") for part in said)


def _report(entities: Entities, path: str, evidence: tuple[Evidence, ...]) -> str | None:
    """Prefill the decision by which a person corrects this entity; None for what is decided elsewhere.

    Its words may stand in several places: `at` says which is meant.
    """
    kind = path.split("/")[1] if path.count("/") == 2 else ""
    if kind not in _DECIDED or not evidence:
        return None
    words = shortened(evidence[0].exact, length=_QUOTED)
    if words.endswith(("…", "…”")):
        words = words.removesuffix("”").removesuffix("…")
    start = entities.facts.selector(evidence[0].passage)[entities.names.iri("oa:start")][0].value
    lines = ("- do: correct", f"  kind: {kind}", f"  exact: {msgspec.json.encode(words).decode()}", f"  at: {start}")
    settable = ", ".join(_DECIDED[kind])
    return "\n".join((*lines, f"  set: {{}} # {settable}", "  why: ", "  by: ", ""))
