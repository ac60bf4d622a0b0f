"""The score card: the results of the checks, for people, for programs, and as findings for CI systems."""

from collections.abc import Iterable, Iterator

from ibidem.check import Check
from ibidem.check.result import IN_SETTINGS, Outcome, Result, counted, outcome_of
from ibidem.finding import Code, Finding, Severity
from ibidem.json_text import pretty_json

_SEVERITIES = {Outcome.FAIL: Severity.VIOLATION, Outcome.WARN: Severity.WARNING, Outcome.NOT_RUN: Severity.INFO}
_WORDS = ((Outcome.PASS, "passed"), (Outcome.WARN, "warned"), (Outcome.FAIL, "failed"), (Outcome.NOT_RUN, "not run"))


def rows(checks: Iterable[Check], results: tuple[Result, ...]) -> Iterator[tuple[str, str, str]]:
    """Give the rows of the score card: the title of each check, its outcome, and what it looked at or found."""
    for check in checks:
        held = [result for result in results if result.check == check.name]
        yield check.title, str(outcome_of(held)), _summed(held)


def _summed(held: list[Result]) -> str:
    if len(held) == 1 and held[0].outcome in (Outcome.PASS, Outcome.NOT_RUN):
        return held[0].what
    kinds = ((Outcome.FAIL, "problem"), (Outcome.WARN, "warning"))
    numbers = ((sum(result.outcome is outcome for result in held), word) for outcome, word in kinds)
    return ", ".join(counted(number, word) for number, word in numbers if number)


def problems(results: tuple[Result, ...]) -> Iterator[str]:
    """Say each result that is no pass in one line."""
    for result in results:
        if result.outcome is not Outcome.PASS:
            yield f"{result.outcome}: {result.check}: {said(result)}"


def said(result: Result) -> str:
    """Say a result that is no pass: where, what, and what to do."""
    place = f"{result.where}: " if result.where else ""
    return f"{place}{result.what}. To do: {result.advice}."


def totals(checks: Iterable[Check], results: tuple[Result, ...]) -> str:
    """Count the checks by their outcome."""
    found = [outcome_of(result for result in results if result.check == check.name) for check in checks]
    numbers = ((found.count(outcome), word) for outcome, word in _WORDS)
    return ", ".join(f"{number} {word}" for number, word in numbers if number)


def to_json(checks: Iterable[Check], results: tuple[Result, ...]) -> bytes:
    """Write the score card for programs."""
    held = [
        {
            "check": check.name,
            "title": check.title,
            "question": check.question,
            "outcome": outcome_of(result for result in results if result.check == check.name),
            "results": [_plain(result) for result in results if result.check == check.name],
        }
        for check in checks
    ]
    card = {"outcome": outcome_of(results), "checks": held}
    return pretty_json(card)


def _plain(result: Result) -> dict[str, str]:
    values = {"outcome": str(result.outcome), "what": result.what, "where": result.where, "advice": result.advice}
    return {name: value for name, value in values.items() if value}


def to_findings(results: tuple[Result, ...], *, folder: str, settings: str | None = None) -> tuple[Finding, ...]:
    """Make findings of what is no pass; `folder` is that of the publication, as it was named.

    What people mend in the settings is said there, where a CI system shows it; `settings` is their file.
    """
    return tuple(
        Finding(
            code=Code.PUBLICATION,
            severity=_SEVERITIES[result.outcome],
            message=": ".join((result.check, *_place(result, settings), f"{result.what}; {result.advice}")),
            source=_source(result, folder, settings),
            rule=result.check,
        )
        for result in results
        if result.outcome is not Outcome.PASS
    )


def _source(result: Result, folder: str, settings: str | None) -> str | None:
    if settings and result.advice == IN_SETTINGS:
        return settings
    return f"{folder}/{result.where}" if result.where else None


def _place(result: Result, settings: str | None) -> tuple[str, ...]:
    """Say the file in the message where the finding stands at another."""
    return (result.where,) if settings and result.where and result.advice == IN_SETTINGS else ()
