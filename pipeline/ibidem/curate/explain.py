"""Tell what was found at a place, by which rule, from which text, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from ibidem.curate.reading import context_of
from ibidem.document import Document, Mention
from ibidem.edtf import Date
from ibidem.finding import Finding
from ibidem.record import Decision, Record
from ibidem.span import Span
from ibidem.words import read_table

COLLECTIONS: tuple[tuple[str, str], ...] = (
    ("keyword", "keywords"),
    ("pointer", "pointers"),
    ("reference", "references"),
    ("work", "works"),
    ("agent", "agents"),
    ("place", "places"),
    ("actor", "actors"),
    ("quotation", "quotations"),
    ("treaty", "treaties"),
    ("event", "events"),
    ("claim", "claims"),
    ("decision", "decisions"),
)
"""What can be explained, by the name that stands in IRIs, and where a record holds it."""

_UNSAID = frozenset({"key", "mention", "mentions", "rules", "fields", "roles", "participations", "provisions", "marks"})
_REFERRED: dict[str, str] = {
    **dict.fromkeys(("antecedent", "resolved", "references"), "reference"),
    **dict.fromkeys(("work", "via", "container", "through"), "work"),
    **dict.fromkeys(("authors", "editors", "publisher"), "agent"),
    **dict.fromkeys(("speakers", "addressee", "actors", "about", "said_by"), "actor"),
    "pointers": "pointer",
    "cites": "treaty",
    "place": "place",
    "within": "quotation",
}
"""The kinds of items that values are keys of."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One item: `values` are its names and values in words, `rules` what made it with why, `places` where it stands.

    `elsewhere` counts the places that are left out.
    """

    kind: str
    key: str
    values: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    places: tuple[Mention, ...]
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]
    elsewhere: int = 0


def explain_item(record: Record, kind: str, key: str) -> Explained | None:
    """Explain one item of a record by kind and key; None where there is none."""
    item = next((item for item in _items(record, kind) if item.key == key), None)
    return _explained(record, kind, item) if item is not None else None


def explain_span(record: Record, span: Span) -> tuple[Explained, ...]:
    """Explain all that stands in a stretch of the text, in the order of the text."""
    found: list[tuple[Span, int, Explained]] = []
    for rank, (kind, _) in enumerate(COLLECTIONS):
        for item in _items(record, kind):
            here = tuple(mention for mention in _mentions(item) if _touches(mention.span, span))
            if here:
                one = _explained(record, kind, item)
                elsewhere = one.elsewhere + len(one.places) - len(here)
                first = min(mention.span for mention in here)
                found.append((first, rank, replace(one, places=here, elsewhere=elsewhere)))
    told = {decision.key for _, _, one in found for decision in one.decisions}
    whole = (one for _, _, one in sorted(found, key=lambda one: one[:2]))
    # What a decision made says so itself: only those that took something away are told by themselves.
    return tuple(one for one in whole if one.kind != "decision" or one.key not in told)


def findings_at(record: Record, span: Span) -> tuple[Finding, ...]:
    """Give the findings about a stretch of the text."""
    return tuple(finding for finding in record.findings if finding.span and _touches(finding.span, span))


def known_keys(record: Record, kind: str) -> tuple[str, ...]:
    """Give the keys of a kind."""
    return tuple(item.key for item in _items(record, kind))


def context_words(document: Document, span: Span) -> tuple[str, str]:
    """Give the number of the note that a place stands in, or the empty text, and the words around it."""
    context = context_of(document, span)
    return context.note or "", f"{context.before}[{context.exact}]{context.after}"


def _touches(one: Span, other: Span) -> bool:
    return one.overlaps(other) or (not len(one) and other.start <= one.start < other.end)


def _items(record: Record, kind: str) -> tuple[Any, ...]:
    if kind == "role":
        return tuple(role for actor in record.actors for role in actor.roles)
    if kind == "provision":
        return tuple(provision for treaty in record.treaties for provision in treaty.provisions)
    name = dict(COLLECTIONS).get(kind)
    return getattr(record, name) if name else ()


def _mentions(item: Any) -> tuple[Mention, ...]:
    return item.mentions if hasattr(item, "mentions") else (item.mention,)


def _explained(record: Record, kind: str, item: Any) -> Explained:
    rules = tuple(getattr(item, "rules", ()))
    made = {rule.removeprefix("decision/") for rule in rules if rule.startswith("decision/")}
    places = _mentions(item)
    return Explained(
        kind=kind,
        key=item.key,
        values=tuple(_values(record, item)),
        rules=tuple((rule, _described(rule)) for rule in rules if not rule.startswith("decision/")),
        places=places,
        decisions=tuple(decision for decision in record.decisions if decision.key in made and kind != "decision"),
        findings=tuple(finding for finding in record.findings if _concerns(finding, kind, item)),
    )


def _concerns(finding: Finding, kind: str, item: Any) -> bool:
    if finding.focus is not None:
        return finding.focus == f"{kind}/{item.key}"
    return finding.span is not None and any(mention.span == finding.span for mention in _mentions(item))


def _described(rule: str) -> str:
    return next((description for name, _, description, *_ in read_table("rules") if name == rule), "")


def _values(record: Record, item: Any) -> Iterator[tuple[str, str]]:
    """Give what an item says, its keys as names; what the text does not say is left out."""
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name in _UNSAID or value in (None, (), ""):
            continue
        kind = _REFERRED.get(field.name)
        held = value if isinstance(value, tuple) else (value,)
        yield field.name.replace("_", " "), "; ".join(_said(record, kind, one) for one in held)
    read = getattr(item, "fields", None)
    if read is not None and read.confidence:
        told = (f"{name} {chance:.0%}" for name, chance in sorted(read.confidence, key=lambda pair: pair[1]))
        yield "how sure the fields are", ", ".join(told)
    for role in getattr(item, "roles", ()):
        of = _said(record, "actor", role.of) if role.of else role.of_printed
        said = (role.title, f"of {of}" if of else "", role.date.edtf if role.date else "", "former" * role.former)
        yield "role", ", ".join(part for part in said if part)
    for part in getattr(item, "provisions", ()):
        yield "provision", part.text
    for part in getattr(item, "participations", ()):
        act = f", {part.act}" if part.act else ""
        yield "participation", f"{_said(record, 'actor', part.actor)}: {part.capacity}{act}"


def _said(record: Record, kind: str | None, value: Any) -> str:
    if isinstance(value, Date):
        return value.edtf
    if isinstance(value, tuple):
        return ": ".join(map(str, value))
    if kind is None:
        return str(getattr(value, "literal", value))
    found = next((item for item in _items(record, kind) if item.key == value), None)
    return f"{_named(record, kind, found)} ({kind}/{value})" if found is not None else str(value)


def _named(record: Record, kind: str, item: Any) -> str:
    if kind in ("pointer", "reference"):
        return f"note {item.number}" if kind == "pointer" else item.mention.reading
    if kind == "work":
        return item.title or (_said(record, "work", item.container) if item.container else item.key)
    name = getattr(item, "name", None)
    return str(getattr(name, "literal", name)) if name is not None else item.mention.reading
