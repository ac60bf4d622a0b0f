"""The type of a source, from the labels that its reference has and from what is printed under them."""

import re

from ibidem.parse.type import is_newspaper, worded_type

_WHOLE = frozenset(
    {"thesis", "report", "interview", "broadcast", "paper-conference", "motion_picture", "discussion-paper"}
)
_CASE = re.compile(r"\s(?:v|vs|c|gegen|contro)\.?\s", re.IGNORECASE)


def kind_of(
    held: dict[str, list[str]], *, title: str | None, container: str | None, journal: bool, numbered: bool
) -> str:
    """Name the type: what a word says first, then what the source stands in."""
    worded = " ".join([*held.get("genre", ()), *held.get("medium", ())])
    said = worded_type(worded, _WHOLE) if worded else None
    if said:
        return said
    if "authority" in held:
        return "legal_case"
    if "director" in held:
        return "motion_picture"
    if title and _CASE.search(title) and not held.get("author") and not held.get("publisher"):
        return "legal_case"
    if container and is_newspaper(container):
        return "newspaper"
    if journal:
        return "article"
    if container and title:
        named = worded_type(container, frozenset({"paper-conference"}))
        return named or ("article" if numbered and not ({"publisher", "editor", "location"} & set(held)) else "chapter")
    if not title and container:
        return "article" if numbered else "book"
    if "url" in held and not {"publisher", "location", "pages"} & set(held):
        return "webpage"
    if "archive" in held:
        return "manuscript"
    return "book"
