"""References that are given what others print: the author of the entry before, or a name as their title."""

import re
from dataclasses import replace

from ibidem.cited import Fields, Name
from ibidem.edtf import Date
from ibidem.parse.ancient import read_ancient
from ibidem.parse.reference import ParsedReference, parse_reference
from ibidem.parse.remark import without_remarks
from ibidem.parse.statute import read_act, read_section

_DASHES = re.compile(r"\W{0,2}(?:[—–―_]{2,6}|-{3,8}|—)[\s.,]")
"""What stands for the authors of the entry before in a list."""

_YEAR = re.compile(r"(?<=[a-z\)]\s)(?:1[2-9]|20)\d\d$")


def signed(text: str, parsed: ParsedReference, before: tuple[Name, ...]) -> ParsedReference:
    """Give an entry of a list whose author is dashes the authors of the entry before."""
    fields = parsed.source.fields
    if fields.authors or not _DASHES.match(text):
        return parsed
    return replace(parsed, source=replace(parsed.source, fields=replace(fields, authors=before)))


def called(parsed: ParsedReference, name: str, kind: str = "document") -> ParsedReference:
    """Let a document that is cited by a name and a page alone bear that name: `Northern Carriers Comments at 12`."""
    fields = Fields(type=kind, title=name, date=parsed.source.fields.date if kind == "document" else None)
    return replace(parsed, source=replace(parsed.source, fields=fields))


def named_place(text: str) -> tuple[ParsedReference, str | None] | None:
    """Read a statute, or an ancient author or collection, that is cited by its short name; give the place in it too."""
    ancient = read_ancient(text)
    if ancient is not None:
        return called(parse_reference(without_remarks(text)), ancient[0], "book"), ancient[1]
    section = read_section(text) or read_act(text)
    return (_statute(parse_reference(without_remarks(text)), section[0]), section[1]) if section else None


def _statute(parsed: ParsedReference, name: str) -> ParsedReference:
    """Let a statute bear its name or number, with the year that is printed in it."""
    year = _YEAR.search(name)
    fields = Fields(type="legislation", title=name, date=Date(year.group(), year.group()) if year else None)
    return replace(parsed, source=replace(parsed.source, fields=fields))
