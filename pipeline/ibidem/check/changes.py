"""Whether harvesters can page through the stream of changes (LDES), and readers follow the feed (Atom)."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence

from pyoxigraph import Quad, RdfFormat

from ibidem.check.opened import Opened, files, parsed
from ibidem.check.result import Looked, Problem, counted

STREAM, FEED = "changes/stream.ttl", "feed.xml"
_TREE, _LDES = "https://w3id.org/tree#", "https://w3id.org/ldes#"
_PUBLISHED = "https://www.w3.org/ns/activitystreams#published"
_VERSION_OF = "http://purl.org/dc/terms/isVersionOf"
_ASKED = (f"{_LDES}timestampPath", f"{_LDES}versionOfPath", f"{_TREE}view")
_ATOM = "{http://www.w3.org/2005/Atom}"
_NEEDED = ("id", "title", "updated")
"""What a feed and each of its entries must have (RFC 4287, 4.1)."""

_ADVICE = "publish again: ibidem publish"


def check_changes(opened: Opened) -> Looked:
    """Follow the stream from its root to its last page, as a client does, and read the feed."""
    problems: list[Problem] = []
    waiting, seen, members = [STREAM], set[str](), 0
    while waiting:
        path = waiting.pop()
        seen.add(path)
        page, wrong = parsed(opened, path, RdfFormat.TURTLE)
        problems += wrong
        named = [quad.object for quad in page if quad.predicate.value == f"{_TREE}member"]
        members += len(named)
        problems += [Problem(what, opened.shown(path), _ADVICE) for what in _members(page, named)]
        for address in sorted(str(quad.object)[1:-1] for quad in page if quad.predicate.value == f"{_TREE}node"):
            further = address.removeprefix(opened.address)
            if further == address:
                problems.append(Problem(f"leads to {address}, which lies elsewhere", opened.shown(path), _ADVICE))
            elif further not in seen and further not in waiting:
                waiting.append(further)
        if path == STREAM and not wrong:
            problems += [Problem(what, opened.shown(path), _ADVICE) for what in _root(page)]
    problems += [Problem(what, opened.shown(FEED), _ADVICE) for what in _feed(opened)]
    return Looked(
        f"{counted(len(seen), 'page')} of the stream, {counted(members, 'change')}, the feed", tuple(problems)
    )


def _root(page: list[Quad]) -> Iterator[str]:
    said = {quad.predicate.value for quad in page}
    for name in _ASKED:
        if name not in said:
            yield f"does not say {name.partition('#')[2]}, without which no client can follow it"


def _members(page: list[Quad], named: Sequence[object]) -> Iterator[str]:
    """Find members that the page names and does not tell: a client takes each from the page that it stands in."""
    told = {(str(quad.subject), quad.predicate.value) for quad in page}
    for member in named:
        for name in (_PUBLISHED, _VERSION_OF):
            if (str(member), name) not in told:
                yield f"does not say {name.rpartition('/')[2].rpartition('#')[2]} of {member}"


def _feed(opened: Opened) -> Iterator[str]:
    if FEED not in files(opened):
        yield "is not there"
        return
    try:
        root = ElementTree.fromstring((opened.site / FEED).read_bytes())
    except ElementTree.ParseError as error:
        yield f"cannot be read: {error}"
        return
    if root.tag != f"{_ATOM}feed":
        yield "is no Atom feed"
    for number, element in enumerate((root, *root.iter(f"{_ATOM}entry"))):
        for name in _NEEDED:
            if not element.findtext(f"{_ATOM}{name}"):
                yield f"its {f'entry {number}' if number else 'head'} has no {name}"
    if not any(link.get("href") == opened.address + FEED for link in root.iter(f"{_ATOM}link")):
        yield f"does not say its own address, {opened.address}{FEED}"
