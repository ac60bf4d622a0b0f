"""Whether the sitemap lists each page once, and no other."""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator

from ibidem.check.opened import Opened, pages, text_of
from ibidem.check.result import Looked, Problem, counted

NAME = "sitemap.xml"
_SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_ADVICE = "publish again: ibidem publish"
_SHOWN = 3


def check_sitemap(opened: Opened) -> Looked:
    """Compare the addresses of the sitemap, or of those that it names, with the pages that robots may list."""
    try:
        found = list(_addresses(opened, NAME))
    except (ElementTree.ParseError, OSError) as error:
        return Looked("", (Problem(f"cannot be read: {error}", opened.shown(NAME), _ADVICE),))
    listed = {_address(opened, path) for path, page in pages(opened).items() if page.listed}
    problems = [*_differences(opened, Counter(found), listed)]
    return Looked(counted(len(found), "address", "addresses"), tuple(problems))


def _addresses(opened: Opened, name: str) -> Iterator[str]:
    root = ElementTree.fromstring((opened.site / name).read_bytes())
    places = [(place.text or "").strip() for place in root.iter(f"{_SPACE}loc")]
    if root.tag == f"{_SPACE}sitemapindex":
        for place in places:
            yield from _addresses(opened, place.removeprefix(opened.address))
    else:
        yield from places


def _address(opened: Opened, path: str) -> str:
    plain = path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path
    return opened.address + plain


def _differences(opened: Opened, found: Counter[str], listed: set[str]) -> Iterator[Problem]:
    where = opened.shown(NAME)
    kinds = (
        ("lists no page", [] if found else [NAME]),
        ("lists what is no page to be listed", sorted(found.keys() - listed)),
        ("lacks", sorted(listed - found.keys())),
        ("lists twice", sorted(address for address, count in found.items() if count > 1)),
    )
    for what, held in kinds:
        if held:
            more = f" and {len(held) - _SHOWN:,} more" if len(held) > _SHOWN else ""
            yield Problem(f"{what}: {', '.join(held[:_SHOWN])}{more}", where, _ADVICE)
    robots = text_of(opened, "robots.txt")
    if f"Sitemap: {opened.address}{NAME}" not in robots.splitlines():
        yield Problem(f"does not say where the sitemap is: Sitemap: {opened.address}{NAME}", "site/robots.txt", _ADVICE)
