import xml.etree.ElementTree as ET
from pathlib import Path

from ibidem.publish.catalogue import write_index
from published import Publication
from sources import source_of

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(path: Path) -> list[str]:
    return [str(node.text) for node in ET.parse(path).iter(f"{SPACE}loc")]


def make(folder: Path, *names: str, head: str = "") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"<!doctype html><head>{head}</head>", encoding="utf-8")


def test_every_page_of_the_site_is_in_the_sitemap_once(site: Path, publication: Publication) -> None:
    found = addresses(site / "sitemap.xml")
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    address = publication.workspace.site
    shown = {address + page for page in pages if b'content="noindex' not in (site / page).read_bytes()[:2048]}
    assert len(found) == len(set(found)) > 100
    assert set(found) == {address if page == f"{address}index.html" else page for page in shown}
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert robots.endswith(f"\nSitemap: {address}sitemap.xml\n")


def test_pages_that_ask_to_be_left_out_are(publication: Publication, tmp_path: Path) -> None:
    make(tmp_path, "index.html", "a/index.html", "b.html")
    make(tmp_path, "gone.html", head='<meta name="robots" content="noindex">')
    source = source_of(publication)
    write_index(tmp_path, source)
    assert addresses(tmp_path / "sitemap.xml") == [f"{source.address}{name}" for name in ("a/", "b.html", "")]


def test_too_many_pages_are_split_under_an_index(publication: Publication, tmp_path: Path) -> None:
    make(tmp_path, *(f"{number}.html" for number in range(5)))
    source = source_of(publication)
    write_index(tmp_path, source, limit=2)
    parts = addresses(tmp_path / "sitemap.xml")
    assert parts == [f"{source.address}sitemap-{number}.xml" for number in (1, 2, 3)]
    held = [address for number in (1, 2, 3) for address in addresses(tmp_path / f"sitemap-{number}.xml")]
    assert held == [f"{source.address}{number}.html" for number in range(5)]


def test_signs_of_xml_and_of_addresses_are_written_out(publication: Publication, tmp_path: Path) -> None:
    make(tmp_path, "a&b c.html")
    source = source_of(publication)
    write_index(tmp_path, source)
    assert addresses(tmp_path / "sitemap.xml") == [f"{source.address}a%26b%20c.html"]
