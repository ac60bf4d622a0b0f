"""What differs between two builds: quad by quad, and entity by entity in words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from ibidem.change.changes import Change, ChangeKind
from ibidem.change.described import Described, describe_graph
from ibidem.change.dumps import Dump
from ibidem.change.naming import Naming
from ibidem.change.vocabulary import plain, vocabulary
from ibidem.change.words import changed_words
from ibidem.dump.graph import natural, split_line


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one entity: `sort` is what it is, in a word."""

    sort: str
    change: Change


@dataclass(frozen=True, slots=True)
class GraphDiff:
    """What differs in one graph, which `label` names; in the order of a page, then of the labels."""

    name: str | None
    label: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two builds; `old` and `new` are the SHA-256 of all their quads as sorted N-Quads."""

    old: str
    new: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    graphs: tuple[GraphDiff, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.removed or self.added)


def compare_quads(old: Dump, new: Dump) -> Diff:
    """Compare two builds quad by quad, in one pass over both."""
    removed: list[str] = []
    added: list[str] = []
    hashes = sha256(), sha256()
    sides = [iter(old()), iter(new())]
    heads = [next(side, None) for side in sides]
    while heads[0] is not None or heads[1] is not None:
        before, after = heads
        if before is not None and (after is None or before <= after):
            hashes[0].update(before.encode("utf-8"))
            heads[0] = next(sides[0], None)
        if after is not None and (before is None or after <= before):
            hashes[1].update(after.encode("utf-8"))
            heads[1] = next(sides[1], None)
        if before == after:
            continue
        if before is not None and (after is None or before < after):
            removed.append(before)
        elif after is not None:
            added.append(after)
    return Diff(hashes[0].hexdigest(), hashes[1].hexdigest(), tuple(removed), tuple(added))


def diff_builds(old: Dump, new: Dump) -> Diff:
    """Compare two builds, and tell in words what became of each entity; raise InputError for a damaged dump."""
    diff = compare_quads(old, new)
    touched = {graph_of(line) for line in (*diff.removed, *diff.added)}
    before, after = graph_lines(old, touched), graph_lines(new, touched)
    graphs = tuple(
        _graph_diff(describe_graph(name, before.get(name, ())), describe_graph(name, after.get(name, ())))
        for name in sorted(touched, key=lambda name: name or "")
    )
    return Diff(diff.old, diff.new, diff.removed, diff.added, graphs)


def graph_of(line: str) -> str | None:
    """Give the graph of a quad, None for the default graph."""
    return split_line(line.rstrip("\n"))[3]


def graph_lines(dump: Dump, names: Iterable[str | None] | None = None) -> dict[str | None, list[str]]:
    """Sort the quads of a build by graph: of these graphs, or of all."""
    wanted = None if names is None else set(names)
    found: dict[str | None, list[str]] = {}
    for line in dump():
        graph = graph_of(line)
        if wanted is None or graph in wanted:
            found.setdefault(graph, []).append(line)
    return found


def _graph_diff(old: Described, new: Described) -> GraphDiff:
    order = {one: rank for rank, one in enumerate(vocabulary().classes.values())}
    told = sorted(
        _changes(old, new),
        key=lambda told: (order.get(told.sort, len(order)), told.sort, natural(told.change.label), told.change.iri),
    )
    name = new.name if new.nodes else old.name
    return GraphDiff(name, _graph_label(new if new.nodes else old), tuple(told))


def _graph_label(described: Described) -> str:
    if described.name is None:
        return "dataset"
    if described.name in described.nodes:
        return Naming(described).name(described.name) or described.name
    return plain(described.name)


def _changes(old: Described, new: Described) -> Iterator[Told]:
    before, after = Naming(old), Naming(new)
    last, now = set(old.entities), set(new.entities)
    heirs = _heirs(old, new)
    for iri in sorted(last | now):
        if iri not in now:
            heir = _heir(iri, old, heirs)
            place = (f"in its place: {after.kind(heir)} {after.label(heir)}",) if heir else ()
            yield Told(before.kind(iri), Change(ChangeKind.WITHDRAWN, iri, "", before.label(iri), place))
        elif iri not in last:
            yield Told(after.kind(iri), Change(ChangeKind.ADDED, iri, new.sha256(iri), after.label(iri)))
        elif (digest := new.sha256(iri)) != old.sha256(iri):
            words = changed_words(iri, old, new)
            yield Told(after.kind(iri), Change(ChangeKind.CHANGED, iri, digest, after.label(iri), words))


def _heirs(old: Described, new: Described) -> dict[tuple[str, str], list[str]]:
    """Give the entities by the passages that are new to them, together with the path that names their kind."""
    found: dict[tuple[str, str], list[str]] = {}
    for iri in new.entities:
        before = set(old.parts.get(iri, ()))
        for link in new.parts.get(iri, ()):
            if link not in before:
                found.setdefault((iri.rpartition("/")[0], link[1]), []).append(iri)
    return found


def _heir(iri: str, old: Described, heirs: dict[tuple[str, str], list[str]]) -> str | None:
    """Give what has taken the place of an entity that is withdrawn: what stands in most of its passages."""
    path = iri.rpartition("/")[0]
    found = Counter(heir for _, part in old.parts.get(iri, ()) for heir in heirs.get((path, part), ()))
    return min(found, key=lambda heir: (-found[heir], heir), default=None)
