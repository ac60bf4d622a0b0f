"""What `ibidem publish` says at its end: counts, findings, and where things lie."""

import sys
from collections.abc import Iterator
from pathlib import Path

from ibidem.cli.console import shown, table
from ibidem.finding import Severity
from ibidem.formats.text import line_of, summed
from ibidem.publication import BuildReport, Outcome, PaperState
from ibidem.swap import REPORT

_SHOWN = 10


def summary(report: BuildReport, *, out: Path, usual: bool) -> Iterator[str]:
    """Sum a build up in a few lines; what refuses a paper is said in full, all else only counted.

    `usual` tells whether `out` is where commands look when they are not told where the build is.
    """
    names = [name for name, _ in report.papers[0].counts]
    rows = [("paper", *names, "quads")]
    rows += [(state.id, *(str(count) for _, count in state.counts), f"{state.quads:,}") for state in report.papers]
    yield from table(rows, width=sys.maxsize, right=frozenset(range(1, len(rows[0]))))
    yield ""
    where = "" if usual else f" --build {shown(out)}"
    for state in report.papers:
        if state.violated:
            yield from _refused(state, report)
    yield f"findings  {summed(report.findings)}; to read them: ibidem validate{where}"
    if report.outcome is Outcome.PUBLISHED:
        yield f"store     {shown(out / 'store')} ({report.quads:,} quads); to ask it: ibidem query citations{where}"
        yield f"dumps     {shown(out / 'dumps')}"
        if (out / "site").is_dir():
            yield f"site      {shown(out / 'site')}; to read it, open {shown(out / 'site' / 'index.html')}"
    else:
        yield "nothing is published; what was published last stands as it was"
    yield f"report    {shown(out / REPORT)}"


def _refused(state: PaperState, report: BuildReport) -> Iterator[str]:
    yield f"refused   {state.id}: {_kept(state, report)}"
    violations = [finding for finding in state.findings if finding.severity is Severity.VIOLATION]
    yield from (f"  {line_of(finding)}" for finding in violations[:_SHOWN])
    if len(violations) > _SHOWN:
        yield f"  and {len(violations) - _SHOWN} more"


def _kept(state: PaperState, report: BuildReport) -> str:
    if report.outcome is Outcome.REFUSED:
        return "mend what follows and publish again"
    return "its last published version is kept" if state.outcome is Outcome.KEPT else "it was never published"
