"""What a site is made of: from a publication that tests have built, or of invented papers in a store of their own."""

import gzip
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad

from ibidem.describe import describe_authorities, describe_record
from ibidem.describe.context import make_context
from ibidem.dump import to_nquads
from ibidem.publication import BuildReport, Outcome
from ibidem.publish.source import Source
from ibidem.record import Record
from ibidem.store import load_store, open_store
from ibidem.workspace import Workspace, load_workspace
from published import ROOT, Publication
from records import AUTHORITIES, BASE, TEXT


def source_of(publication: Publication) -> Source:
    """Open the store of a publication beside its settings, as the build does."""
    folder = publication.folder
    workspace = publication.workspace
    return Source(
        store=open_store((folder / "store").resolve()),
        nquads=gzip.decompress((folder / "dumps" / "dataset.nq.gz").read_bytes()),
        workspace=workspace,
        report=publication.report,
        context=make_context((workspace.ontology / "ibidem.ttl").read_bytes()),
        dumps=folder / "dumps",
        modified=workspace.dataset.issued or "",
    )


def loaded(folder: Path, quads: Iterable[Quad], workspace: Workspace) -> Source:
    """Load quads into a new store under a folder."""
    nquads = to_nquads(quads)
    load_store(folder / "store", nquads)
    context = make_context((workspace.ontology / "ibidem.ttl").read_bytes())
    report = BuildReport(Outcome.PUBLISHED, nquads.count(b"\n"), ())
    return Source(open_store(folder / "store"), nquads, workspace, report, context, folder / "dumps", "2026-01-01")


def stored(folder: Path, *records: Record, text: str = TEXT) -> Source:
    """Load invented papers into a new store: what pages show of what no paper of this repository says."""
    quads = [quad for record in records for quad in describe_record(record, base=BASE, text=text)]
    return loaded(folder, [*quads, *describe_authorities(AUTHORITIES, base=BASE)], load_workspace(ROOT))
