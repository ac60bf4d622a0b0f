"""Releases as an Atom feed (RFC 4287): what changed, in words, for people's readers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ibidem.change.changes import Change, ChangeKind, Release, counted, described, in_one_line
from ibidem.change.vocabulary import vocabulary
from ibidem.dataset import Dataset
from ibidem.iri import change_file

FEED = "feed.xml"
MOST = 50
"""How many entities of each kind of change are told to people; harvesters page through all."""

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ORDER = (ChangeKind.WITHDRAWN, ChangeKind.CHANGED, ChangeKind.ADDED)


@dataclass(frozen=True, slots=True)
class Section:
    """The entities that a release adds, changes or withdraws, as people are told of them; `more` are left out.

    Of many that were added, as in a first release, only `counts` by kind are told, the most frequent first.
    """

    kind: ChangeKind
    changes: tuple[Change, ...]
    more: int
    counts: tuple[tuple[str, int], ...] = ()


def sections(release: Release) -> tuple[Section, ...]:
    """Give what a release did, what concerns people most first."""
    found = ((kind, tuple(change for change in release.changes if change.kind is kind)) for kind in _ORDER)
    return tuple(_section(kind, held) for kind, held in found if held)


def names(releases: Sequence[Release]) -> Mapping[str, str]:
    """Give what the last of these releases calls each entity, by IRI: what stands for another is told by its name."""
    return {iri: change.label for iri, change in described(releases).items()}


def _section(kind: ChangeKind, held: tuple[Change, ...]) -> Section:
    if kind is not ChangeKind.ADDED or len(held) <= MOST:
        return Section(kind, held[:MOST], len(held[MOST:]))
    counts = Counter(_sort(change.label) for change in held)
    return Section(kind, (), 0, tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))))


def _sort(label: str) -> str:
    """Give the kind that a label begins with, the longest that fits; a class without a name is said by one word."""
    known = sorted(vocabulary().classes.values(), key=len, reverse=True)
    return next((kind for kind in known if label.startswith(f"{kind} ")), label.partition(" ")[0])


def summed(release: Release) -> str:
    """Say in a few words what a release did."""
    return counted(release.counts)


def write_feed(releases: Sequence[Release], dataset: Dataset, *, base: str, address: str, modified: str) -> bytes:
    """Write the feed, the last release first; `modified` is the day that it tells where there is none."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(_atom("feed"), {_LANG: dataset.language})
    updated = releases[-1].moment if releases else f"{modified}T00:00:00Z"
    _add(feed, "id", change_file(base, FEED))
    _add(feed, "title", f"{dataset.title}: changes")
    _add(feed, "updated", updated)
    author = ET.SubElement(feed, _atom("author"))
    _add(author, "name", dataset.publisher.name)
    if dataset.publisher.iri:
        _add(author, "uri", dataset.publisher.iri)
    _link(feed, "self", f"{address}{FEED}", "application/atom+xml")
    _link(feed, "alternate", f"{address}changes.html", "text/html")
    _add(feed, "rights", dataset.rights)
    named = names(releases)
    for release in reversed(releases):
        _entry(feed, release, named, base=base, address=address)
    ET.indent(feed, " ")
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: ET.Element, release: Release, named: Mapping[str, str], *, base: str, address: str) -> None:
    entry = ET.SubElement(feed, _atom("entry"))
    _add(entry, "id", change_file(base, release.version))
    _add(entry, "title", f"Version {release.version}: {summed(release)}")
    _add(entry, "updated", release.moment)
    _link(entry, "alternate", f"{address}changes.html#v{release.version}", "text/html")
    # As escaped HTML, which every reader of feeds takes; the serialiser escapes each text once for either.
    content = ET.SubElement(entry, _atom("content"), {"type": "html"})
    content.text = ET.tostring(_told(release, named), encoding="unicode", method="html")


def _told(release: Release, named: Mapping[str, str]) -> ET.Element:
    """Say in HTML what became of each entity."""
    div = ET.Element("div")
    for section in sections(release):
        _text(div, "p", f"{section.kind.value}:")
        listed = ET.SubElement(div, "ul")
        for change in section.changes:
            _add_change(listed, change, named)
        for kind, count in section.counts:
            _text(listed, "li", f"{kind}: {count:,}")
        if section.more:
            _text(div, "p", f"and {section.more:,} more")
    if not release.changes:
        _text(div, "p", summed(release))
    return div


def _add_change(listed: ET.Element, change: Change, named: Mapping[str, str]) -> None:
    item = ET.SubElement(listed, "li")
    if change.kind is ChangeKind.WITHDRAWN:
        _text(item, "span", change.label)
    else:
        _text(item, "a", change.label).set("href", change.iri)
    if change.replaced_by:
        # The spaces stand outside the elements: a text has none at its ends.
        item[-1].tail = " is replaced by "
        _text(item, "a", named.get(change.replaced_by, change.replaced_by)).set("href", change.replaced_by)
    if change.words:
        inner = ET.SubElement(item, "ul")
        for words in change.words:
            _text(inner, "li", words)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, _atom(name)).text = _shown(text)


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _shown(text)
    return element


def _shown(text: str) -> str:
    """Make the signs that turn the direction of writing visible, as pages do: a feed is read among others."""
    return _TURNING.sub(lambda sign: f"[U+{ord(sign.group()):04X}]", in_one_line(text))


def _link(parent: ET.Element, rel: str, href: str, media: str) -> None:
    ET.SubElement(parent, _atom("link"), {"rel": rel, "type": media, "href": href})


def _atom(name: str) -> str:
    return f"{{{_ATOM}}}{name}"
