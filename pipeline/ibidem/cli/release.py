"""`ibidem release`: make the IRIs of a publication permanent."""

from pathlib import Path
from typing import Annotated

import typer

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
    from tempfile import TemporaryDirectory

    from ibidem.build import Options, build_papers
    from ibidem.change.changes import read_releases
    from ibidem.change.dumps import dump_of
    from ibidem.change.release import check_version, release_build
    from ibidem.cli.commit import committed
    from ibidem.cli.console import progress_line, say, shown
    from ibidem.cli.summary import summary
    from ibidem.errors import InputError
    from ibidem.workspace import SETTINGS, find_workspace

    workspace = find_workspace(Path.cwd())
    folder, settings = build or workspace.build, workspace.root / SETTINGS
    check_version(
        version, said=workspace.dataset.version, settings=settings, releases=read_releases(workspace.released)
    )
    published = "".join(dump_of(folder)()).encode("utf-8")
    issued = date or committed(workspace.root)
    with TemporaryDirectory(prefix="ibidem-") as name, progress_line() as progress:
        anew = Path(name) / "build"
        report = build_papers(workspace, Options(out=anew, site=False), progress=progress)
        if report.violated:
            for line in summary(report, out=anew, usual=True):
                say(line)
            raise typer.Exit(1)
        same = "".join(dump_of(anew)()).encode("utf-8") == published
    if not same:
        raise InputError("is not what the workspace gives now; run: ibidem publish", path=folder)
    done = release_build(
        workspace.released,
        published,
        base=workspace.base,
        version=version,
        issued=issued,
        old=dump_of(last) if last else None,
    )
    say(f"{version} is released, of {done.release.day}: {len(done.ledger.since):,} permanent IRIs, {done.new:,} new")
    for path in done.files:
        say(f"  {shown(path)}")
    say()
    say("next: commit these files, and run: ibidem publish")
