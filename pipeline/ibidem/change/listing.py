"""What a release changes: every entity of the new build held against what the last releases listed.

The last build need not be at hand: the hashes of the lists say what changed. Where it is, words say how.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from ibidem.brief import shortened
from ibidem.change.changes import Change, ChangeKind, Release, described
from ibidem.change.described import Described, describe_graph
from ibidem.change.diff import graph_lines
from ibidem.change.dumps import Dump
from ibidem.change.naming import Naming
from ibidem.change.vocabulary import vocabulary
from ibidem.change.words import changed_words
from ibidem.dump.graph import read_literal

_LABEL = 160
_GONE = ("dcterms:isReplacedBy", "prov:wasInvalidatedBy", "rdfs:comment")


def make_release(
    version: str, issued: str, *, base: str, releases: Sequence[Release], new: Dump, old: Dump | None = None
) -> Release:
    """Make the next release of a build; `old` is the build of the last release, where it is at hand.

    Listed are the entities whose IRIs begin with `base`: nothing else can be released. Raise InputError for a version
    or a moment that is none, and for a damaged dump.
    """
    digest = sha256()
    for line in new():
        digest.update(line.encode("utf-8"))
    changes = tuple(list_changes(releases, base=base, new=new, old=old))
    return Release(version, issued, digest.hexdigest(), changes)


def list_changes(releases: Iterable[Release], *, base: str, new: Dump, old: Dump | None = None) -> Iterator[Change]:
    """List what became of each entity since the last of these releases, by IRI.

    What the graph of withdrawals names is no more described, and says why.
    """
    last = described(releases)
    held = {graph.name: graph for graph in _graphs(new)}
    gone = held.pop(f"{base}withdrawn", None)
    graphs = list(held.values())
    now = {iri: digest for iri, digest in _hashes(graphs).items() if iri.startswith(base)}
    changed = [iri for iri, digest in now.items() if iri not in last or last[iri].sha256 != digest]
    homes = {iri: graph for graph in graphs for iri in graph.entities}
    before = {graph.name: graph for graph in _graphs(old)} if old and changed else {}
    for iri in sorted({*changed, *(last.keys() - now.keys())}):
        if iri not in now:
            yield _withdrawn(iri, last[iri].label, gone)
            continue
        home = homes[iri]
        kind = ChangeKind.CHANGED if iri in last else ChangeKind.ADDED
        former = before.get(home.name)
        words = changed_words(iri, former, home) if iri in last and former and iri in former.nodes else ()
        yield Change(kind, iri, now[iri], _named(iri, home), words)


def _withdrawn(iri: str, label: str, gone: Described | None) -> Change:
    """Say why an entity is no more, and what stands for it, where a person said so."""
    if gone is None or iri not in gone.nodes:
        return Change(ChangeKind.WITHDRAWN, iri, "", label)
    replaced, acts, reasons = (vocabulary().iri(name) for name in _GONE)
    said = gone.nodes[iri]
    by = next((term[1:-1] for term in said.get(replaced, ())), "")
    why = [term for act in said.get(acts, ()) for term in gone.nodes.get(act[1:-1], {}).get(reasons, ())]
    words = tuple(read_literal(term)[0] for term in why)
    return Change(ChangeKind.WITHDRAWN, iri, "", label, words, by)


def _graphs(dump: Dump) -> list[Described]:
    return [describe_graph(name, lines) for name, lines in graph_lines(dump).items()]


def _hashes(graphs: Iterable[Described]) -> dict[str, str]:
    """Give the hash of each entity; one that several graphs describe has that of all their hashes."""
    found: dict[str, list[str]] = {}
    for graph in graphs:
        for iri in graph.entities:
            found.setdefault(iri, []).append(graph.sha256(iri))
    return {
        iri: held[0] if len(held) == 1 else sha256("".join(sorted(held)).encode("ascii")).hexdigest()
        for iri, held in found.items()
    }


def _named(iri: str, graph: Described) -> str:
    naming = Naming(graph)
    return shortened(f"{naming.kind(iri)} {naming.label(iri)}", length=_LABEL)
