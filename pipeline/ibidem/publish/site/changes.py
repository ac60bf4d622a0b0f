"""What changed from release to release: a page and a feed for people, a stream for harvesters."""

from pathlib import Path

from ibidem.change.changes import read_releases
from ibidem.change.feed import FEED, names, sections, summed, write_feed
from ibidem.change.ldes import ROOT, Stream, leaves, write_stream
from ibidem.publish.path import local
from ibidem.publish.site.page import Page, write_page
from ibidem.publish.source import Source


def write_changes(folder: Path, source: Source) -> None:
    """Write `changes.html`, `feed.xml` and the stream; raise InputError for a list of a release that is damaged."""
    dataset, base, address = source.workspace.dataset, source.base, source.address
    releases = read_releases(source.workspace.released)
    stream = Stream(base, address, f"{dataset.title}: changes", dataset.language, dataset.license)
    held = write_stream(releases, stream)
    (folder / "changes").mkdir(exist_ok=True)
    for name, data in held.items():
        (folder / "changes" / name).write_bytes(data)
    feed = write_feed(releases, dataset, base=base, address=address, modified=source.modified)
    (folder / FEED).write_bytes(feed)
    page = Page(
        path="changes.html",
        template="changes.html",
        title="Changes",
        description="What each release added, changed and withdrew.",
        section="dataset",
        alternates=(("application/atom+xml", FEED), ("text/turtle", f"changes/{ROOT}")),
    )
    told = tuple(
        (
            release,
            summed(release),
            sections(release),
            tuple(leaf.name for leaf in leaves((release,))),
        )
        for release in reversed(releases)
    )

    def there(iri: str) -> bool:
        """Tell whether this site has a page for what a release named: not all of it is for ever."""
        path = local(iri, base)
        return path is not None and (folder / f"{path}.html").is_file()

    named = names(releases)
    write_page(folder, page, source, releases=told, feed=FEED, stream=f"changes/{ROOT}", there=there, named=named)
