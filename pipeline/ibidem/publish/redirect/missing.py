"""The page that servers show for what is not there."""

from ibidem.publish.site.page import Page, render
from ibidem.publish.source import Source

MISSING = "404.html"
"""The name that static hosts and pages of Git hosts look for by themselves."""

_WAYS = (("Search", "search.html"), ("What was withdrawn and what changed", "changes.html"))


def missing_page(source: Source) -> bytes:
    """Render the page; it is shown at addresses of any depth, so its links are whole and it loads nothing."""
    page = Page(MISSING, "missing.html", "There is no such page", listed=False)
    ways = ((source.workspace.dataset.title, ""), *_WAYS)
    return render(page, source, address=source.address, ways=ways)
