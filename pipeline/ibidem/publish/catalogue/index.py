"""What robots ask for: robots.txt, and a sitemap of every page."""

import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from ibidem.publish.source import Source

LIMIT = 50_000
"""How many addresses a sitemap may hold (sitemaps.org, protocol 0.9)."""

_HEAD = 2048
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_index(folder: Path, source: Source, *, limit: int = LIMIT) -> None:
    """Write robots.txt and sitemap.xml over the pages that stand in the site: this comes last."""
    pages = [_address(source, path) for path in sorted(_pages(folder))]
    parts = [pages[start : start + limit] for start in range(0, len(pages), limit)] or [[]]
    if len(parts) == 1:
        (folder / "sitemap.xml").write_text(_sitemap(parts[0], source.modified), encoding="utf-8")
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, held in zip(names, parts, strict=True):
            (folder / name).write_text(_sitemap(held, source.modified), encoding="utf-8")
        whole = _index([source.address + name for name in names], source.modified)
        (folder / "sitemap.xml").write_text(whole, encoding="utf-8")
    text = f"User-agent: *\nAllow: /\n\nSitemap: {source.address}sitemap.xml\n"
    (folder / "robots.txt").write_text(text, encoding="utf-8")


def _pages(folder: Path) -> Iterator[str]:
    """Find the pages, but for those that ask robots to leave them out, as those of withdrawn entities do."""
    for path in folder.rglob("*.html"):
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if b'content="noindex' not in head:
            yield path.relative_to(folder).as_posix()


def _address(source: Source, path: str) -> str:
    plain = path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
    return source.address + quote(plain)


def _sitemap(addresses: Sequence[str], modified: str) -> str:
    held = "".join(f"<url><loc>{_escaped(one)}</loc><lastmod>{modified}</lastmod></url>\n" for one in addresses)
    return f'{_HEADER}<urlset xmlns="{_SPACE}">\n{held}</urlset>\n'


def _index(addresses: Sequence[str], modified: str) -> str:
    held = "".join(f"<sitemap><loc>{_escaped(one)}</loc><lastmod>{modified}</lastmod></sitemap>\n" for one in addresses)
    return f'{_HEADER}<sitemapindex xmlns="{_SPACE}">\n{held}</sitemapindex>\n'


def _escaped(text: str) -> str:
    return html.escape(text, quote=True)
