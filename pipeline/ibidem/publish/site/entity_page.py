"""One page an entity at its IRI's path, with its data beside it, how to cite it and how to correct it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ibidem.brief import shortened
from ibidem.decision_text import decision_text
from ibidem.edition import SETTABLE, Entry
from ibidem.publish.path import fragment
from ibidem.publish.site.entity import Entities, Evidence, Part, Value
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.paper.part import PARTS
from ibidem.publish.site.paper.woven import emphasised, woven
from ibidem.publish.site.representation import Representations, alternates
from ibidem.publish.site.schema_org import schema_org
from ibidem.publish.source import Source

_DECIDED = dict(SETTABLE)
"""The kinds of things that a person can decide about, with what can be set (docs/curating.md)."""

_QUOTED = 400
"""How many characters of the text a decision quotes, so that it anchors: more than enough."""


def write_entities(folder: Path, source: Source) -> None:
    """Write the page, the Turtle and the JSON-LD of every entity; a paper's text has a page of another making."""
    entities = Entities(source)
    representations = Representations(source, entities.facts)
    elsewhere = {name for name, _ in PARTS}
    for path, subjects in entities.pages().items():
        iri = source.base + path
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        representations.write(folder, path, subjects)
        if path.count("/") != 1 or path.rpartition("/")[2] not in elsewhere:
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
        "counts": _counts(entities, path) if paper == iri else (),
        "emphasis": _emphasis,
    }


def _counts(entities: Entities, path: str) -> tuple[tuple[str, int], ...]:
    """Give what was counted in a paper."""
    return next((state.counts for state in entities.source.report.papers if state.id == path), ())


def _emphasis(text: str) -> Markup:
    """Show what stands between asterisks in italics."""
    return woven(text, [*emphasised(text, apart=True)])


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
        authors = names.joined(paper, "dcterms:creator")
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
    return decision_text(Entry("correct", kind, words, "", "", (), None, "", "", "", 0, int(start)), blank=True)
