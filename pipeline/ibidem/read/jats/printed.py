"""Print a reference that JATS gives as bare elements: the order is the file's, the punctuation put in."""

from lxml import etree

from ibidem.read.walk import Act, local

_SEPARATED: dict[str, tuple[str, str]] = {
    "year": (" (", ")"),
    "article-title": (". ", ""),
    "chapter-title": (". ", ""),
    "part-title": (". ", ""),
    "source": (". ", ""),
    "volume": (" ", ""),
    "issue": (" (", ")"),
    "edition": (", ", ""),
    "series": (". ", ""),
    "publisher-loc": (". ", ""),
    "publisher-name": (": ", ""),
    "fpage": (", ", ""),
    "lpage": ("–", ""),
    "page-range": (", ", ""),
    "elocation-id": (", ", ""),
    "pub-id": (". ", ""),
    "ext-link": (". ", ""),
    "uri": (". ", ""),
    "comment": (". ", ""),
    "date-in-citation": (", ", ""),
    "conf-name": (". ", ""),
    "given-names": (", ", ""),
    "etal": (" et al.", ""),
}
_ITALIC = frozenset({"source"})
CITATIONS = frozenset({"mixed-citation", "element-citation", "nlm-citation", "citation"})
_GROUPS = frozenset({"person-group", "name", "date", "name-alternatives"})


def is_bare(element: etree._Element) -> bool:
    """Tell whether elements alone make a reference, without any text between them."""
    inside = [one for one in element if isinstance(one.tag, str)]
    between = (element.text or "") + "".join(one.tail or "" for one in inside)
    return len(inside) > 1 and not between.strip()


def printed(element: etree._Element) -> Act | None:
    """Say what to put in around an element of a bare reference; None for what is in none."""
    above = element.getparent()
    if above is None:
        return None
    name = local(element)
    inside = local(above)
    if inside in _GROUPS and (inside != "name" or name not in ("surname", "given-names")):
        first = element.getprevious() is None
        if name in ("name", "string-name", "collab") and inside == "person-group":
            return Act(before="" if first else "; ", bare=is_bare(element))
    before, after = _SEPARATED.get(name, (". ", ""))
    if name in ("name", "collab", "string-name"):
        before = "; "
    last = element.getprevious()
    if name == "publisher-name" and (last is None or local(last) != "publisher-loc"):
        before = ". "
    if name == "person-group" and element.get("person-group-type") == "editor":
        before, after = ". ", " (ed.)"
    if name == "pub-id" and element.get("pub-id-type") == "doi" and "doi" not in (element.text or ""):
        before = ". doi:"
    if element.getprevious() is None:
        before = "" if name not in ("year",) else "("
    return Act(before=before, after=after, italic=True if name in _ITALIC else None, bare=is_bare(element))
