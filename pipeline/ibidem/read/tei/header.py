"""What a TEI header says of the text."""

import re
from collections.abc import Iterator

from lxml import etree

from ibidem.document import Metadata
from ibidem.read.facts import doi_of, edtf_of, issn_of, licence_of
from ibidem.read.walk import local

_YEAR = re.compile(r"\b(1[4-9]\d\d|20\d\d)\b")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SECOND = frozenset({"short", "sub", "subtitle", "alt", "desc", "gmd"})


def read_header(root: etree._Element) -> Metadata:
    """Read the first header: the title statement first, then the publication, then the source."""
    header = next(root.iter("{*}teiHeader", "teiHeader"), None)
    if header is None:
        return Metadata()
    text = next(root.iter("{*}text", "text"), None)
    language = next((one.get("ident") for one in header.iter("{*}language") if one.get("ident")), None)
    identifiers = " ".join(_text(one) for one in header.iter("{*}idno"))
    issn = " ".join(_text(one) for one in header.iter("{*}idno") if "issn" in (one.get("type") or "").lower())
    return Metadata(
        title=_title(header),
        authors=_authors(header),
        date=_date(header),
        language=(text.get(_LANG) if text is not None else None) or root.get(_LANG) or language,
        journal=next((_text(one) for one in header.iter("{*}title") if one.get("level") == "j" and _text(one)), None),
        issn=issn_of(issn),
        doi=doi_of(identifiers),
        license=_license(header),
    )


def name_of(element: etree._Element) -> str:
    """Give a person's name: given names first where its parts are marked."""
    parts = {local(one): _text(one) for one in element.iter(etree.Element)}
    family, given = parts.get("surname"), " ".join(_text(one) for one in element.iter("{*}forename"))
    link = parts.get("nameLink")
    return " ".join(one for one in (given, link, family) if one) if family else _text(element)


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _in(header: etree._Element, name: str) -> Iterator[etree._Element]:
    for outer in header.iter(f"{{*}}{name}"):
        yield from outer.iter(etree.Element)


def _title(header: etree._Element) -> str | None:
    titles = [one for one in _in(header, "titleStmt") if local(one) == "title" and _text(one)]
    main = [one for one in titles if (one.get("type") or "main") not in _SECOND]
    return _text((main or titles)[0]) if titles else None


def _authors(header: etree._Element) -> tuple[str, ...]:
    for place in ("titleStmt", "analytic", "monogr"):
        found = []
        for one in _in(header, place):
            if local(one) == "author":
                named = [name_of(person) for person in one.iter("{*}persName", "{*}name")] or [name_of(one)]
                found += [name for name in named if name and name not in found]
        if found:
            return tuple(found)
    return ()


def _date(header: etree._Element) -> str | None:
    for place in ("publicationStmt", "imprint", "biblFull", "bibl", "editionStmt"):
        for one in _in(header, place):
            if local(one) == "date":
                said = edtf_of(one.get("when") or one.get("when-iso") or "") or edtf_of(_text(one))
                year = _YEAR.search(_text(one))
                if said or year:
                    return said or (year[1] if year else None)
    return None


def _license(header: etree._Element) -> str | None:
    for one in header.iter("{*}licence", "{*}license", "{*}availability"):
        for element in one.iter(etree.Element):
            target = element.get("target") or ""
            if target.startswith("http"):
                return target
        if (named := licence_of(_text(one))) is not None:
            return named
    return None
