"""The works of each paper for reference managers and editions: files beside the crosswalks, and links to them."""

from ibidem.export import EXPORTS, read_bibliography
from ibidem.publish.site.paper.part import Paper
from ibidem.publish.source import Source

FOLDER = "bibliography"
"""Where they stand under `crosswalks/`."""


def export_links(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Give the format and the path under `crosswalks/` of each file of a paper."""
    return tuple((export.title, f"{FOLDER}/{paper.path}{export.suffix}") for export in EXPORTS)


def export_files(source: Source, paper: Paper) -> dict[str, bytes]:
    """Make the files of a paper, by their path under `crosswalks/`."""
    found = read_bibliography(source.store, paper.iri, query_file=source.workspace.query_file)
    return {f"{FOLDER}/{paper.path}{export.suffix}": export.write(found) for export in EXPORTS}
