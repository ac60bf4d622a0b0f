"""References that are given what others print: the author of the entry before, or a name as their title."""

import re
from dataclasses import replace

from ibidem.cited import Fields, Name
from ibidem.parse.reference import ParsedReference

_DASHES = re.compile(r"\W{0,2}(?:[—–―_]{2,6}|-{3,8}|—)[\s.,]")
"""What stands for the authors of the entry before in a list."""


def signed(text: str, parsed: ParsedReference, before: tuple[Name, ...]) -> ParsedReference:
    """Give an entry of a list whose author is dashes the authors of the entry before."""
    fields = parsed.source.fields
    if fields.authors or not _DASHES.match(text):
        return parsed
    return replace(parsed, source=replace(parsed.source, fields=replace(fields, authors=before)))


def called(parsed: ParsedReference, name: str, kind: str = "document") -> ParsedReference:
    """Let a document that is cited by a name and a page alone bear that name: `Northern Carriers Comments at 12`."""
    date = parsed.source.fields.date if kind == "document" else None
    return replace(parsed, source=replace(parsed.source, fields=Fields(type=kind, title=name, date=date)))
