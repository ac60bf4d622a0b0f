"""The flow in order, on one page: read, find, resolve, describe, validate, publish.

The only module that knows the order. The unit of refusal is the paper: one that has a violation keeps its last
published version, and the others are published.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Quad

from ibidem.anchoring import mismatched_segments, mismatched_spans
from ibidem.change.ledger import check_released, read_ledger
from ibidem.curate.reading import Reading
from ibidem.describe import (
    describe_authorities,
    describe_dataset,
    describe_ontology,
    describe_record,
    describe_segments,
    describe_withdrawn,
    segments_of,
)
from ibidem.describe.context import make_context
from ibidem.document import Document, PartKind
from ibidem.dump import Context, to_nquads, write_dumps
from ibidem.edition import Edition, load_authorities, load_decisions
from ibidem.edtf import Date
from ibidem.errors import InputError
from ibidem.find import find_candidates
from ibidem.iri import slug
from ibidem.locate import located
from ibidem.origin import Finder
from ibidem.publication import BuildReport, Outcome, PaperState, counted, last_report, shape_findings, violates
from ibidem.read import read_bytes, read_document
from ibidem.record import Paper, Record
from ibidem.resolve import resolve_candidates
from ibidem.segment import Segment
from ibidem.store import load_store, open_store
from ibidem.swap import REPORT, current, locked, replaced, write_report
from ibidem.validate import Shapes, load_shapes, validate_quads
from ibidem.withdrawal import WITHDRAWN, Withdrawal, load_withdrawals
from ibidem.workspace import SETTINGS, PaperSource, Workspace, load_paper, paper_ids

Progress = Callable[[str], None]
_PAPERS, _DUMPS, _SITE = "papers", "dumps", "site"
_UNDATED = Date("9999", "")
"""A paper read without its paper.toml: later than all that it can speak of."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is built: these papers, or all; with or without what people added, and the site; into this folder.

    `modified` is the day of the last change (ISO 8601) where the settings say none.
    """

    out: Path
    papers: tuple[str, ...] = ()
    decisions: bool = True
    strict: bool = False
    site: bool = False
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class _Built:
    state: PaperState
    nquads: bytes


def build_papers(workspace: Workspace, options: Options, *, progress: Progress = lambda _: None) -> BuildReport:
    """Build papers and publish those that no violation refuses; the others keep their last published version.

    Nothing is published where all are refused, or one under `strict`; the report is written all the same.
    Raise InputError for what people must mend first, PublishError for what the disk refuses.
    """
    known = paper_ids(workspace)
    if not known:
        raise InputError("holds no paper; make a folder with paper.txt and paper.toml here", path=workspace.papers)
    sources = [load_paper(workspace, paper) for paper in sorted(set(options.papers or known))]
    edition = Edition(authorities=load_authorities(workspace.authorities) if options.decisions else ())
    with locked(options.out):
        shapes = load_shapes(workspace.shapes)
        built = [_build_paper(workspace, source, edition, shapes, options, progress) for source in sources]
        refused = [paper for paper in built if paper.state.violated]
        if len(refused) == len(built) or (options.strict and refused):
            report = _report(built, Outcome.REFUSED)
            write_report(options.out, report.to_json())
            return report
        last = {name: paper for name, paper in _last_publication(options.out) if name in known}
        whole = [*(_kept(paper, last) for paper in built), *_untouched(last, built)]
        progress("publishing")
        with replaced(options.out) as folder:
            report = _report(whole, Outcome.PUBLISHED)
            return _publish(workspace, folder, edition, whole, report, options)


def _build_paper(
    workspace: Workspace, source: PaperSource, edition: Edition, shapes: Shapes, options: Options, progress: Progress
) -> _Built:
    paper = source.paper
    progress(f"{paper.id}: reading")
    document = read_document(source.file)
    progress(f"{paper.id}: resolving")
    entries = load_decisions(source.decisions, source=workspace.shown(source.decisions)) if options.decisions else ()
    record, segments = _resolve_paper(document, paper, replace(edition, entries=entries))
    people = workspace.dataset.people
    quads = describe_record(record, base=workspace.base, text=document.text, people=people)
    published = [*quads, *describe_segments(record, segments, base=workspace.base, text=document.text)]
    nquads = to_nquads(published)
    progress(f"{paper.id}: validating")
    checked = validate_quads([*published, *_authorities(edition, [nquads], workspace.base)], shapes)
    decided = tuple((decision.key, decision.source, decision.line) for decision in record.decisions)
    findings = located(
        (*record.findings, *checked.findings),
        finder=Finder.of(document, digest=paper.sha256),
        decisions=decided,
        quads=quads,
        paper=workspace.shown(source.file),
        settings=workspace.shown(source.folder / "paper.toml"),
    )
    violated = violates(findings)
    state = PaperState(
        id=paper.id,
        outcome=Outcome.REFUSED if violated else Outcome.PUBLISHED,
        violated=violated,
        decisions=options.decisions,
        sha256=paper.sha256,
        quads=len(quads),
        counts=counted(record),
        shapes=checked.focus_nodes,
        decided=decided,
        findings=findings,
    )
    return _Built(state, nquads)


def _resolve_paper(document: Document, paper: Paper, edition: Edition) -> tuple[Record, tuple[Segment, ...]]:
    """Make the record and the segments of its text that are published, each span held against the text."""
    record = resolve_candidates(document, find_candidates(document), paper=paper, edition=edition)
    segments = segments_of(record, document)
    mismatched = *mismatched_spans(record, document.text), *mismatched_segments(segments, document.text)
    return replace(record, findings=(*record.findings, *mismatched)), segments


def read_paper(workspace: Workspace, source: PaperSource) -> Reading:
    """Read a paper for its curator: the record of the machine alone, and beside it what people decided."""
    document = read_document(source.file)
    candidates = find_candidates(document)
    entries = load_decisions(source.decisions, source=workspace.shown(source.decisions))
    record = resolve_candidates(document, candidates, paper=source.paper, edition=Edition())
    file, settings = workspace.shown(source.file), workspace.shown(source.folder / "paper.toml")
    checked = shape_findings(workspace.build, sha256=source.paper.sha256)
    return Reading(document, candidates, record, entries, file, settings, checked)


def resolve_paper(workspace: Workspace, source: PaperSource) -> tuple[Document, Record]:
    """Read a paper and make its record with all that people added, as it is published."""
    document = read_document(source.file)
    entries = load_decisions(source.decisions, source=workspace.shown(source.decisions))
    edition = Edition(entries, load_authorities(workspace.authorities))
    return document, _resolve_paper(document, source.paper, edition)[0]


def extract_paper(file: Path) -> tuple[Document, Record]:
    """Read, find and resolve one file that stands in no workspace; raise InputError for what is no paper."""
    document = read_document(file)
    return document, extract_document(document, file.name, digest=sha256(read_bytes(file)).hexdigest())


def extract_document(document: Document, name: str, *, digest: str = "") -> Record:
    """Find and resolve what a document holds; `name` is that of its file, `digest` the file's SHA-256."""
    stem = Path(name).stem
    title = next((part.span.of(document.text) for part in document.parts if part.kind is PartKind.TITLE), stem)
    paper = Paper(
        id=slug(stem),
        title=" ".join(title.split()),
        authors=(),
        journal=None,
        issn=None,
        date=_UNDATED,
        language="en",
        rights="unclear",
        license=None,
        sha256=digest,
        file=name,
    )
    record = resolve_candidates(document, find_candidates(document), paper=paper, edition=Edition())
    return replace(record, findings=(*record.findings, *mismatched_spans(record, document.text)))


def _last_publication(out: Path) -> Iterator[tuple[str, _Built]]:
    """Read the papers of the last publication."""
    folder = current(out)
    report = last_report(folder) if folder else None
    if folder is None or report is None:
        return
    for state in report.papers:
        if state.outcome is not Outcome.REFUSED:
            yield state.id, _Built(state, (folder / _PAPERS / f"{state.id}.nq").read_bytes())


def _kept(paper: _Built, last: dict[str, _Built]) -> _Built:
    """Put the last published version in the place of a paper that is refused."""
    before = last.get(paper.state.id)
    if not paper.state.violated or before is None:
        return paper
    state = replace(before.state, outcome=Outcome.KEPT, violated=True, findings=paper.state.findings)
    return _Built(state, before.nquads)


def _untouched(last: dict[str, _Built], built: list[_Built]) -> Iterator[_Built]:
    """Take over the papers that were not asked for, as they were published last."""
    asked = {paper.state.id for paper in built}
    for name, paper in last.items():
        if name not in asked:
            yield _Built(replace(paper.state, outcome=Outcome.KEPT), paper.nquads)


def _report(papers: list[_Built], outcome: Outcome) -> BuildReport:
    states = sorted((paper.state for paper in papers), key=lambda state: state.id)
    return BuildReport(outcome, sum(state.quads for state in states), tuple(states))


def _authorities(edition: Edition, papers: Iterable[bytes], base: str) -> list[Quad]:
    """Describe the authorities that papers (N-Quads) point to, and no others."""
    objects = re.compile(rb" <%b([a-z]+/[^/>]+)> <" % re.escape(base.encode()))
    pointed = {name.decode() for paper in papers for name in objects.findall(paper)}
    used = (item for item in edition.authorities if f"{item.kind}/{item.key}" in pointed)
    return describe_authorities(used, base=base)


def _publish(
    workspace: Workspace, folder: Path, edition: Edition, papers: list[_Built], report: BuildReport, options: Options
) -> BuildReport:
    """Write store, dumps, each paper's quads, the report and the site into an empty folder."""
    published = {paper.state.id: paper.nquads for paper in papers if paper.state.outcome is not Outcome.REFUSED}
    gone = load_withdrawals(workspace.released / WITHDRAWN) if options.decisions else ()
    shared = [
        *_authorities(edition, published.values(), workspace.base),
        *describe_ontology(workspace.ontology, base=workspace.base),
        *describe_dataset(workspace.dataset, base=workspace.base, papers=sorted(published)),
        *describe_withdrawn(gone, base=workspace.base, people=workspace.dataset.people),
    ]
    lines = sorted({line for held in (to_nquads(shared), *published.values()) for line in held.splitlines(True)})
    nquads = b"".join(lines)
    if options.decisions:
        _check_released(workspace, gone, nquads, unpublished=set(paper_ids(workspace)) - published.keys())
    for name in (_PAPERS, _DUMPS):
        (folder / name).mkdir()
    for paper, held in published.items():
        (folder / _PAPERS / f"{paper}.nq").write_bytes(held)
    load_store(folder / "store", nquads)
    context = make_context(read_bytes(workspace.ontology / "ibidem.ttl"))
    write_dumps(folder / _DUMPS, nquads, base=workspace.base, context=context, papers=published)
    report = replace(report, quads=len(lines))
    (folder / REPORT).write_bytes(report.to_json())
    if options.site:
        _write_site(workspace, folder, nquads, report, context, options)
    return report


def _write_site(
    workspace: Workspace, folder: Path, nquads: bytes, report: BuildReport, context: Context, options: Options
) -> None:
    # The templates are loaded by those alone who want a site.
    from ibidem.publish import write_site
    from ibidem.publish.source import Source

    dataset = workspace.dataset
    modified = dataset.modified or options.modified or dataset.issued
    if modified is None:
        message = "says no day, which portals ask for; add to [dataset] the day of the first publication: issued = ..."
        raise InputError(message, path=workspace.root / SETTINGS)
    (folder / _SITE).mkdir()
    store = open_store(folder / "store")
    write_site(folder / _SITE, Source(store, nquads, workspace, report, context, folder / _DUMPS, modified))


def _check_released(
    workspace: Workspace, gone: Iterable[Withdrawal], nquads: bytes, *, unpublished: Iterable[str]
) -> None:
    """Raise ReleasedError where a released IRI would vanish and nobody withdrew it."""
    ledger = read_ledger(workspace.released, base=workspace.base)
    check_released(ledger, gone, nquads, path=workspace.released / WITHDRAWN, unpublished=unpublished)
