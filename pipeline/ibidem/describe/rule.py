"""Rules: what the program ran over the paper; one node for each that made something, one for the program (PROV-O)."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ibidem import __version__
from ibidem.describe import terms as t
from ibidem.describe.keyword import KEYWORD_RULES
from ibidem.describe.statement import Nodes, Statement, texts
from ibidem.record import Record
from ibidem.words import read_table


class _Made(Protocol):
    @property
    def rules(self) -> tuple[str, ...]: ...


def rules_of(record: Record) -> tuple[str, ...]:
    """Give the rules that made the items of a record, each once, in the order of the items."""
    return tuple(dict.fromkeys(rule for rule in _made(record) if not rule.startswith("decision/")))


def _made(record: Record) -> Iterator[str]:
    if record.keywords:
        yield from KEYWORD_RULES
    collections: tuple[Iterable[_Made], ...] = (
        record.pointers,
        record.references,
        record.works,
        record.agents,
        record.places,
        record.actors,
        (role for actor in record.actors for role in actor.roles),
        record.quotations,
        record.treaties,
        record.events,
        record.claims,
    )
    for items in collections:
        for item in items:
            yield from item.rules


def describe_rules(record: Record, nodes: Nodes) -> Iterator[Statement]:
    """Describe each rule used, and the program; a rule that `words/rules.tsv` does not list is called by its id."""
    program = nodes.node("program", "ibidem")
    labels = {row[0]: row[2] for row in read_table("rules")}
    for rule in rules_of(record):
        node = nodes.node("rule", rule)
        yield node, t.A, t.RULE
        yield from texts(node, (t.NOTATION, rule), (t.PREF_LABEL, labels.get(rule, rule)))
        yield node, t.ASSOCIATED_WITH, program
        yield program, t.A, t.SOFTWARE_AGENT
        yield from texts(program, (t.FOAF_NAME, "ibidem"), (t.SOFTWARE_VERSION, __version__))
