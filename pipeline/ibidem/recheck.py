"""Hold the last build against the shapes again: what was published, led back to the files that people mend."""

import gzip
import zlib
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ibidem.errors import InputError
from ibidem.finding import Code
from ibidem.locate import located
from ibidem.origin import Finder
from ibidem.publication import PaperState, last_report
from ibidem.read import read_bytes, read_document
from ibidem.validate import Shapes, load_shapes, validate_quads
from ibidem.workspace import Workspace, load_paper

Graphs = dict[str, list[Quad]]


def recheck_build(workspace: Workspace, out: Path) -> tuple[PaperState, ...]:
    """Give the papers of the last build, each with its findings of now.

    What readers and resolvers found stands in the build's report; SHACL results are made anew from the dump of all
    graphs (not from the store, which keeps whole numbers without their narrower datatypes). A paper that the build
    refused is not published: its findings are those of the report. Raise InputError where there is no build, or
    where a paper is not the one that was built.
    """
    report = last_report(out)
    if report is None:
        raise InputError("there is no build to validate; run: ibidem publish", path=out)
    if all(state.violated for state in report.papers):
        return report.papers
    shapes = load_shapes(workspace.shapes)
    graphs = _graphs(out / "dumps" / "dataset.nq.gz")
    return tuple(state if state.violated else _rechecked(state, workspace, graphs, shapes) for state in report.papers)


def _rechecked(state: PaperState, workspace: Workspace, graphs: Graphs, shapes: Shapes) -> PaperState:
    source = load_paper(workspace, state.id)
    if source.paper.sha256 != state.sha256:
        raise InputError("is not the text that was built; run: ibidem publish", path=source.file)
    quads = graphs.get(f"{workspace.base}{state.id}", [])
    if not quads:
        raise InputError(f"the build holds nothing of {state.id}; run: ibidem publish", path=source.folder)
    others = (graphs.get(f"{workspace.base}{name}", []) for name in (f"{state.id}/reading", "authorities"))
    checked = validate_quads([*quads, *(quad for graph in others for quad in graph)], shapes)
    findings = located(
        (*(finding for finding in state.findings if finding.code is not Code.SHAPE), *checked.findings),
        finder=Finder.of(read_document(source.file), digest=state.sha256),
        decisions=state.decided,
        quads=quads,
        paper=workspace.shown(source.file),
        settings=workspace.shown(source.folder / "paper.toml"),
    )
    return replace(state, findings=findings, shapes=checked.focus_nodes)


def _graphs(dump: Path) -> Graphs:
    graphs: Graphs = {}
    try:
        for quad in parse(gzip.decompress(read_bytes(dump)), format=RdfFormat.N_QUADS):
            if isinstance(quad.graph_name, NamedNode):
                graphs.setdefault(quad.graph_name.value, []).append(quad)
    except (EOFError, zlib.error, gzip.BadGzipFile, SyntaxError) as error:
        raise InputError(f"is damaged: {error}; run: ibidem publish", path=dump) from None
    return graphs
