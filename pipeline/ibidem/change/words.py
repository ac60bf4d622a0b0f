"""What changed of an entity, in words: property by property, with the parts that belong to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ibidem.brief import shortened
from ibidem.change.described import TYPE, Described, back_properties
from ibidem.change.naming import Naming
from ibidem.change.vocabulary import vocabulary

LONG = 120
"""How many characters of a value stand for the whole."""

MOST = 12
"""How many lines are told of an entity."""

Told = dict[str, dict[str, str]]
"""For each property, in words, its values as N-Triples writes them, each with what it is called."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two builds."""

    described: Described
    naming: Naming


def changed_words(entity: str, old: Described, new: Described) -> tuple[str, ...]:
    """Say what is told otherwise of an entity that both builds describe, in the order of a page."""
    said = tuple(_changed(entity, _Side(old, Naming(old)), _Side(new, Naming(new)), frozenset()))
    rest = len(said) - MOST
    return (*said[:MOST], f"and {rest} more") if rest > 0 else said


def _changed(node: str, old: _Side, new: _Side, above: frozenset[str]) -> Iterator[str]:
    before, after = _told(node, old), _told(node, new)
    order = {phrase: rank for rank, phrase in enumerate(vocabulary().phrases.values())}
    for name in sorted({*before, *after}, key=lambda name: (order.get(name, len(order)), name)):
        last, now = before.get(name, {}), after.get(name, {})
        for term in sorted(last.keys() & now.keys()):
            inner = term[1:-1]
            if inner in _parts(node, old) and inner not in above:
                mark = f"{name} {shortened(now[term], length=LONG // 2)}, "
                yield from (f"{mark}{words}" for words in _changed(inner, old, new, above | {node, inner}))
        yield from _compared(name, last, now, new.described.name)


def _parts(node: str, side: _Side) -> set[str]:
    return {part for _, part in side.described.parts.get(node, ())}


def _told(node: str, side: _Side) -> Told:
    """Give what is said of a node, parts by their kind."""
    described, naming = side.described, side.naming
    told: Told = {}
    parts, back = _parts(node, side), back_properties()
    for prop, terms in described.nodes[node].items():
        for term in terms:
            if term[1:-1] not in parts and (prop not in back or term[1:-1] not in described.nodes):
                told.setdefault(vocabulary().phrase(prop), {})[term] = naming.value(term)
    for prop, part in described.parts.get(node, ()):
        name = "text" if prop == TYPE else naming.kind(part)
        brief = f"“{words}”" if (words := naming.words(part)) else naming.label(part)
        told.setdefault(name, {})[f"<{part}>"] = brief
    return told


def _compared(name: str, old: Mapping[str, str], new: Mapping[str, str], graph: str | None) -> Iterator[str]:
    """Say which values of one property are other ones; what is called alike is told apart by its place or its type."""
    removed = {term: old[term] for term in sorted(old.keys() - new.keys())}
    added = {term: new[term] for term in sorted(new.keys() - old.keys())}
    alike = set(removed.values()) & set(added.values())

    def shown(term: str, value: str) -> str:
        return f"{value} ({_apart(term, graph)})" if value in alike else value

    gone, come = (sorted(shown(term, value) for term, value in held.items()) for held in (removed, added))
    if len(gone) == len(come) == 1:
        yield f"{name}: {' → '.join(_cut(gone[0], come[0]))}"
        return
    yield from (f"{name}: no longer {_brief(value)}" for value in gone)
    yield from (f"{name}: now also {_brief(value)}" if old else f"{name}: {_brief(value)}" for value in come)


def _apart(term: str, graph: str | None) -> str:
    """Give what tells a value from another of the same name: the path of a node, the type of a literal."""
    if term.startswith('"'):
        return term[term.rindex('"') + 1 :] or "plain text"
    return term[1:-1].removeprefix(f"{graph}/")


def _cut(old: str, new: str) -> tuple[str, str]:
    """Cut two values so that what differs is seen."""
    if max(len(old), len(new)) <= LONG:
        return old, new
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    start = old.rfind(" ", 0, same - LONG // 3) + 1 if same > LONG // 2 else 0
    mark = "…" if start > 0 else ""
    return mark + _brief(old[start:]), mark + _brief(new[start:])


def _brief(text: str) -> str:
    return shortened(text, length=LONG)
