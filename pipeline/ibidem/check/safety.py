"""Whether pages keep out what others could put into them: a policy on each, and nothing inline."""

import json
import re
from collections.abc import Iterator

from ibidem.check.markup import Markup
from ibidem.check.opened import Opened, files, pages, text_of
from ibidem.check.result import Looked, Problem, counted

_ADVICE = "publish again; where it stays so, a template writes it"
_WASM = "'wasm-unsafe-eval'"
_COMPILES = "sparql.html"
_FORBIDDEN = ("'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*")
_SCRIPTS = frozenset({"javascript", "vbscript"})
_INSIDE = "data:image/"
_FOREIGN_STYLE = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"])((?:https?:)?//[^'\")\s]+)")


def check_safety(opened: Opened) -> Looked:
    """Look at the policy of each page (CSP 3), at what it would run or load, and at what styles load."""
    found = pages(opened)
    problems = [
        Problem(what, opened.shown(path), _ADVICE) for path, page in found.items() for what in _wrong(path, page)
    ]
    styles = sorted(path for path in files(opened) if path.endswith(".css"))
    for path in styles:
        text = text_of(opened, path)
        problems += [
            Problem(f"a style loads {match.group(1)}", opened.shown(path), _ADVICE)
            for match in _FOREIGN_STYLE.finditer(text)
        ]
    problems += [] if found else [Problem("there is no page", opened.shown("index.html"), _ADVICE)]
    return Looked(f"{counted(len(found), 'page')}, {counted(len(styles), 'style')}", tuple(problems))


def _wrong(path: str, page: Markup) -> Iterator[str]:
    yield from _policy(path, page.policy)
    yield from (f"it has {what}" for what in page.inline)
    for link in page.links:
        if link.scheme in _SCRIPTS:
            yield f"a link is a script: {link.value[:60]}"
        elif link.loads and link.elsewhere and not link.value.startswith(_INSIDE):
            yield f"it loads {link.value[:80]} from elsewhere"
    for block in page.data:
        try:
            json.loads(block)
        except ValueError as error:
            yield f"a block of JSON in it is none: {error}"


def _policy(path: str, policy: str | None) -> Iterator[str]:
    if policy is None:
        yield "it has no Content-Security-Policy"
        return
    rules = dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())
    if rules.get("default-src", "") not in ("'none'", "'self'"):
        yield "its policy lets in by default what it does not name; say default-src 'none'"
    scripts = rules.get("script-src", "").split()
    if "'self'" not in scripts:
        yield "its policy has no script-src 'self'"
    for name, sources in rules.items():
        for source in sources.split():
            if source in _FORBIDDEN or source.startswith(("http:", "https:")):
                yield f"its policy allows {source} for {name}"
    if _WASM in scripts and path != _COMPILES:
        yield f"its policy allows {_WASM}, which is for {_COMPILES} alone"
