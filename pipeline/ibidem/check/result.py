"""What checks say: each looks at something, and names what is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

IN_SETTINGS = "say in ibidem.toml what is asked for, and publish again"
"""What to do where a portal misses what people say of the dataset."""

_APART = 3
"""In how many files the same is said of each."""


class Outcome(StrEnum):
    """What a check comes to; `not-run` where it lacks what it needs."""

    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"
    NOT_RUN = "not-run"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be; `where` is a file, from the folder of the publication."""

    what: str
    where: str
    advice: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What a check looked at, in words with numbers, and what is wrong; that nothing was there is a problem, too."""

    at: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class NotRun:
    """Why a check was not run, and what would let it run."""

    why: str
    advice: str


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the score card: `what` was looked at, or is wrong, or why nothing was looked at.

    `where` is a file from the folder of the publication, the first of them where several are wrong in the same way.
    """

    check: str
    outcome: Outcome
    what: str
    where: str | None = None
    advice: str = ""


def results_of(check: str, found: Looked | NotRun) -> tuple[Result, ...]:
    """Make the results of what a check found: one where all is well, else one for each kind of problem."""
    if isinstance(found, NotRun):
        return (Result(check, Outcome.NOT_RUN, found.why, advice=found.advice),)
    if not found.problems:
        return (Result(check, Outcome.PASS, found.at),)
    return tuple(_grouped(check, found.problems))


def _grouped(check: str, problems: Iterable[Problem]) -> Iterable[Result]:
    """Say what is wrong in many files in the same way once, failures before warnings."""
    places: dict[tuple[bool, str, str], list[str]] = {}
    for problem in problems:
        places.setdefault((problem.warning, problem.what, problem.advice), []).append(problem.where)
    for (warning, what, advice), held in sorted(places.items(), key=lambda item: item[0][0]):
        outcome = Outcome.WARN if warning else Outcome.FAIL
        where = sorted(set(held))
        if len(where) <= _APART:
            yield from (Result(check, outcome, what, place, advice) for place in where)
        else:
            yield Result(check, outcome, f"{what} (and so in {len(where) - 1:,} more files)", where[0], advice)


def outcome_of(results: Iterable[Result]) -> Outcome:
    """Give the worst of some results."""
    found = {result.outcome for result in results}
    order = (Outcome.FAIL, Outcome.WARN, Outcome.NOT_RUN)
    return next((outcome for outcome in order if outcome in found), Outcome.PASS)


def counted(number: int, one: str, many: str = "") -> str:
    """Say a number of things."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
