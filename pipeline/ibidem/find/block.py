"""Tell block quotations: paragraphs set off by `>` or by an indent, which need no marks."""

import re

from ibidem.document import Document, PartKind, Passage

_INDENT = 3
"""From how many columns on an indent sets a paragraph off."""
_LEADS_TO = re.compile(r"[:,—–]\s*$|\b(?:as\sfollows|that)\s*$")
_LISTED = re.compile(r"(?:[-*•–]|\(?[\dA-Za-z]{1,3}[.)])\s")


def is_set_off(document: Document, passage: Passage, before: Passage, *, after_one: bool = False) -> bool:
    """Tell whether a paragraph is a block quotation, given the one before it and whether that is one.

    The reader says so, or every line of it stands behind `>`, or behind an indent where the paragraph before leads to
    it and has none.
    """
    if passage.kind is PartKind.QUOTE and passage.text.strip():
        return True
    if passage.kind is not PartKind.PARAGRAPH or not passage.text.strip() or _LISTED.match(passage.text):
        return False
    margins = _margins(document, passage)
    if all(">" in margin for margin in margins):
        return True
    if after_one:
        return all(map(_is_indent, margins))
    leads = _LEADS_TO.search(before.text, max(0, len(before.text) - 16)) is not None
    return leads and all(map(_is_indent, margins)) and not any(map(_is_indent, _margins(document, before)))


def _margins(document: Document, passage: Passage) -> list[str]:
    """Give what stands on each line of the passage before its text."""
    text = document.text
    margins = []
    for _, offset in passage.pieces:
        start = text.rfind("\n", max(0, offset - 80), offset) + 1
        margin = text[start:offset] if start or offset <= 80 else ""
        if not margin.strip(" \t>"):
            margins.append(margin)
    return margins or [""]


def _is_indent(margin: str) -> bool:
    return not margin.strip() and len(margin.expandtabs(8)) >= _INDENT
