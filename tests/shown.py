"""What a page shows: its text, its links, and whether its marks are its own."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from ibidem.record import Record
from records import RECORD

HOSTILE = '<script>alert(1)</script> ]]> {{ 7*7 }} \u202eevil\u202c "><img src=x onerror=alert(1)> javascript:alert(1)'
"""A name that is a program to whoever does not show it as text."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def tags(html: str) -> list[tuple[str, dict[str, str]]]:
    """Give the elements of a page with their attributes, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tags


def text(html: str) -> str:
    """Give the text of a page in one line."""
    body = html.partition("<body>")[2] or html
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def hostile() -> Record:
    """Make a paper in which every name, title and label is hostile."""
    from dataclasses import replace

    return replace(
        RECORD,
        paper=replace(RECORD.paper, title=HOSTILE),
        works=tuple(replace(work, title=work.title and HOSTILE + work.title) for work in RECORD.works),
        actors=tuple(replace(actor, name=HOSTILE + actor.name) for actor in RECORD.actors),
        treaties=tuple(replace(treaty, name=HOSTILE + treaty.name, status=HOSTILE) for treaty in RECORD.treaties),
        events=tuple(replace(event, label=HOSTILE) for event in RECORD.events),
    )


def check_harmless(page: Path) -> None:
    """Check that a page has no script, handler, style or address of its own, and shows what is hostile as text."""
    html = page.read_text(encoding="utf-8")
    for tag, attributes in tags(html):
        assert tag != "img"
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not attributes.get("href", "").lower().startswith("javascript:")
        assert tag != "script" or "src" in attributes or attributes.get("type") == "application/ld+json"
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)
    assert "<script>alert(1)</script> ]]> {{ 7*7 }}" in text(html)
