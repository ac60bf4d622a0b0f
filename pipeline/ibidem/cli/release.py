"""`ibidem release`: make the IRIs of a publication permanent."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ibidem.workspace import Workspace

EXAMPLES = (
    "ibidem release 1.0.0                 what was published, dated by the last commit",
    "ibidem release 1.1.0 --date 2027-03-01",
    "ibidem release 1.1.0 --last ../1.0.0 with words for what changed since that build",
)


def release(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="As ibidem.toml says it: 1.0.0.")],
    date: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day, or the moment in UTC; that of the last commit if not given."),
    ] = None,
    last: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The build of the last release: says how things changed.")
    ] = None,
    build: Annotated[Path | None, typer.Option(metavar="DIR", help="Release this build instead of build/.")] = None,
) -> None:
    """Release what was published: its IRIs never vanish again.

    Everything is built anew beside it, and must be the same. The ledger of released IRIs and what changed are written
    into seeds/released/; commit them. Exit code 1 where a paper is refused or a released IRI would vanish.
    """
    from ibidem.change.changes import read_releases
    from ibidem.change.dumps import dump_of
    from ibidem.change.release import check_version, release_build
    from ibidem.cli.commit import committed
    from ibidem.cli.console import say, shown
    from ibidem.workspace import SETTINGS, find_workspace

    workspace = find_workspace(Path.cwd())
    base, said = workspace.base, workspace.dataset.version
    releases = read_releases(workspace.released)
    check_version(version, said=said, settings=workspace.root / SETTINGS, releases=releases)
    published = _quads(build or workspace.build)
    issued = date or committed(workspace.root)
    _check_anew(workspace, published, build or workspace.build)
    old = dump_of(last) if last else None
    done = release_build(workspace.released, published, base=base, version=version, issued=issued, old=old)
    say(f"{version} is released, of {done.release.day}: {len(done.ledger.since):,} permanent IRIs, {done.new:,} new")
    for path in done.files:
        say(f"  {shown(path)}")
    say()
    say("next: commit these files, and run: ibidem publish")


def _quads(build: Path) -> bytes:
    from ibidem.change.dumps import dump_of

    return "".join(dump_of(build)()).encode("utf-8")


def _check_anew(workspace: "Workspace", published: bytes, build: Path) -> None:
    """Build everything anew; exit where a paper is refused, raise InputError where it is not what was published."""
    from tempfile import TemporaryDirectory

    from ibidem.build import Options, build_papers
    from ibidem.cli.console import progress_line, say
    from ibidem.cli.summary import summary
    from ibidem.errors import InputError

    with TemporaryDirectory(prefix="ibidem-") as name:
        out = Path(name) / "build"
        with progress_line() as progress:
            report = build_papers(workspace, Options(out=out, site=False), progress=progress)
        if report.violated:
            for line in summary(report, out=out, usual=True):
                say(line)
            raise typer.Exit(1)
        if _quads(out) != published:
            raise InputError("is not what the workspace gives now; run: ibidem publish", path=build)
