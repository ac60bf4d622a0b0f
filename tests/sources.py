"""What a site is made of, from a publication that tests have built."""

import gzip

from ibidem.describe.context import make_context
from ibidem.publish.source import Source
from ibidem.store import open_store
from published import Publication


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
