"""The harvester's visit, rehearsed: the description is fetched, and every file that it names, from a local server."""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ibidem.check.dumps import rdf_format, read_dump
from ibidem.check.opened import Opened
from ibidem.check.result import Looked, Problem, counted
from ibidem.check.server import served
from ibidem.publish.catalogue.distribution import Format, format_of

_DCAT, _SPDX = "http://www.w3.org/ns/dcat#", "http://spdx.org/rdf/terms#"
_IANA = "://www.iana.org/assignments/media-types/"
_ADVICE = "publish again: ibidem publish"
_SECONDS = 30
_ASKED = (
    ("dataset", "text/turtle", "text/turtle"),
    ("dataset", "application/ld+json", "application/ld+json"),
    ("dataset", "text/html,application/xhtml+xml", "text/html"),
    ("dataset.ttl", "*/*", "text/turtle"),
    ("dataset.jsonld", "*/*", "application/ld+json"),
    (".well-known/void", "text/turtle", "text/turtle"),
    ("robots.txt", "*/*", "text/plain"),
    ("sitemap.xml", "*/*", "application/xml"),
)
"""What a harvester asks for first, with which Accept header, and the media type that it waits for."""

_SYNTAXES = {"text/turtle": RdfFormat.TURTLE, "application/ld+json": RdfFormat.JSON_LD}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: `type` is the media type without parameters, `size` what Content-Length says."""

    status: int
    type: str
    size: int | None
    body: bytes


@dataclass(frozen=True, slots=True)
class File:
    """A distribution as its description tells it; None where it does not say."""

    url: str
    type: str | None
    packed: str | None
    size: int | None
    sha256: str | None


def check_harvest(opened: Opened) -> Looked:
    """Fetch the description as a harvester does, then every distribution, and hold each against what is said of it."""
    problems: list[Problem] = []
    said: list[Quad] = []
    with served(opened.site) as (host, port):
        connection = HTTPConnection(host, port, timeout=_SECONDS)
        try:
            for path, accept, type in _ASKED:
                answer = _fetch(connection, path, accept)
                found, wrong = _description(opened, path, type, answer)
                problems += wrong
                said += found
            files = distributions(said)
            for file in files:
                problems += _of_file(opened, connection, file)
        finally:
            connection.close()
    if not files:
        problems.append(Problem("names no distribution that can be fetched", opened.shown("dataset.ttl"), _ADVICE))
    return Looked(f"{len(_ASKED)} requests for the description, {counted(len(files), 'distribution')}", tuple(problems))


def _fetch(connection: HTTPConnection, path: str, accept: str, *, method: str = "GET") -> Answer:
    """Ask for a path and follow one redirection, as 303 leads from an IRI to its data."""
    for _ in range(2):
        connection.request(method, f"/{path}", headers={"Accept": accept})
        response = connection.getresponse()
        body = response.read()
        location = response.getheader("Location")
        if response.status not in (301, 302, 303, 307, 308) or location is None:
            break
        path = location.lstrip("/")
    length = response.getheader("Content-Length")
    type = (response.getheader("Content-Type") or "").partition(";")[0].strip()
    return Answer(response.status, type, int(length) if length else None, body)


def _description(opened: Opened, path: str, type: str, answer: Answer) -> tuple[list[Quad], list[Problem]]:
    """Hold an answer against what a harvester waits for; give the statements of one that is RDF."""
    where = opened.shown(path)
    if answer.status != 200:
        return [], [Problem(f"is answered with {answer.status} where {type} is asked for", where, _ADVICE)]
    if answer.type != type:
        return [], [Problem(f"is sent as {answer.type or 'nothing'}, not as {type}", where, _ADVICE)]
    syntax = _SYNTAXES.get(type)
    if syntax is None:
        return [], [] if answer.body.strip() else [Problem("is empty", where, _ADVICE)]
    try:
        return list(parse(answer.body, format=syntax, base_iri=opened.address + path)), []
    except (SyntaxError, RuntimeError) as error:
        return [], [Problem(f"cannot be parsed: {error}", where, _ADVICE)]


def distributions(quads: list[Quad]) -> tuple[File, ...]:
    """Find the files that a description names (DCAT 3), sorted by their addresses."""
    held: dict[str, dict[str, str]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            held.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    found: dict[str, File] = {}
    for about in held.values():
        url = about.get(f"{_DCAT}downloadURL")
        if url is not None:
            size = about.get(f"{_DCAT}byteSize", "")
            found[url] = File(
                url=url,
                type=_media(about.get(f"{_DCAT}mediaType")),
                packed=_media(about.get(f"{_DCAT}compressFormat")),
                size=int(size) if size.isdecimal() else None,
                sha256=held.get(about.get(f"{_SPDX}checksum", ""), {}).get(f"{_SPDX}checksumValue"),
            )
    return tuple(found[url] for url in sorted(found))


def _media(iri: str | None) -> str | None:
    return iri.rpartition(_IANA)[2] if iri else None


def _of_file(opened: Opened, connection: HTTPConnection, file: File) -> Iterator[Problem]:
    if not file.url.startswith(opened.address):
        advice = "nothing, where another host serves it; it was not fetched"
        yield Problem(f"names {file.url}, which lies elsewhere", opened.shown("dataset.ttl"), advice, warning=True)
        return
    path = file.url[len(opened.address) :]
    where = opened.shown(path)
    head = _fetch(connection, path, "*/*", method="HEAD")
    if head.status != 200:
        yield Problem(f"is named in the description, and answered with {head.status}", where, _ADVICE)
        return
    whole = _fetch(connection, path, "*/*")
    told = (
        ("media type", file.packed or file.type, whole.type),
        ("size", file.size, len(whole.body)),
        ("SHA-256", file.sha256, hashlib.sha256(whole.body).hexdigest()),
    )
    for what, described, real in told:
        if described is None:
            yield Problem(f"its description does not say the {what}", where, _ADVICE)
        elif described != real:
            yield Problem(f"has the {what} {real}, not {described} as its description says", where, _ADVICE)
    if (head.type, head.size) != (whole.type, len(whole.body)):
        yield Problem("is answered otherwise to HEAD than to GET", where, _ADVICE)
    yield from _readable(path, where, whole.body)


def _readable(path: str, where: str, body: bytes) -> Iterator[Problem]:
    format = format_of(path)
    if format is None:
        yield Problem("is a distribution of no known format", where, _ADVICE)
        return
    try:
        number = len(read_dump(body, format)) if rdf_format(format) else _rows(body, format)
    except ValueError as error:
        yield Problem(f"cannot be parsed: {error}", where, _ADVICE)
        return
    if not number:
        yield Problem("holds nothing", where, _ADVICE)


def _rows(body: bytes, format: Format) -> int:
    """Count the rows of a table, or the bytes of what is none; raise ValueError for one that cannot be read."""
    if format.media != "text/csv":
        return len(body)
    try:
        rows = list(csv.reader(io.StringIO(body.decode("utf-8"), newline="")))
    except csv.Error as error:
        raise ValueError(str(error)) from None
    if len(set(map(len, rows))) > 1:
        raise ValueError("its rows have different numbers of cells")
    return len(rows)
