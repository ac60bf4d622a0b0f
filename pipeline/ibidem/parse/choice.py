"""Which reading of a source counts: that of the rules where they are sure, else that of the statistical model."""

import re
from dataclasses import replace

from ibidem.cited import Fields, Name
from ibidem.parse.learned import read_learned
from ibidem.parse.plain import described
from ibidem.parse.source import Source

_SAID = frozenset(
    {"manuscript", "legal_case", "legislation", "interview", "statement", "personal_communication", "speech"}
    | {"broadcast", "press-digest", "monitoring-report", "wire-report", "newspaper", "treaty"}
)
"""The types that the rules give only where a word or a form says so."""
_EXTRA = ("edition", "series", "translators", "url", "doi", "isbn", "accessed", "genre", "archive")
"""The fields that the rules do not read by themselves."""
_MAIN = ("authors", "editors", "title", "container")
_ENOUGH = 0.5
"""How sure of each of the main fields the model must be, where the rules left something over; and of what it adds."""
_CERTAIN = 0.9
"""The same where the rules have read all of it, and read something else."""
_LEFT = 0.3
"""The share of letters and figures that rules may leave over where marks set the title apart."""
_CLOSED = re.compile(r"[”\"»],?\s")
_PIECES = {"translators": "translator"}


def settle(rules: Source, text: str) -> Source:
    """Give the reading that counts, completed by what only the other one read."""
    learned = read_learned(text, rules.start, rules.end)
    if _sure(rules, text) or _same(rules, learned) or not _better(rules, learned):
        return _completed(rules, learned)
    return _with_numbers(learned, rules)


def _sure(rules: Source, text: str) -> bool:
    """Tell whether the rules are sure: marks set the title apart with little left over, or a form says what it is."""
    if rules.fields.type in _SAID or described(text[rules.start : rules.end]):
        return True
    left = rules.unread / max(1, sum(char.isalnum() for char in text[rules.start : rules.end]))
    return rules.marked and left < _LEFT and rules.fields.title is not None


def _same(rules: Source, learned: Source) -> bool:
    """Tell whether both name the same work: what they differ in then, the rules have cleaner."""
    return all(_plain(getattr(rules.fields, name)) == _plain(getattr(learned.fields, name)) for name in _MAIN)


def _plain(value: str | tuple[Name, ...] | None) -> str:
    printed = value if isinstance(value, str) else " ".join(name.literal for name in value or ())
    return "".join(char for char in printed.casefold() if char.isalnum())


def _better(rules: Source, learned: Source) -> bool:
    sure = dict(learned.fields.confidence)
    if learned.empty or learned.fields.title is None:
        return False
    if rules.marked and _CLOSED.search(learned.fields.title):
        # A title does not go on behind the mark that closes it.
        return False
    if rules.empty:
        return True
    enough = _ENOUGH if rules.unread else _CERTAIN
    return all(sure.get(name, 1.0) >= enough for name in _MAIN)


def _completed(rules: Source, learned: Source) -> Source:
    """Add the fields that the rules leave to the model, where they were read from what the rules left over."""
    fields, pieces = rules.fields, list(rules.pieces)
    sure = dict(learned.fields.confidence)
    for name in _EXTRA:
        value = getattr(learned.fields, name)
        if not value or getattr(fields, name) or sure.get(name, 1.0) < _ENOUGH:
            continue
        read = [piece for piece in learned.pieces if piece.name == _PIECES.get(name, name)]
        if any(_overlaps(piece.start, piece.end, rules) for piece in read):
            continue
        fields = replace(fields, **{name: value})
        pieces += read
    confidence = tuple(pair for pair in learned.fields.confidence if _agrees(pair[0], fields, learned.fields))
    return replace(rules, fields=replace(fields, confidence=confidence), pieces=tuple(pieces))


def _overlaps(start: int, end: int, source: Source) -> bool:
    return any(piece.start < end and start < piece.end for piece in source.pieces)


def _agrees(name: str, one: Fields, other: Fields) -> bool:
    value = getattr(one, name, None)
    return bool(value) and value == getattr(other, name, None)


def _with_numbers(learned: Source, rules: Source) -> Source:
    """Take what the rules alone read: report numbers, and the locator where the model has none."""
    fields = learned.fields
    if rules.fields.number and not fields.number:
        fields = replace(fields, number=rules.fields.number)
    return replace(learned, fields=fields, locator=learned.locator or rules.locator)
