"""The score card in the site itself: the page of the checks with its answers, and the same for programs."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat

from ibidem.check import Check
from ibidem.check.card import rows, said, to_json
from ibidem.check.opened import Opened, parsed
from ibidem.check.result import Outcome, Result
from ibidem.errors import PublishError
from ibidem.publication import BuildReport, last_report
from ibidem.publication import Outcome as Published
from ibidem.publish.site.card import PAGE, Answered, write_card
from ibidem.publish.source import Source
from ibidem.workspace import Workspace

_JSON = "check.json"
_MODIFIED = NamedNode("http://purl.org/dc/terms/modified")


def write_answers(
    opened: Opened, workspace: Workspace, asked: tuple[Check, ...], results: tuple[Result, ...]
) -> tuple[Path, ...]:
    """Write check.html and check.json into the site; raise PublishError where it cannot be written."""
    answers = {
        check.name: Answered(outcome, looked, tuple(said(result) for result in results if _wrong(check, result)))
        for check, (_, outcome, looked) in zip(asked, rows(asked, results), strict=True)
    }
    report = last_report(opened.folder) or BuildReport(Published.PUBLISHED, 0, ())
    dumps = opened.site / "dumps"
    source = Source(opened.store, b"", workspace, report, {}, dumps, _modified(opened))
    try:
        write_card(opened.site, source, answers)
        (opened.site / _JSON).write_bytes(to_json(asked, results))
    except OSError as error:
        message = f"cannot be written: {error.strerror}; check it where it can, or without --write"
        raise PublishError(message, path=opened.site) from None
    return opened.site / PAGE, opened.site / _JSON


def _wrong(check: Check, result: Result) -> bool:
    return result.check == check.name and result.outcome is not Outcome.PASS


def _modified(opened: Opened) -> str:
    """Find the day of the last change in the description, as all pages show it."""
    quads, _ = parsed(opened, "dataset.ttl", RdfFormat.TURTLE)
    about = NamedNode(f"{opened.base}dataset")
    found = (quad.object for quad in quads if (quad.subject, quad.predicate) == (about, _MODIFIED))
    return next((day.value for day in found if isinstance(day, Literal)), "")
