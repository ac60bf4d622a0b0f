"""`ibidem validate`: the last build, or any RDF, against the shapes."""

from pathlib import Path
from typing import Annotated

import typer

from ibidem.finding import Finding
from ibidem.formats import Format

EXAMPLES = (
    "ibidem validate                     what the last build found, and its store held against the shapes",
    "ibidem validate build/dumps/sethi-2017.ttl",
    "ibidem validate --format sarif > findings.sarif",
)


def validate(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="RDF; the last build if none.")] = None,
    build: Annotated[Path | None, typer.Option(metavar="DIR", help="A build elsewhere than in build/.")] = None,
    format: Annotated[Format, typer.Option(help="For people, for programs, or for a CI system.")] = Format.TEXT,
) -> None:
    """Say what is not as it should be, each finding with the file and line that caused it and what to do.

    Exit code 1 where a violation is among the findings, or where a file holds nothing that can be checked.
    """
    from ibidem.cli.console import note, write
    from ibidem.formats import format_findings
    from ibidem.publication import violates

    if files:
        checked, findings, silent = _files(files)
    else:
        checked, findings = _build(build)
        silent = ()
    write(format_findings(findings, checked=checked, format=format).encode())
    for name in silent:
        note(f"{name}: no shape finds anything to check here; is it data of ibidem?")
    if violates(findings) or silent:
        raise typer.Exit(1)


def _files(files: list[Path]) -> tuple[tuple[str, ...], tuple[Finding, ...], tuple[str, ...]]:
    """Validate RDF files; the last value are those in which there was nothing to check."""
    from ibidem.validate import Conformance, load_shapes, validate_file
    from ibidem.workspace import shapes_folder

    shapes = load_shapes(shapes_folder(Path.cwd()))
    results = [(str(file), validate_file(file, shapes)) for file in files]
    findings = tuple(finding for _, checked in results for finding in checked.findings)
    silent = tuple(name for name, checked in results if checked.outcome is Conformance.NOTHING_CHECKED)
    return tuple(map(str, files)), findings, silent


def _build(build: Path | None) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    from ibidem.recheck import recheck_build
    from ibidem.workspace import find_workspace

    workspace = find_workspace(Path.cwd())
    papers = recheck_build(workspace, build or workspace.build)
    return tuple(paper.id for paper in papers), tuple(finding for paper in papers for finding in paper.findings)
