"""The references of a plain list: the model's reading, or the rules' where the form of a source says what it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ibidem.cited import Fields
from ibidem.edtf import Date
from ibidem.parse.choice import settle
from ibidem.parse.learned import read_many
from ibidem.parse.reference import read_by_rules
from ibidem.parse.references import parse_references
from ibidem.parse.source import Source
from ibidem.parse.statute import read_act, read_section
from ibidem.parse.tagger.decode import shipped
from ibidem.parse.tagger.fields import Reading

_FORMED = frozenset({"treaty", "interview", "monitoring-report", "press-digest"})
"""The types that the rules give only where a form says so, and that the model has seen little of."""
_PARTIES = re.compile(r"[^\W\d_]{2}\W?\s(?:v|vs|c|gegen|contre)\.?\s\W?[^\W\d_]{2}")
_YEAR = re.compile(r"(?<=[a-z\)]\s)(?:1[2-9]|20)\d\d$")
_LEFT = 0.3
"""The share of letters and figures that the rules may leave over."""


def parse_list(texts: Sequence[str]) -> tuple[Reading, ...]:
    """Read references, one a text, in their order; fields that the rules alone read have no confidence."""
    readings = parse_references(texts, tagger=shipped(lists=True))
    read_many(reading.text for reading in readings if _may_be_formed(reading))
    return tuple(_chosen(reading) if _may_be_formed(reading) else reading for reading in readings)


def _may_be_formed(reading: Reading) -> bool:
    """Tell whether it is worth asking the rules: what has an author and a title is seldom one of their forms."""
    fields = reading.fields
    return not (fields.authors and fields.title) or _PARTIES.search(reading.text) is not None


def _chosen(reading: Reading) -> Reading:
    text = reading.text
    act = read_section(text) or read_act(text)
    if act is not None:
        return replace(reading, fields=Fields(type="legislation", title=act[0], date=_enacted(act[0])), locator=act[1])
    rules = read_by_rules(text, 0, len(text))
    if not _is_sure(rules, reading):
        return reading
    source = settle(rules, text)
    fields, locator = source.fields, source.locator
    if fields.type != rules.fields.type:
        return reading
    if fields.type == "legal_case" and locator and not fields.pages:
        # In a list it is the page where the case begins.
        fields, locator = replace(fields, pages=locator), None
    return replace(reading, fields=fields, locator=locator)


def _enacted(title: str) -> Date | None:
    year = _YEAR.search(title)
    return Date(year.group(), year.group()) if year else None


def _is_sure(rules: Source, reading: Reading) -> bool:
    """Tell whether the form of a source says what it is, and the rules have read most of it."""
    fields = rules.fields
    letters = sum(char.isalnum() for char in reading.text)
    if rules.empty or rules.unread > _LEFT * letters:
        return False
    if fields.type == "legal_case":
        return fields.container is not None and _PARTIES.search(fields.title or "") is not None
    if fields.type == "document":
        return fields.number is not None
    if fields.type == "broadcast":
        return fields.date is not None and fields.title is None and not reading.fields.pages
    return fields.type in _FORMED
