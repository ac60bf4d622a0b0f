from collections.abc import Callable
from pathlib import Path

import pytest

from damage import Copy, run, said

HOME = "https://example.org/papers/"
LINE = f"<url><loc>{HOME}search.html</loc>"


def unlist(copy: Copy) -> None:
    copy.replace("search.html", "<head>", '<head><meta name="robots" content="noindex">')


DAMAGES: tuple[tuple[Callable[[Copy], None], str], ...] = (
    (
        lambda copy: copy.replace("sitemap.xml", f"{HOME}search.html", f"{HOME}gone.html"),
        f"lists what is no page to be listed: {HOME}gone.html",
    ),
    (lambda copy: copy.replace("sitemap.xml", f"{HOME}search.html", f"{HOME}gone.html"), f"lacks: {HOME}search.html"),
    (
        lambda copy: copy.replace("sitemap.xml", f"{HOME}search.html", f"{HOME}dataset.html"),
        f"lists twice: {HOME}dataset.html",
    ),
    (unlist, f"lists what is no page to be listed: {HOME}search.html"),
    (lambda copy: copy.write("sitemap.xml", "<urlset"), "cannot be read"),
    (lambda copy: copy.remove("sitemap.xml"), "cannot be read"),
    (
        lambda copy: copy.write("sitemap.xml", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'),
        "lists no page",
    ),
)


def test_the_sitemap_of_a_sound_publication_lists_each_page(sound: Path) -> None:
    (result,) = said(run(sound, "sitemap"))
    assert result.startswith("pass None: 1") and result.endswith("addresses")


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_a_sitemap_that_is_not_the_site_fails(copy: Copy, damage: Callable[[Copy], None], message: str) -> None:
    damage(copy)
    found = said(run(copy.folder, "sitemap"))
    assert any(line.startswith(f"fail site/sitemap.xml: {message}") for line in found), found


def test_robots_must_say_where_the_sitemap_is(copy: Copy) -> None:
    copy.write("robots.txt", "User-agent: *\nAllow: /\n")
    (found,) = said(run(copy.folder, "sitemap"))
    assert found.startswith("fail site/robots.txt: does not say where the sitemap is")


def test_a_sitemap_of_sitemaps_is_followed(copy: Copy) -> None:
    whole = (copy.site / "sitemap.xml").read_text(encoding="utf-8")
    copy.write("sitemap-1.xml", whole)
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    copy.write("sitemap.xml", f"<sitemapindex {space}><sitemap><loc>{HOME}sitemap-1.xml</loc></sitemap></sitemapindex>")
    (found,) = said(run(copy.folder, "sitemap"))
    assert found.startswith("pass")
