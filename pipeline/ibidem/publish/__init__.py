"""What is published beside store and dumps: a site of static files that any web server can serve.

Every part is made from the store by saved queries, and from the settings: what is shown is what can be asked.
"""

from collections.abc import Callable
from pathlib import Path

from ibidem.publish.source import Source

Writer = Callable[[Path, Source], None]

WRITERS: tuple[Writer, ...] = ()
"""What writes the site, in order; each takes the folder of the site, which exists, and may read what stands there."""


def write_site(folder: Path, source: Source) -> None:
    """Write the whole site into an empty folder; raise OSError where the disk is full or read-only."""
    for write in WRITERS:
        write(folder, source)
