"""What the rules of all servers share: media types, and kinds of documents."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from ibidem.iri import AUTHORITIES
from ibidem.publish.site.paper.part import PARTS

TYPES: tuple[tuple[str, str], ...] = (
    ("atom", "application/atom+xml"),
    ("bib", "text/plain"),
    ("cff", "application/yaml"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("gz", "application/gzip"),
    ("html", "text/html"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("map", "application/json"),
    ("md", "text/markdown"),
    ("mjs", "text/javascript"),
    ("nq", "application/n-quads"),
    ("nt", "application/n-triples"),
    ("png", "image/png"),
    ("rdfp", "application/rdf-patch"),
    ("ris", "text/plain"),
    ("rq", "application/sparql-query"),
    ("svg", "image/svg+xml"),
    ("trig", "application/trig"),
    ("ttl", "text/turtle"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
    ("yaml", "application/yaml"),
    ("zip", "application/zip"),
)
"""The media type of each ending that a file of the site can have; a compressed dump is served as the file it is."""

NAMED: tuple[tuple[str, str], ...] = (
    (".well-known/void", "text/turtle"),
    ("dumps/SHA256SUMS", "text/plain"),
    ("feed.xml", "application/atom+xml"),
)
"""The media types of files whose ending does not tell them."""

ACCEPTED: tuple[tuple[str, str], ...] = (
    ("turtle", r"(?:text/turtle|application/(?:x-)?turtle)"),
    ("json", r"application/(?:ld\+)?json"),
    (
        "rdf",
        r"(?:application/(?:rdf\+xml|owl\+xml|n-triples|n-quads|(?:x-)?trig|trix|n3)|text/(?:(?:rdf\+)?n3|x-nquads))",
    ),
    ("html", r"(?:text/html|application/xhtml\+xml)"),
)
"""The media types, as one regular expression, that mean each kind of document; `rdf` is what the site lacks."""

FOLDERS = ("assets", "changes", "crosswalks", "dumps", "redirect")
"""Folders of files, whose names are never those of a thing."""

_PARTS = "|".join(name for name, _ in PARTS if name != "reading")
PAGES = (
    r"(?:404|index|search|sparql|crosswalks|findings|changes|check|queries/[^/]+"
    rf"|(?!(?:{'|'.join(AUTHORITIES)}|queries)/)[^/]+/(?:{_PARTS}))"
)
"""Pages that describe no one thing: there are no data beside them."""

TURTLE_ONLY = "queries|shapes"
"""What is there as a page and as Turtle, and not as JSON-LD."""

REPRESENTATIONS = ("html", "ttl", "jsonld")
ENDINGS = rf"(?:\.(?:{'|'.join(REPRESENTATIONS)}))?/*$"
"""How the name of a thing can end, as a regular expression: with a representation, or with slashes."""

_TEXT = re.compile(r"text/|application/(?:n-|sparql-query|trig|yaml|xml|atom\+xml)|image/svg")


def is_text(media_type: str) -> bool:
    """Tell whether a media type takes a charset: JSON has none (RFC 8259), nor has RDF's JSON."""
    return _TEXT.match(media_type) is not None


def literally(name: str) -> str:
    """Write a name as a regular expression that matches it alone; `-` stays as it is, unlike with re.escape."""
    return re.sub(r"[][\\.^$*+?{}|()]", r"\\\g<0>", name)


def path_of(address: str) -> str:
    """Give the path of an address, with both slashes: `/` or `/ibidem/`."""
    return urlsplit(address).path or "/"


def filled(template: str, values: Mapping[str, str]) -> str:
    """Fill the places `@name@` of a template that comes with this package."""
    text = (Path(__file__).parent / "templates" / template).read_text(encoding="utf-8")
    return re.sub(r"@([a-z0-9_]+)@", lambda place: values.get(place.group(1), place.group(0)), text)
