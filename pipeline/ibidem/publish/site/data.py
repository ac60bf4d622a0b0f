"""The pages of what belongs to no single paper: the dataset with its files, and the authorities."""

from dataclasses import dataclass
from pathlib import Path

from ibidem.dataset import Party
from ibidem.describe.dataset import party_iri
from ibidem.publish.catalogue import distributions, schema_description
from ibidem.publish.catalogue.view import views
from ibidem.publish.path import fragment, local
from ibidem.publish.site.entity import Entities
from ibidem.publish.site.facts import A
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.representation import Representations, alternates
from ibidem.publish.site.wording import folded, said_size
from ibidem.publish.source import Source


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody or something known across papers; `matched` are the nodes of papers that are the same."""

    iri: str
    label: str
    kind: str
    identifiers: tuple[str, ...]
    matched: tuple[tuple[str, str], ...]


def write_dataset_page(folder: Path, source: Source) -> None:
    """Write the page of the dataset: its files, what describes them, and how to take them; after the crosswalks."""
    dataset = source.workspace.dataset
    page = Page(
        path="dataset.html",
        template="dataset.html",
        title="Data",
        description=dataset.description,
        section="dataset",
        alternates=alternates("dataset"),
        data={**schema_description(source, views(folder, source)), "@context": "https://schema.org/"},
        iri=f"{source.base}dataset",
    )
    files = tuple((file, said_size(file.size)) for file in distributions(source))
    roles = (("published by", (dataset.publisher,)), ("made by", dataset.creators))
    held = [(role, [(party, _mark(party, source)) for party in parties]) for role, parties in roles if parties]
    write_page(folder, page, source, files=files, address=source.address, quads=source.report.quads, roles=held)


def _mark(party: Party, source: Source) -> str:
    """Give what marks the place of somebody who has no IRI but one under that of the dataset."""
    return fragment(party_iri(f"{source.base}dataset", party), source.base) if party.iri is None else ""


def write_authorities(folder: Path, source: Source) -> None:
    """Write the page of the authorities: those known across papers, with their checked identifiers, and their data."""
    entities = Entities(source)
    kinds = _by_kind(entities, source)
    held = (authority.iri for listed in kinds.values() for authority in listed)
    Representations(source, entities.facts).write(folder, "authorities", sorted(held))
    page = Page(
        path="authorities.html",
        template="authorities.html",
        title="Authorities",
        description="The people, states, places, journals and treaties known across papers, with checked identifiers.",
        section="dataset",
        alternates=alternates("authorities"),
        iri=f"{source.base}authorities",
    )
    write_page(folder, page, source, kinds=kinds)


def _by_kind(entities: Entities, source: Source) -> dict[str, list[Authority]]:
    names, facts = entities.names, entities.facts
    same = names.iri("schema:sameAs")
    kinds: dict[str, list[Authority]] = {}
    for subject in facts.statements:
        if names.iri("ibidem:Authority") not in facts.values(subject, A):
            continue
        matched = (iri for prop, iri in facts.incoming.get(subject, ()) if prop == same)
        authority = Authority(
            iri=subject,
            label=names.label(subject),
            kind=(local(subject, source.base) or "").partition("/")[0],
            identifiers=facts.values(subject, same),
            matched=tuple((iri, (local(iri, source.base) or "").partition("/")[0]) for iri in matched),
        )
        kinds.setdefault(authority.kind, []).append(authority)
    return {kind: sorted(held, key=lambda item: (folded(item.label), item.iri)) for kind, held in sorted(kinds.items())}
