"""What a page says of itself: meta elements of search engines and libraries, JSON-LD, its title and language."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ibidem.document import Metadata
from ibidem.read.facts import doi_of, edtf_of, issn_of, licence_of

_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "prism.title", "title")
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author")
_DATES = (
    "citation_publication_date", "citation_date", "dc.date", "dcterms.date", "dcterms.issued", "dc.date.issued",
    "prism.publicationdate", "citation_online_date", "article:published_time", "date",
)  # fmt: skip
_JOURNALS = ("citation_journal_title", "dc.source", "prism.publicationname", "citation_inbook_title")
_ISSNS = ("citation_issn", "prism.issn", "dc.source.issn")
_DOIS = ("citation_doi", "dc.identifier.doi", "prism.doi", "doi", "dc.identifier", "dcterms.identifier")
_LANGUAGES = ("citation_language", "dc.language", "dcterms.language")
_LICENSES = ("dc.rights", "dcterms.license", "dcterms.rights", "citation_license")


def read_metadata(root: etree._Element) -> Metadata:
    """Read a page's metadata: what is said in the first of these places counts."""
    said: dict[str, list[str]] = {}
    for element in root.iter("meta", "{*}meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            said.setdefault(name, []).append(content)
    linked = _linked(root)
    heading = next((" ".join("".join(one.itertext()).split()) for one in root.iter("title", "{*}title")), "")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return Metadata(
        title=_first(said, _TITLES) or linked.get("title") or heading or None,
        authors=_authors(said) or linked.get("authors", ()),
        date=edtf_of(_first(said, _DATES) or linked.get("date") or ""),
        language=_first(said, _LANGUAGES) or language or linked.get("language"),
        journal=_first(said, _JOURNALS) or linked.get("journal"),
        issn=issn_of(" ".join(one for name in _ISSNS for one in said.get(name, ()))) or linked.get("issn"),
        doi=doi_of(" ".join(one for name in _DOIS for one in said.get(name, ()))),
        license=_license(root)
        or licence_of(" ".join(one for name in _LICENSES for one in said.get(name, ())))
        or _address(_first(said, _LICENSES))
        or linked.get("license"),
    )


def address_of(root: etree._Element) -> str:
    """Give the address that a page says it has, without its fragment; nothing where it says none."""
    for element in root.iter("link", "{*}link", "meta", "{*}meta"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").split("#")[0]
        if element.get("property") == "og:url":
            return (element.get("content") or "").split("#")[0]
    return ""


def _first(said: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((said[name][0] for name in names if name in said), None)


def _authors(said: dict[str, list[str]]) -> tuple[str, ...]:
    for name in _AUTHORS:
        people = (part.strip() for one in said.get(name, ()) for part in one.split(";"))
        found = tuple(one for one in people if one and not _address(one))
        if found:
            return found
    return ()


def _address(text: str | None) -> str | None:
    return text if text and text.startswith(("http://", "https://")) else None


def _license(root: etree._Element) -> str | None:
    for element in root.iter("a", "{*}a", "link", "{*}link"):
        if "license" in (element.get("rel") or "").lower().split():
            return _address(element.get("href"))
    return None


def _linked(root: etree._Element) -> dict[str, Any]:
    """Read the first description of an article in JSON-LD."""
    for element in root.iter("script", "{*}script"):
        if element.get("type") == "application/ld+json":
            try:
                held = json.loads("".join(element.itertext()))
            except (ValueError, RecursionError):
                continue
            for one in _described(held):
                return _of_article(one)
    return {}


def _described(held: Any) -> Iterator[dict[str, Any]]:
    several = held if isinstance(held, list) else [held]
    for one in several[:50]:
        if not isinstance(one, dict):
            continue
        graph = one.get("@graph")
        inside = graph[:50] if isinstance(graph, list) else [one]
        for part in inside:
            kind = part.get("@type") if isinstance(part, dict) else None
            kinds = kind if isinstance(kind, list) else [kind]
            if any(
                isinstance(name, str) and name.endswith(("Article", "Posting", "Book", "Chapter")) for name in kinds
            ):
                yield part


def _of_article(one: dict[str, Any]) -> dict[str, Any]:
    authors = one.get("author")
    several = authors if isinstance(authors, list) else [authors]
    found: dict[str, Any] = {
        "title": _said(one.get("headline")) or _said(one.get("name")),
        "authors": tuple(name for name in map(_said, several) if name),
        "date": _said(one.get("datePublished")),
        "language": _said(one.get("inLanguage")),
        "license": _address(_said(one.get("license"))),
        "journal": _said(one.get("isPartOf")),
    }
    return {name: value for name, value in found.items() if value}


def _said(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None
