"""Hold the last build against the shapes again: what the store says, led back to the files that people mend."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from ibidem.errors import InputError
from ibidem.finding import Code, Finding
from ibidem.locate import located
from ibidem.publication import PaperState, last_report
from ibidem.read import read_document
from ibidem.store import open_store
from ibidem.validate import Shapes, load_shapes, validate_quads
from ibidem.workspace import Workspace, load_paper


def recheck_build(workspace: Workspace, out: Path) -> tuple[PaperState, ...]:
    """Give the papers of the last build, each with its findings of now.

    What the readers and resolvers found stands in the build's report; SHACL results are made anew from the
    store. A paper that the build refused is not in the store: its findings are those of the report. Raise
    InputError where there is no build, or where a paper is not the one that was built.
    """
    report = last_report(out)
    if report is None:
        raise InputError("there is no build to validate; run: ibidem publish", path=out)
    shapes = load_shapes(workspace.shapes)
    store = open_store(out / "store") if any(not state.violated for state in report.papers) else None
    return tuple(
        state if state.violated or store is None else _rechecked(state, workspace, store, shapes)
        for state in report.papers
    )


def _rechecked(state: PaperState, workspace: Workspace, store: Store, shapes: Shapes) -> PaperState:
    source = load_paper(workspace, state.id)
    if source.paper.sha256 != state.sha256:
        raise InputError("is not the text that was built; run: ibidem publish", path=source.file)
    quads = list(_graph(store, f"{workspace.base}{state.id}"))
    if not quads:
        raise InputError(f"the build holds nothing of {state.id}; run: ibidem publish", path=source.folder)
    checked = validate_quads([*quads, *_graph(store, f"{workspace.base}authorities")], shapes)
    findings = located(
        (*_read(state), *checked.findings),
        text=read_document(source.file).text,
        decisions=state.decided,
        quads=quads,
        paper=workspace.shown(source.file),
        settings=workspace.shown(source.folder / "paper.toml"),
    )
    return replace(state, findings=findings, shapes=checked.focus_nodes)


def _read(state: PaperState) -> Iterator[Finding]:
    return (finding for finding in state.findings if finding.code is not Code.SHAPE)


def _graph(store: Store, name: str) -> Iterator[Quad]:
    return iter(store.quads_for_pattern(None, None, None, NamedNode(name)))
