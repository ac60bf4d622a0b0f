"""Invented papers in a store of their own: what pages show of what no paper of this repository says."""

from pathlib import Path

from ibidem.describe import describe_authorities, describe_record
from ibidem.describe.context import make_context
from ibidem.dump import to_nquads
from ibidem.publication import BuildReport, Outcome
from ibidem.publish.source import Source
from ibidem.record import Record
from ibidem.store import load_store, open_store
from ibidem.workspace import load_workspace
from published import ROOT
from records import AUTHORITIES, BASE, TEXT


def stored(folder: Path, *records: Record, text: str = TEXT) -> Source:
    """Load records into a new store under a folder."""
    quads = [quad for record in records for quad in describe_record(record, base=BASE, text=text)]
    nquads = to_nquads([*quads, *describe_authorities(AUTHORITIES, base=BASE)])
    load_store(folder / "store", nquads)
    workspace = load_workspace(ROOT)
    context = make_context((workspace.ontology / "ibidem.ttl").read_bytes())
    report = BuildReport(Outcome.PUBLISHED, len(quads), ())
    return Source(open_store(folder / "store"), nquads, workspace, report, context, folder / "dumps", "2026-01-01")
