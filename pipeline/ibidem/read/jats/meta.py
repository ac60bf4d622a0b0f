"""What the front matter of JATS says of an article."""

from lxml import etree

from ibidem.document import Metadata
from ibidem.read.facts import doi_of, edtf_of, issn_of, licence_of
from ibidem.read.walk import local

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HREF = "{http://www.w3.org/1999/xlink}href"
_PUBLISHED = ("pub", "ppub", "epub", "epub-ppub", "collection")


def read_metadata(root: etree._Element) -> Metadata:
    """Read the metadata of the first article or book."""
    front = next(root.iter("{*}article-meta", "{*}book-meta", "{*}front-stub"), None)
    if front is None:
        return Metadata(language=root.get(_LANG) or root.get("lang"))
    journal = next(root.iter("{*}journal-meta"), None)
    titles = () if journal is None else journal.iter("{*}journal-title", "{*}abbrev-journal-title")
    issns = () if journal is None else journal.iter("{*}issn")
    return Metadata(
        title=_title(front),
        authors=_authors(front),
        date=_date(front),
        language=root.get(_LANG) or root.get("lang"),
        journal=next((text_of(one) for one in titles if text_of(one)), None),
        issn=issn_of(" ".join(text_of(one) for one in issns)),
        doi=doi_of(" ".join(text_of(one) for one in front.iter("{*}article-id", "{*}book-id") if _is_doi(one))),
        license=_license(front),
    )


def name_of(element: etree._Element) -> str:
    """Give a name, given names first."""
    parts = {local(one): text_of(one) for one in element.iter(etree.Element)}
    order = ("prefix", "given-names", "surname", "suffix")
    return " ".join(parts[one] for one in order if parts.get(one)) or text_of(element)


def is_author(contrib: etree._Element) -> bool:
    """Tell whether a contributor wrote the text: what is not said to be another's part is an author's."""
    return (contrib.get("contrib-type") or "author").lower() in ("author", "person", "collab", "corresponding author")


def text_of(element: etree._Element) -> str:
    """Give an element's text with single spaces; without markers of notes."""
    held = [element.text or ""]
    for one in element:
        if isinstance(one.tag, str) and local(one) not in ("xref", "fn"):
            held.append(text_of(one))
        held.append(one.tail or "")
    return " ".join("".join(held).split())


def _is_doi(element: etree._Element) -> bool:
    return "doi" in (element.get("pub-id-type") or element.get("book-id-type") or "")


def _title(front: etree._Element) -> str | None:
    title = next((text_of(one) for one in front.iter("{*}article-title", "{*}book-title")), "")
    subtitle = next((text_of(one) for one in front.iter("{*}subtitle")), "")
    return (f"{title}: {subtitle}" if subtitle else title) or None


def _authors(front: etree._Element) -> tuple[str, ...]:
    found = []
    for one in front.iter("{*}contrib"):
        if is_author(one):
            named = next(one.iter("{*}name", "{*}string-name", "{*}collab"), None)
            if named is not None and name_of(named):
                found.append(name_of(named))
    return tuple(found)


def _date(front: etree._Element) -> str | None:
    dates: dict[str, str] = {}
    for one in front.iter("{*}pub-date"):
        parts = [next((text_of(part) for part in one.iter(f"{{*}}{name}")), "") for name in ("year", "month", "day")]
        shown = (
            edtf_of(one.get("iso-8601-date") or "")
            or edtf_of("-".join(part for part in parts if part))
            or edtf_of(parts[0])
        )
        if shown:
            dates.setdefault(one.get("date-type") or one.get("pub-type") or "", shown)
    return next((dates[kind] for kind in _PUBLISHED if kind in dates), next(iter(dates.values()), None))


def _license(front: etree._Element) -> str | None:
    for one in front.iter("{*}license"):
        for element in one.iter(etree.Element):
            said = element.get(_HREF) or (text_of(element) if local(element) == "license_ref" else "")
            if said.startswith("http"):
                return said
        if (named := licence_of(text_of(one))) is not None:
            return named
    return None
