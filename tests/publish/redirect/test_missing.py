"""The page for what is not there, which is shown at addresses of any depth."""

import re
from pathlib import Path

from ibidem.publish.redirect.missing import MISSING
from published import Publication
from sources import source_of


def test_its_links_lead_to_pages_from_any_depth_and_it_loads_nothing(publication: Publication, site: Path) -> None:
    html, address = (site / MISSING).read_text(encoding="utf-8"), source_of(publication).address
    links = re.findall('<a href="([^"]+)"', html)
    assert len(links) == 3 and all(link.startswith(address) for link in links)
    assert all((site / (link.removeprefix(address) or "index.html")).is_file() for link in links)
    assert "<script" not in html and "stylesheet" not in html
    assert 'content="noindex"' in html and MISSING not in (site / "sitemap.xml").read_text(encoding="utf-8")
