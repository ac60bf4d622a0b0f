"""Pages from templates: each stands alone, works without scripts, and loads nothing from elsewhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ibidem.iri import last_part
from ibidem.publish.path import href
from ibidem.publish.site.wording import grouped_number, said_size
from ibidem.publish.source import Source

TEMPLATES = Path(__file__).with_name("templates")
ASSETS = Path(__file__).with_name("assets")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'{eval}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""The Content-Security-Policy of a page (CSP 3): no inline script or style, nothing from another origin."""

NAVIGATION = (
    ("Papers", "index.html#papers", "papers"),
    ("Queries", "queries.html", "queries"),
    ("SPARQL", "sparql.html", "sparql"),
    ("Vocabulary", "ontology.html", "ontology"),
    ("Data", "dataset.html", "dataset"),
    ("Search", "search.html", "search"),
)
"""What every page leads to: name, path, section."""

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NO_TEXT = r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_CONTROLS = re.compile(f"[{_TURNING}{_NO_TEXT}]")
"""What turns the direction of writing, and what HTML lets no text hold: controls and what is no character."""

_CODE = re.compile("`([^`]+)`")
_IN_SCRIPT = re.compile(f"[<>&\u2028\u2029{_TURNING}{_NO_TEXT}]")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its `path` from the root of the site, its template, what its head says.

    `section` names the entry of the navigation that it belongs to; `alternates` are other forms of the same (media
    type, path from the root); `data` is its schema.org description; `wasm` lets it compile WebAssembly; `scripts` and
    `styles` are paths from the root; `iri` is what the page is about; `listed` is false for what search engines skip.
    """

    path: str
    template: str
    title: str
    description: str = ""
    section: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    data: Mapping[str, Any] | None = None
    wasm: bool = False
    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    iri: str | None = None
    listed: bool = True


def write_page(folder: Path, page: Page, source: Source, **values: Any) -> None:
    """Render a page into the site's folder; every value is shown as text unless a template says otherwise."""
    path = folder / page.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render(page, source, **values))


def render(page: Page, source: Source, **values: Any) -> bytes:
    """Render a page: in the template `root` leads to the site's root, `link(iri)` to an IRI's page."""
    root = "../" * page.path.count("/")
    shown = {
        **_shared(source, root),
        "page": page,
        "policy": POLICY.format(eval=" 'wasm-unsafe-eval'" if page.wasm else ""),
        "masthead": _frame("masthead.html", source, root, page.section),
        "colophon": _frame("colophon.html", source, root, ""),
    }
    template = environment().get_template(page.template)
    return template.render(shown | values).encode("utf-8", "xmlcharrefreplace") + b"\n"


def _shared(source: Source, root: str) -> dict[str, Any]:
    """Give what every template may use."""

    def link(iri: str) -> str | None:
        found = href(iri, source.base)
        return found if found is None or "://" in found else root + found

    return {
        "root": root,
        "link": link,
        "dataset": source.workspace.dataset,
        "modified": source.modified,
        "base": source.base,
    }


@lru_cache(maxsize=64)
def _frame(template: str, source: Source, root: str, here: str) -> Markup:
    """Render what is the same on all pages of one depth, once for all of them."""
    shown = _shared(source, root) | {"entries": NAVIGATION, "here": here}
    return Markup(environment().get_template(template).render(shown))


@cache
def environment() -> Environment:
    """Give the templates' environment: all values are escaped, and one that is missing is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["printed"] = printed
    made.filters["printed_text"] = printed_text
    made.filters["script_data"] = script_data
    made.filters["marked"] = marked
    made.filters["grouped_number"] = grouped_number
    made.filters["said_size"] = said_size
    made.filters["last_part"] = last_part
    return made


def printed(text: str) -> Markup:
    """Show text from a paper: escaped, and signs that turn the direction of writing or are no text made visible."""
    if not _CONTROLS.search(text):
        return escape(text)
    return Markup(_CONTROLS.sub(_visible, str(escape(text))))


def printed_text(text: str) -> str:
    """Show text from a paper where no element can stand: in titles, attributes and drawings."""
    return _CONTROLS.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def marked(text: str) -> Markup:
    """Show a sentence of our own guides: escaped, with what stands in backquotes as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(printed(text))))


def _visible(match: re.Match[str]) -> str:
    return f'<span class="control">U+{ord(match.group()):04X}</span>'


def script_data(value: Any) -> Markup:
    """Write a value as JSON inside a script element: nothing in it can close the element or open another."""
    return Markup(_IN_SCRIPT.sub(_escaped, msgspec.json.encode(value).decode()))


def _escaped(match: re.Match[str]) -> str:
    """Write a sign as JSON does without Unicode: the two halves of one outside the Basic Multilingual Plane."""
    return re.sub("....", r"\\u\g<0>", match.group().encode("utf-16-be").hex())


def write_assets(folder: Path, source: Source) -> None:
    """Copy what pages load: style, scripts, and the bundles of others with their licences."""
    for path in sorted(ASSETS.rglob("*")):
        target = folder / "assets" / path.relative_to(ASSETS)
        if path.is_file() and "node_modules" not in path.parts:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
