"""What elements of HTML say of themselves: roles by class, role, epub:type, rel and id."""

from functools import cache, lru_cache

from lxml import etree

from ibidem.words import read_table

_ELEMENTS = {kind: frozenset(names.split()) for kind, names in read_table("html-elements")}
BLOCKS = _ELEMENTS["block"]
HEADINGS = _ELEMENTS["heading"]
DROPPED = _ELEMENTS["dropped"]
_SAID = ("class", "role", "rel", "epub:type", "{http://www.idpf.org/2007/ops}type")


@cache
def _roles() -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for role, words in read_table("html-roles"):
        for word in words.split():
            held.setdefault(word, set()).add(role)
    return {word: frozenset(roles) for word, roles in held.items()}


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def _roles_of(said: str) -> frozenset[str]:
    return _NONE.union(*(_roles().get(word, _NONE) for word in said.lower().split()))


def roles(element: etree._Element) -> frozenset[str]:
    """Give an element's roles by `words/html-roles.tsv`."""
    found = _NONE
    for name in _SAID:
        said = element.get(name)
        if said:
            found |= _roles_of(said)
    if "-" in (name := tag(element)):
        found |= _roles_of(name)
    called = element.get("id")
    return found | _roles_by_id(element, called) if called else found


def _roles_by_id(element: etree._Element, name: str) -> frozenset[str]:
    """Give the roles that an id says; a section is called by its heading, and may tell of navigation."""
    # An element that is called `footnote`, without a number, holds them all.
    said = _roles_of(name) - {"note"}
    if "drop" in said and (tag(element) not in ("div", "ul") or "section" in element.get("class", "").split()):
        return said - {"drop"}
    return said


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def tag(element: etree._Element) -> str:
    """Give an element's name, in small letters and without namespace."""
    return _local(str(element.tag))


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a browser shows nothing of an element."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style
