"""What is published beside store and dumps: a site of static files that any web server can serve.

Every part is made from the store by saved queries, and from the settings: what is shown is what can be asked.
"""

from collections.abc import Callable
from pathlib import Path

from ibidem.publish.catalogue import write_catalogue, write_dump_folder, write_index
from ibidem.publish.crosswalk import write_crosswalks
from ibidem.publish.redirect import write_redirects
from ibidem.publish.site.card import write_checks
from ibidem.publish.site.changes import write_changes
from ibidem.publish.site.data import write_authorities, write_dataset_page
from ibidem.publish.site.entity_page import write_entities
from ibidem.publish.site.findings import write_findings
from ibidem.publish.site.home import write_home
from ibidem.publish.site.page import write_assets
from ibidem.publish.site.paper.network import write_network
from ibidem.publish.site.paper.people import write_people
from ibidem.publish.site.paper.reading import write_reading
from ibidem.publish.site.paper.sources import write_sources
from ibidem.publish.site.paper.timeline import write_timeline
from ibidem.publish.site.paper.treaties import write_treaties
from ibidem.publish.site.queries import write_queries
from ibidem.publish.site.search import write_search
from ibidem.publish.site.shapes import write_shapes
from ibidem.publish.site.sparql import write_sparql
from ibidem.publish.site.tombstone import write_tombstones
from ibidem.publish.site.vocabulary import write_vocabulary
from ibidem.publish.source import Source

Writer = Callable[[Path, Source], None]

WRITERS: tuple[Writer, ...] = (
    write_dump_folder,
    write_assets,
    write_home,
    write_entities,
    write_tombstones,
    write_authorities,
    write_queries,
    write_sparql,
    write_vocabulary,
    write_shapes,
    write_findings,
    write_reading,
    write_sources,
    write_people,
    write_treaties,
    write_timeline,
    write_network,
    write_search,
    write_crosswalks,
    write_dataset_page,
    write_changes,
    write_checks,
    write_redirects,
    write_catalogue,
    write_index,
)
"""What writes the site, in order; each takes the folder of the site, which exists, and may read what stands there."""


def write_site(folder: Path, source: Source) -> None:
    """Write the whole site into an empty folder; raise OSError where the disk is full or read-only."""
    for write in WRITERS:
        write(folder, source)
