"""Descriptions of the dataset for portals, harvesters and people who cite, all from one source.

What people say stands in `ibidem.toml`; sizes, counts, spans of time, formats and hashes are computed.
"""

from pathlib import Path

from ibidem.json_text import pretty_json
from ibidem.publish.catalogue.citation import CRATE, citation, datacite
from ibidem.publish.catalogue.crate import METADATA, crate_files, crate_metadata, crate_package
from ibidem.publish.catalogue.dcat import describe_catalogue
from ibidem.publish.catalogue.distribution import Distribution, distributions
from ibidem.publish.catalogue.dumps import write_dump_folder
from ibidem.publish.catalogue.figures import figures
from ibidem.publish.catalogue.index import write_index
from ibidem.publish.catalogue.provenance import describe_provenance
from ibidem.publish.catalogue.rdf import to_jsonld, to_turtle
from ibidem.publish.catalogue.schema import schema_description, to_statements
from ibidem.publish.catalogue.view import views
from ibidem.publish.catalogue.void import describe_void, describe_void_file
from ibidem.publish.source import Source

__all__ = ["Distribution", "distributions", "schema_description", "write_catalogue", "write_dump_folder", "write_index"]


def write_catalogue(folder: Path, source: Source) -> None:
    """Write every description of the dataset into the site."""
    counted = figures(source)
    void = [*describe_void(source, counted)]
    seen = views(folder, source)
    whole = [*describe_catalogue(source, counted, seen), *void, *describe_provenance(source, counted)]
    (folder / "dataset.ttl").write_bytes(to_turtle(whole, base=source.base))
    (folder / "dataset.jsonld").write_bytes(to_jsonld(whole, base=source.base))
    tree = schema_description(source, seen)
    (folder / "dataset-schema.jsonld").write_bytes(pretty_json(tree))
    (folder / "dataset-schema.ttl").write_bytes(to_turtle(to_statements(tree), base=source.base))
    known = folder / ".well-known"
    known.mkdir(exist_ok=True)
    (known / "void").write_bytes(to_turtle([*describe_void_file(source), *void], base=source.base))
    (folder / "CITATION.cff").write_text(citation(source, counted), encoding="utf-8")
    (folder / "datacite.json").write_bytes(pretty_json(datacite(source, counted)))
    files = crate_files(folder, source)
    (folder / METADATA).write_bytes(pretty_json(crate_metadata(folder, source, counted, files)))
    (folder / CRATE).write_bytes(crate_package(folder, files))
