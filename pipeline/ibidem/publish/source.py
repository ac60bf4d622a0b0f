"""What a site is made of."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from ibidem.dump import Context
from ibidem.publication import BuildReport
from ibidem.workspace import Workspace


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The store with the settings that it was built under.

    `nquads` is all that the store holds, sorted; `dumps` the folder of the dumps; `modified` the day (ISO 8601) of the
    last change, never of the build.
    """

    store: Store
    nquads: bytes
    workspace: Workspace
    report: BuildReport
    context: Context
    dumps: Path
    modified: str

    @property
    def base(self) -> str:
        """Give the base of every IRI, which ends in `/` or `#`."""
        return self.workspace.base

    @property
    def address(self) -> str:
        """Give the address at which the site's files are served, which ends in `/`."""
        return self.workspace.site
