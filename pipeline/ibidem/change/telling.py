"""A list of changes as people and programs read it."""

from collections import Counter
from collections.abc import Iterator

from ibidem.brief import shortened
from ibidem.change.changes import counted
from ibidem.change.diff import Diff, GraphDiff, Told
from ibidem.change.words import LONG
from ibidem.json_text import pretty_json


def to_text(diff: Diff, *, brief: bool = False) -> str:
    """Tell the changes in words, one graph after the other; `brief` only counts them."""
    if not diff:
        return "nothing changed\n"
    return "".join(f"{line}\n" for line in _lines(diff, brief))


def to_json(diff: Diff) -> bytes:
    """Write the changes for programs: entities graph by graph, and all quads as N-Quads."""
    graphs = [
        {"graph": graph.name, "label": graph.label, "changes": [_entry(told) for told in graph.told]}
        for graph in diff.graphs
    ]
    value = {
        "old": diff.old,
        "new": diff.new,
        "graphs": graphs,
        "removed": [line.rstrip("\n") for line in diff.removed],
        "added": [line.rstrip("\n") for line in diff.added],
    }
    return pretty_json(value)


def _entry(told: Told) -> dict[str, object]:
    change = told.change
    return {
        "change": change.kind.value,
        "kind": told.sort,
        "iri": change.iri,
        "label": change.label,
        "words": list(change.words),
    }


def _lines(diff: Diff, brief: bool) -> Iterator[str]:
    everything = (told.change.kind for graph in diff.graphs for told in graph.told)
    yield f"{counted(Counter(everything))}; statements: +{len(diff.added):,} −{len(diff.removed):,}"
    for graph in diff.graphs:
        yield ""
        yield f"{graph.label}: {counted(Counter(told.change.kind for told in graph.told))}"
        yield from _counts(graph) if brief else _told(graph)


def _told(graph: GraphDiff) -> Iterator[str]:
    for told in graph.told:
        yield f"  {told.change.kind.value} {told.sort} {shortened(told.change.label, length=LONG)}"
        yield from (f"    {words}" for words in told.change.words)


def _counts(graph: GraphDiff) -> Iterator[str]:
    sorts = dict.fromkeys(told.sort for told in graph.told)
    for sort in sorts:
        kinds = Counter(told.change.kind for told in graph.told if told.sort == sort)
        yield f"  {sort}: {counted(kinds)}"
