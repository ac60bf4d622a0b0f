"""Whether every link inside the site leads to a file, and to a place in it."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from ibidem.check.markup import Link, Markup
from ibidem.check.opened import Opened, files, pages
from ibidem.check.result import Looked, Problem, counted

_SCHEMES = frozenset({"http", "https", "mailto"})
_PICTURE = "data:image/"
_LOST = "publish again; where it stays so, a template links to what is not written"


def check_links(opened: Opened) -> Looked:
    """Look at every link of every page."""
    found = pages(opened)
    number = sum(len(page.links) for page in found.values())
    problems = [problem for path, page in found.items() for problem in _of_page(opened, path, page)]
    problems += [] if number else [Problem("there is no link", opened.shown("index.html"), _LOST)]
    return Looked(f"{counted(number, 'link')} of {counted(len(found), 'page')}", tuple(problems))


def _of_page(opened: Opened, path: str, page: Markup) -> Iterator[Problem]:
    folder = posixpath.dirname(path)
    for link in dict.fromkeys(page.links):
        what = _outside(opened, link) if link.elsewhere else _inside(opened, path, folder, link)
        if what:
            yield Problem(what, opened.shown(path), _LOST)


def _inside(opened: Opened, path: str, folder: str, link: Link) -> str | None:
    target, mark = resolved(path, folder, link.value)
    if target not in files(opened):
        return f"{target} is linked and is not there"
    # A mark with an equals sign is no place: it tells the page's script what to show.
    if mark and "=" not in mark and target.endswith(".html") and mark not in pages(opened)[target].ids:
        return f"{target}#{mark} is linked, and the page has no such place"
    if link.rel == "alternate" and not _fits(target, link.type):
        return f"{target} is linked as {link.type}, which its name denies"
    return None


@lru_cache(maxsize=1 << 16)
def _joined(folder: str, value: str) -> str:
    joined = posixpath.normpath(posixpath.join(folder, unquote(value)))
    return "index.html" if joined == "." else f"{joined}/index.html" if value.endswith("/") else joined


def resolved(path: str, folder: str, value: str) -> tuple[str, str]:
    """Give the file that a relative link of a page leads to, and the place in it."""
    where, _, mark = value.partition("#")
    where = where.partition("?")[0]
    return _joined(folder, where) if where else path, unquote(mark)


_TYPES = {"text/turtle": ".ttl", "application/ld+json": ".jsonld", "application/atom+xml": ".xml"}


def _fits(target: str, type: str) -> bool:
    ending = _TYPES.get(type)
    return ending is None or target.endswith(ending)


def _outside(opened: Opened, link: Link) -> str | None:
    if link.value.startswith(_PICTURE) and link.loads:
        return None
    if link.scheme not in _SCHEMES:
        return f"a link has the scheme {link.scheme or 'of the page'!r}: {link.value[:80]}"
    for start in (opened.address, opened.base):
        if link.value.startswith(start) and not _named(opened, link.value[len(start) :]):
            return f"{link.value} is linked, and there is no such page"
    return None


def _named(opened: Opened, name: str) -> bool:
    """Tell whether a name under the site's address is a file, or leads to a page."""
    path = unquote(name.partition("#")[0].partition("?")[0]) or "index.html"
    return path in files(opened) or f"{path}.html" in files(opened)
