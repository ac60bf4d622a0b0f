"""`ibidem validate`: the last build, or any RDF, against the shapes."""

from pathlib import Path
from typing import Annotated

import typer

from ibidem.cli.places import placed
from ibidem.finding import Finding
from ibidem.formats import Format

EXAMPLES = (
    "ibidem validate                     what the last build found, and its store held against the shapes",
    "ibidem validate build/dumps/sethi-2017.ttl",
    "ibidem validate --anew              the papers as they are now; build/ stays as it is",
    "ibidem validate --format sarif > findings.sarif",
)


def validate(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="RDF; the last build if none.")] = None,
    build: Annotated[Path | None, typer.Option(metavar="DIR", help="A build elsewhere than in build/.")] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Build the papers for this alone, and throw that away.")] = False,
    format: Annotated[Format, typer.Option(help="For people, for programs, or for a CI system.")] = Format.TEXT,
) -> None:
    """Say what is not as it should be, and where.

    Each finding names the file and line that caused it, and what to do. Shapes that check nothing, by a slip that
    no engine notices, are said first: nothing is held against them. Exit code 1 where a violation is among the
    findings, or where a file holds nothing that can be checked.
    """
    from ibidem.cli.console import note, write
    from ibidem.formats import format_findings
    from ibidem.publication import violates

    faults = placed(_faults(), Path.cwd(), format)
    if violates(faults):
        write(format_findings(faults, checked=("the shapes",), format=format).encode())
        raise typer.Exit(1)
    if anew and (files or build):
        raise typer.BadParameter("builds the papers itself: name no file and no build with it", param_hint="--anew")
    checked, findings, silent = _anew(format) if anew else _files(files, format) if files else _build(build, format)
    findings = (*faults, *findings)
    write(format_findings(findings, checked=checked, format=format).encode())
    for name in silent:
        note(f"{name}: no shape finds anything to check here; is it data of ibidem?")
    if violates(findings) or silent:
        raise typer.Exit(1)


_Result = tuple[tuple[str, ...], tuple[Finding, ...], tuple[str, ...]]
"""What was checked, what was found, and in which files there was nothing to check."""


def _faults() -> tuple[Finding, ...]:
    """Lint the shapes of the workspace, or those that come with the program."""
    from ibidem.lint import lint_shapes
    from ibidem.workspace import find_root, load_workspace, packaged

    here = Path.cwd()
    root = find_root(here)
    workspace = load_workspace(root) if root else None
    shapes = workspace.shapes if workspace else packaged("shapes")
    ontology = workspace.ontology if workspace else packaged("ontology")
    return lint_shapes(shapes.relative_to(here) if shapes.is_relative_to(here) else shapes, ontology=ontology)


def _files(files: list[Path], format: Format) -> _Result:
    from ibidem.validate import Conformance, load_shapes, validate_file
    from ibidem.workspace import shapes_folder

    shapes = load_shapes(shapes_folder(Path.cwd()))
    results = [(str(file), validate_file(file, shapes)) for file in files]
    findings = tuple(finding for _, checked in results for finding in checked.findings)
    silent = tuple(name for name, checked in results if checked.outcome is Conformance.NOTHING_CHECKED)
    return tuple(map(str, files)), placed(findings, Path.cwd(), format), silent


def _anew(format: Format) -> _Result:
    """Build the papers into a folder that is gone afterwards, and validate that."""
    from tempfile import TemporaryDirectory

    from ibidem.build import Options, build_papers
    from ibidem.cli.console import progress_line
    from ibidem.workspace import find_workspace

    with TemporaryDirectory(prefix="ibidem-") as folder, progress_line() as progress:
        build = Path(folder) / "build"
        build_papers(find_workspace(Path.cwd()), Options(out=build), progress=progress)
        return _build(build, format)


def _build(build: Path | None, format: Format) -> _Result:
    from ibidem.recheck import recheck_build
    from ibidem.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    papers = recheck_build(workspace, build or workspace.build)
    findings = tuple(finding for paper in papers for finding in paper.findings)
    return tuple(paper.id for paper in papers), placed(findings, workspace.root, format), ()
