"""Dumps: the same bytes from the same quads, whatever their order."""

import gzip
import io
from collections.abc import Iterable
from pathlib import Path

from ibidem.dump.graph import Graph, Subject, natural, ordered, split_graphs, to_nquads
from ibidem.dump.jsonld import Compaction, Context, compact, named_graph, prefixes_of, write_jsonld
from ibidem.dump.turtle import TurtleGraph, write_trig, write_turtle

__all__ = [
    "Compaction",
    "Context",
    "Graph",
    "Subject",
    "TurtleGraph",
    "compact",
    "natural",
    "ordered",
    "prefixes_of",
    "to_nquads",
    "write_dumps",
    "write_jsonld",
    "write_turtle",
]

_LEVEL = 6


def write_dumps(folder: Path, nquads: bytes, *, base: str, context: Context, papers: Iterable[str]) -> tuple[Path, ...]:
    """Write every dump into a folder that exists, and give the paths.

    `nquads` come from `to_nquads`; each paper of `papers` (ids) has its own Turtle and JSON-LD, and the
    `dataset.*` files hold all graphs. Raise OSError where the disk is full or read-only.
    """
    graphs = split_graphs(nquads, base=base)
    prefixes = prefixes_of(context)
    turtle = {graph.name: TurtleGraph(graph, prefixes=prefixes, base=base) for graph in graphs}
    compaction = Compaction.of(context, base=base)
    nodes = {graph.name: compact(graph, compaction) for graph in graphs}
    files: dict[str, bytes] = {}
    for paper in sorted(papers):
        graph = turtle.get(f"{base}{paper}")
        if graph is not None:
            files[f"{paper}.ttl"] = write_turtle([graph], prefixes=prefixes, base=base).encode()
            files[f"{paper}.jsonld"] = write_jsonld(nodes[graph.name], context=context, base=base)
    whole = [*nodes.pop(None, []), *(named_graph(name, held, compaction) for name, held in nodes.items() if name)]
    files["dataset.ttl"] = write_turtle(turtle.values(), prefixes=prefixes, base=base).encode()
    files["dataset.trig"] = write_trig(turtle.values(), prefixes=prefixes, base=base).encode()
    files["dataset.jsonld"] = write_jsonld(whole, context=context, base=base)
    files["dataset.nq.gz"] = compressed(nquads)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in files)


def compressed(data: bytes) -> bytes:
    """Compress with gzip, without a file name or a clock in its head."""
    output = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=output, mtime=0, compresslevel=_LEVEL) as file:
        file.write(data)
    return output.getvalue()
