"""Descriptions of the dataset for portals, harvesters and people who cite, all from one source.

What people say stands in `ibidem.toml`; sizes, counts, spans of time, formats and hashes are computed.
"""

from pathlib import Path

from ibidem.publish.catalogue.dcat import describe_catalogue
from ibidem.publish.catalogue.distribution import Distribution, distributions
from ibidem.publish.catalogue.dumps import write_dump_folder
from ibidem.publish.catalogue.figures import figures
from ibidem.publish.catalogue.index import write_index
from ibidem.publish.catalogue.provenance import describe_provenance
from ibidem.publish.catalogue.rdf import to_jsonld, to_turtle
from ibidem.publish.catalogue.void import describe_void, describe_void_file
from ibidem.publish.source import Source

__all__ = ["Distribution", "distributions", "write_catalogue", "write_dump_folder", "write_index"]


def write_catalogue(folder: Path, source: Source) -> None:
    """Write every description of the dataset into the site."""
    counted = figures(source)
    void = [*describe_void(source, counted)]
    whole = [*describe_catalogue(source, counted), *void, *describe_provenance(source, counted)]
    (folder / "dataset.ttl").write_bytes(to_turtle(whole, base=source.base))
    (folder / "dataset.jsonld").write_bytes(to_jsonld(whole, base=source.base))
    known = folder / ".well-known"
    known.mkdir(exist_ok=True)
    (known / "void").write_bytes(to_turtle([*describe_void_file(source), *void], base=source.base))
