"""A page for what was released and is no more: why, who said so, and what stands for it now."""

from pathlib import Path

from ibidem.describe.withdrawn import ACT, CURATOR
from ibidem.iri import absolute, part
from ibidem.publish.path import fragment, href, local
from ibidem.publish.site.facts import gather
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.site.representation import Representations, alternates
from ibidem.publish.source import Source
from ibidem.saved_query import load_saved_query
from ibidem.store import select
from ibidem.withdrawal import Withdrawal

WITHDRAWN = "withdrawn"
"""The page of all that was withdrawn, whose IRI names the graph that says so."""


def withdrawn(source: Source) -> tuple[Withdrawal, ...]:
    """Give what was withdrawn, by name: `iri` is relative to the base, `replaced_by` whole."""
    query = load_saved_query(source.workspace.query_file("site/withdrawn")).text
    return tuple(
        Withdrawal(iri.removeprefix(source.base), reason, by, day or None, replaced_by or None)
        for iri, reason, by, day, replaced_by in select(source.store, query).rows
    )


def write_tombstones(folder: Path, source: Source) -> None:
    """Write the page of each IRI withdrawn, with its Turtle and JSON-LD; search engines are told to skip it."""
    items = withdrawn(source)
    if not items:
        return
    facts = gather(source)
    representations = Representations(source, facts)
    for item in items:
        iri = absolute(item.iri, source.base)
        path = local(iri, source.base)
        if path is None or fragment(iri, source.base):
            continue
        page = Page(
            path=f"{path}.html",
            template="tombstone.html",
            title=f"Withdrawn: {item.iri}",
            description=item.reason,
            alternates=alternates(path),
            iri=iri,
            listed=False,
        )
        write_page(folder, page, source, item=item, iri=iri, named=_named(item, source))
        parts = (part(iri, ACT), part(iri, CURATOR))
        representations.write(folder, path, [iri, *(known for known in parts if known in facts.statements)])
    representations.write(folder, WITHDRAWN, [absolute(item.iri, source.base) for item in items])
    _write_list(folder, source, items)


def _write_list(folder: Path, source: Source, items: tuple[Withdrawal, ...]) -> None:
    """Write the page of all that was withdrawn."""
    listed = [(item, absolute(item.iri, source.base), _named(item, source)) for item in items]
    page = Page(
        path=f"{WITHDRAWN}.html",
        template="withdrawn.html",
        title="Withdrawn",
        description="What was released and is no more, and what stands for it now.",
        section="dataset",
        alternates=alternates(WITHDRAWN),
        iri=f"{source.base}{WITHDRAWN}",
        listed=False,
    )
    write_page(folder, page, source, items=listed)


def _named(item: Withdrawal, source: Source) -> str:
    """Give what stands for it now, as it is shown: relative to the base where it is ours."""
    replaced_by = item.replaced_by or ""
    return replaced_by.removeprefix(source.base) if href(replaced_by, source.base) else replaced_by
